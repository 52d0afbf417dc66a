import { getDaysInMonth } from "date-fns/getDaysInMonth";
import { LUNAR, yearOf } from "./date.ts";

/** First and last day that a date may mean, YYYY-MM-DD: a year alone is any day of the year. */
export interface DaySpan {
  readonly first: string;
  readonly last: string;
}

/** A day, a month or a year as the days that it may mean; undefined for what is no date. */
export function daySpan(date: unknown): DaySpan | undefined {
  const year = yearOf(date);
  if (year < 0 || year >= LUNAR) return undefined;
  const text = date as string;
  if (text.length === 10) return { first: text, last: text };
  if (text.length === 4) return { first: `${text}-01-01`, last: `${text}-12-31` };
  const days = getDaysInMonth(new Date(year, Number(text.slice(5)) - 1));
  return { first: `${text}-01`, last: `${text}-${days}` };
}

/** Undefined where a partial date leaves it open. */
export type Truth = boolean | undefined;

/** Whether a date is on a day or before it. */
export function isBy(day: string, { first, last }: DaySpan): Truth {
  return last <= day ? true : first > day ? false : undefined;
}

/** Whether a date is on a day or after it. */
export function isFrom(day: string, { first, last }: DaySpan): Truth {
  return first >= day ? true : last < day ? false : undefined;
}

/** Whether a period that begins on one date and ends on another holds on a day, both included. */
export function holdsOn(day: string, from: DaySpan | undefined, until: DaySpan | undefined): Truth {
  const begun = from === undefined || isBy(day, from);
  const lasts = until === undefined || isFrom(day, until);
  return begun === false || lasts === false ? false : begun && lasts;
}

/** Whether a period ends before it begins, whatever days its partial dates mean. */
export function isDisordered(from: DaySpan | undefined, until: DaySpan | undefined): boolean {
  return from !== undefined && until !== undefined && from.first > until.last;
}
