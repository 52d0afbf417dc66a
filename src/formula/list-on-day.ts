import { PATIENT_DATES, type PatientDate } from "../facts.ts";
import {
  and,
  call,
  choose,
  compare,
  day as dayOf,
  not,
  nothing,
  number,
  or,
  truth,
  type ColumnReference,
  type Expression,
  type Named,
} from "./expression/expression.ts";
import type { AgeColumns } from "./facts.ts";
import { periodOn } from "./period.ts";

/** Columns of dates in a table of patients, NULL where a row has no such date. */
export type DatedColumns = Readonly<Partial<Record<PatientDate, ColumnReference>>>;

/** The list on a day, of a table that holds patients of other days as well. */
export interface ListOnDay {
  readonly day: string;
  /** Whether a row is of the list. */
  readonly isListed: Expression;
  /** NULL where the registration ends before it begins; undefined if it cannot. */
  readonly registered: Named | undefined;
}

/**
 * Undefined without a column of dates: all rows are then of the list.
 * @param day YYYY-MM-DD, the last day of a year
 */
export function listOnDay(
  day: string,
  { age, birthYear, ...columns }: DatedColumns & AgeColumns,
): ListOnDay | undefined {
  if (PATIENT_DATES.every((name) => columns[name] === undefined)) return undefined;
  const { diedOn, registeredFrom, registeredUntil } = columns;
  const born = age ? undefined : birthYear;
  const { isDisordered, isAway } = periodOn(day, registeredFrom, registeredUntil);
  return {
    day,
    isListed: and(
      born ? unlessTrue(compare(born, ">", number(Number(day.slice(0, 4))))) : truth(true),
      diedOn ? unlessTrue(compare(diedOn, "<=", dayOf(day))) : truth(true),
      or(isDisordered, unlessTrue(isAway)),
    ),
    registered:
      registeredFrom && registeredUntil
        ? {
            as: "registered",
            value: choose([{ when: isDisordered, value: nothing("boolean") }], truth(true)),
          }
        : undefined,
  };
}

/** A date that is missing takes nobody off the list. */
const unlessTrue = (test: Expression): Expression =>
  test.kind === "boolean" ? not(test) : not(call("COALESCE", test, truth(false)));
