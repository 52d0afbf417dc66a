import { getDaysInMonth } from "date-fns/getDaysInMonth";

/** A date whose month or day may be unknown. */
export interface PartialDate {
  readonly year: number;
  /** The month is 00 or above 12, as carte Vitale files hold it: only the year is used. */
  readonly lunar: boolean;
}

/**
 * Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. Any other text is `malformed`; a day that does not exist
 * in its month is `impossible`.
 */
export function readDate(text: unknown): PartialDate | "malformed" | "impossible" {
  if (typeof text !== "string" || (text.length !== 4 && text.length !== 7 && text.length !== 10))
    return "malformed";
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = text.length > 4 ? afterDash(text, 4) : 1;
  const day = text.length > 7 ? afterDash(text, 7) : 1;
  if (Number.isNaN(year) || Number.isNaN(month) || Number.isNaN(day)) return "malformed";
  if (month === 0 || month > 12) return { year, lunar: true };
  const possible = day >= 1 && (day <= 28 || day <= getDaysInMonth(new Date(year, month - 1)));
  return possible ? { year, lunar: false } : "impossible";
}

const DASH = 45;
const ZERO = 48;

function afterDash(text: string, at: number): number {
  return text.charCodeAt(at) === DASH ? twoDigits(text, at + 1) : Number.NaN;
}

/** Value of two digits, or NaN. Character codes avoid substrings: a list has millions of dates. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const units = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN;
}
