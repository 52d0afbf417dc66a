import { isExists } from "date-fns/isExists";

/** Whether a string is an existing calendar day, `YYYY-MM-DD`. */
export function isDay(text: unknown): text is string {
  const [, year, month, date] =
    (typeof text === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null) ?? [];
  return isExists(Number(year), Number(month) - 1, Number(date));
}

/** A day YYYY-MM-DD as it is written in French. */
export function frenchDay(day: string): string {
  return day.split("-").reverse().join("/");
}

/** The last day of a year, YYYY-MM-DD: the reference day of a list. */
export const lastDay = (year: number): string => `${year}-12-31`;
