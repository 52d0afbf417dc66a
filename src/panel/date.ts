import { getDaysInMonth } from "date-fns";

/** A date of which the month or the day may not be known. */
export interface PartialDate {
  readonly year: number;
  /** A month 00 or above 12, as carte Vitale files hold it: only the year is read. */
  readonly lunar: boolean;
}

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; anything else is `malformed`, a day that its month does not have `impossible`. */
export function readDate(text: unknown): PartialDate | "malformed" | "impossible" {
  const parts = typeof text === "string" ? SHAPE.exec(text) : null;
  if (!parts) return "malformed";
  const year = Number(parts[1]);
  if (parts[2] === undefined) return { year, lunar: false };
  const month = Number(parts[2]);
  if (month === 0 || month > 12) return { year, lunar: true };
  if (parts[3] === undefined) return { year, lunar: false };
  const day = Number(parts[3]);
  const possible = day >= 1 && (day <= 28 || day <= getDaysInMonth(new Date(year, month - 1)));
  return possible ? { year, lunar: false } : "impossible";
}

/** Whether a text is a whole and possible day, `YYYY-MM-DD`. */
export function isDay(text: unknown): text is string {
  const date = readDate(text);
  return typeof date === "object" && !date.lunar && (text as string).length === 10;
}
