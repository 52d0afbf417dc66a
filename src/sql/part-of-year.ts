import { getDaysInYear } from "date-fns/getDaysInYear";
import type { Schedule } from "../schedule/language.ts";
import type { PhysicianNames } from "./columns.ts";
import {
  call,
  cast,
  coalesce,
  compare,
  day,
  days,
  foreign,
  minus,
  number,
  plus,
  quarter,
  when,
  type Expression,
} from "./expression.ts";

/**
 * Part of the year not due to a physician who leaves early: a physician column, divided by `outOf`.
 */
export interface UnpaidSql {
  readonly column: string;
  readonly value: Expression;
  readonly outOf: number;
}

/** Undefined if the schedule never pays part of a year, or without a column of departure dates. */
export function unpaid(
  { eligible: { partYear } }: Schedule,
  year: number,
  { activeFrom, activeUntil }: PhysicianNames,
): UnpaidSql | undefined {
  if (partYear === "none" || activeUntil === undefined) return undefined;
  const newYear = day(`${year}-01-01`);
  const until = cast(foreign(activeUntil), "day");
  const from =
    activeFrom === undefined
      ? newYear
      : call("GREATEST", coalesce(cast(foreign(activeFrom), "day"), newYear), newYear);
  const leaves = compare(until, "<", day(`${year}-12-31`));

  if (partYear === "days") {
    const outOf = getDaysInYear(new Date(year, 0, 1));
    return {
      column: "unpaid_days",
      value: when(leaves, minus(number(outOf - 1), days(from, until)), number(0)),
      outOf,
    };
  }
  const begun = plus(minus(quarter(until), quarter(from)), number(1));
  return {
    column: "unpaid_quarters",
    value: when(leaves, minus(number(4), begun), number(0)),
    outOf: 4,
  };
}
