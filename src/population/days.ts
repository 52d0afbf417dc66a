import { wholeBelow } from "./words.ts";

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const two = (number: number): string => String(number).padStart(2, "0");

/** `-MM-DD` of each day of a year, without 29 February. */
const DAYS = DAYS_OF_MONTHS.flatMap((days, month) =>
  Array.from({ length: days }, (_, day) => `-${two(month + 1)}-${two(day + 1)}`),
);

/** A day of a year, YYYY-MM-DD. */
export function dayIn(year: number, word: number): string {
  return `${year}${DAYS[wholeBelow(DAYS.length, word)]}`;
}

/** A day of a year that is not before another day of it. */
export function dayFrom(day: string, word: number): string {
  const first = DAYS.indexOf(day.slice(4));
  return `${day.slice(0, 4)}${DAYS[first + wholeBelow(DAYS.length - first, word)]}`;
}
