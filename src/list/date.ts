import { getDaysInMonth } from "date-fns/getDaysInMonth";
import { refusal, type LocalizedText, type Refusal } from "../error.ts";
import { dateHint, withHint } from "./date-hint.ts";

/** What is allowed in place of a text that is no date. */
const aDate: LocalizedText = {
  fr: "AAAA-MM-JJ, AAAA-MM ou AAAA",
  en: "YYYY-MM-DD, YYYY-MM or YYYY",
};
const aDayThatExists: LocalizedText = {
  fr: "un jour qui existe ; ou AAAA-MM, ou AAAA",
  en: "a day that exists; or YYYY-MM, or YYYY",
};

/**
 * Year of a date `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as one number, because a list has millions of
 * dates: `LUNAR` is added where only the year is used, because the month is 00 or above 12, as
 * carte Vitale files hold it. `IMPOSSIBLE` for a day that does not exist in its month, `MALFORMED`
 * for any other text. A year that stands alone is of 1800 to 2199: `9132` is what Excel keeps for
 * a day of 1925.
 */
export function yearOf(text: unknown): number {
  if (typeof text !== "string" || (text.length !== 4 && text.length !== 7 && text.length !== 10))
    return MALFORMED;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = text.length > 4 ? afterDash(text, 4) : 1;
  const day = text.length > 7 ? afterDash(text, 7) : 1;
  if (Number.isNaN(year) || Number.isNaN(month) || Number.isNaN(day)) return MALFORMED;
  if (text.length === 4 && year >= 1000 && (year < 1800 || year >= 2200)) return MALFORMED;
  if (month === 0 || month > 12) return year + LUNAR;
  const isPossible = day >= 1 && (day <= 28 || day <= getDaysInMonth(new Date(year, month - 1)));
  return isPossible ? year : IMPOSSIBLE;
}

/** The refusal of a text that is no date, or no day of its month. */
export function refusedDate(path: string, date: unknown): Refusal {
  return isImpossible(date)
    ? refusal("DATE_IMPOSSIBLE", path, date, aDayThatExists)
    : refusal("DATE_INVALID", path, date, withHint(aDate, dateHint(date)));
}

/** Whether a text is a date but for its day, which its month does not have. */
export function isImpossible(date: unknown): boolean {
  return yearOf(date) === IMPOSSIBLE;
}

export const LUNAR = 10_000;
export const MALFORMED = -1;
export const IMPOSSIBLE = -2;

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
