import { getDaysInYear } from "date-fns/getDaysInYear";
import type { Schedule } from "../schedule/language.ts";
import { activityOf } from "../statement/facts.ts";
import {
  call,
  choose,
  coalesce,
  compare,
  day,
  days,
  internal,
  minus,
  number,
  plus,
  quarter,
  rounded,
  times,
  type ColumnReference,
  type Expression,
  type Named,
} from "./expression/expression.ts";
import { nameOf } from "./expression/names.ts";

/** Part of the year not due to a physician who leaves early: a column, divided by `outOf`. */
export interface UnpaidPart {
  readonly column: Named;
  readonly outOf: number;
}

interface ActivityColumns {
  readonly activeFrom?: ColumnReference;
  readonly activeUntil?: ColumnReference;
}

/** Undefined if the schedule never pays part of a year, or without a column of departure dates. */
export function unpaidPart(
  schedule: Schedule,
  year: number,
  { activeFrom, activeUntil }: ActivityColumns,
): UnpaidPart | undefined {
  const { partYear, when } = schedule.eligible;
  if (partYear === "none" || !activeUntil) return undefined;
  const newYear = day(`${year}-01-01`);
  const from = activeFrom ? call("GREATEST", coalesce(activeFrom, newYear), newYear) : newYear;
  const leaves = compare(activeUntil, "<", day(`${year}-12-31`));
  const column = (as: string, unpaid: Expression, outOf: number): UnpaidPart => ({
    column: {
      as,
      value: choose(
        [
          // Who is not in activity in the year is paid nothing, if it is asked for.
          ...(when.active === true && activityOf(schedule) === "year"
            ? []
            : [{ when: compare(activeUntil, "<", from), value: number(outOf) }]),
          { when: leaves, value: unpaid },
        ],
        number(0),
      ),
    },
    outOf,
  });

  if (partYear === "days") {
    const outOf = getDaysInYear(new Date(year, 0, 1));
    return column("unpaid_days", minus(number(outOf - 1), days(from, activeUntil)), outOf);
  }
  const begun = plus(minus(quarter(activeUntil), quarter(from)), number(1));
  return column("unpaid_quarters", minus(number(4), begun), 4);
}

/** Reduction of a component for the part of the year not due, rounded half up. */
export function reductionOf(component: string, { column, outOf }: UnpaidPart): Expression {
  return rounded(times(internal(nameOf.total(component)), internal(column.as)), number(outOf));
}
