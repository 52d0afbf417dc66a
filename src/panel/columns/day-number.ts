/** A day as whole days since 1970-01-01, as DuckDB, Arrow (Date32) and numpy hold it. */
export type DayNumber = number;

const MILLISECONDS = 86_400_000;

/** @param date YYYY-MM-DD */
export function dayNumber(date: string): DayNumber {
  return Date.parse(date) / MILLISECONDS;
}

/** @returns YYYY-MM-DD */
export function dateOf(day: DayNumber): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/** Days of the years of four digits. */
const FIRST = dayNumber("0000-01-01");
const LAST = dayNumber("9999-12-31");

export function isDay(value: number): boolean {
  return value >= FIRST && value <= LAST;
}

/**
 * Days, where a value is the milliseconds of whole days: no day of four-digit years is a number so
 * high. Any other value as it is.
 */
export function inWholeDays(value: unknown): unknown {
  if (typeof value !== "number" && typeof value !== "bigint") return value;
  const days = Number(value) / MILLISECONDS;
  return Number.isInteger(days) ? days : value;
}
