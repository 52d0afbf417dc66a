import { getDaysInMonth } from "date-fns/getDaysInMonth";
import { LUNAR, yearOf as yearOfDate } from "../list/date.ts";

/** A day as one number, 20261231, which compares as days do: a patient has dozens of them. */
export type Day = number;

/** Before and after every day. */
export const EVER: Day = 0;
export const NEVER: Day = 99_999_999;

/** @param text `YYYY-MM-DD`, a day that exists */
export function dayOf(text: string): Day {
  return (
    Number(text.slice(0, 4)) * 10_000 + Number(text.slice(5, 7)) * 100 + Number(text.slice(8, 10))
  );
}

/** The first day that a date may mean: of a day, a month or a year; undefined for no date. */
export function firstDayOf(date: unknown): Day | undefined {
  const year = yearOfDate(date);
  if (year < 0 || year >= LUNAR) return undefined;
  const text = date as string;
  if (text.length === 10) return year * 10_000 + twoDigits(text, 5) * 100 + twoDigits(text, 8);
  return text.length === 7 ? dayIn(year, twoDigits(text, 5), 1) : dayIn(year, 1, 1);
}

/** The last day that it may mean. @param first the first one */
export function lastDayOf(date: string, first: Day): Day {
  if (date.length === 10) return first;
  const year = yearOf(first);
  if (date.length === 4) return dayIn(year, 12, 31);
  const month = twoDigits(date, 5);
  return dayIn(year, month, lengthOf(year, month));
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

export function dayIn(year: number, month: number, date: number): Day {
  return year * 10_000 + month * 100 + date;
}

export function textOf(day: Day): string {
  const text = String(day).padStart(8, "0");
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** The same day of a later month, or the last of a month that has no such day. */
export function addMonths(day: Day, months: number): Day {
  if (day === EVER || day === NEVER) return day;
  const count = yearOf(day) * 12 + (Math.floor(day / 100) % 100) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  const date = day % 100;
  return dayIn(year, month, date <= 28 ? date : Math.min(date, lengthOf(year, month)));
}

/** Completed years on a day; negative before birth. */
export function yearsOn(day: Day, born: Day): number {
  const years = yearOf(day) - yearOf(born);
  return addMonths(born, 12 * years) <= day ? years : years - 1;
}

function yearOf(day: Day): number {
  return Math.floor(day / 10_000);
}

function lengthOf(year: number, month: number): number {
  return getDaysInMonth(new Date(year, month - 1));
}
