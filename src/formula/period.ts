import {
  compare,
  day as dayOf,
  isNull,
  not,
  or,
  truth,
  type ColumnReference,
  type Expression,
} from "./expression/expression.ts";

/** What two columns, the first and the last day of something, say of a day. NULL says nothing. */
export interface Period {
  /** Ends before it begins: no row holds that. */
  readonly isDisordered: Expression;
  /** Begins after the day, or is over before it. */
  readonly isAway: Expression;
  /** Has one of its dates at least. */
  readonly isDated: Expression;
}

/**
 * Tests that are NULL, not false, where a date is missing.
 * @param day YYYY-MM-DD
 */
export function periodOn(
  day: string,
  from: ColumnReference | undefined,
  until: ColumnReference | undefined,
): Period {
  return {
    isDisordered: from && until ? compare(until, "<", from) : truth(false),
    isAway: or(
      from ? compare(from, ">", dayOf(day)) : truth(false),
      until ? compare(until, "<", dayOf(day)) : truth(false),
    ),
    isDated: or(...[from, until].flatMap((column) => (column ? [not(isNull(column))] : []))),
  };
}
