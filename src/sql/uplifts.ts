import type { Schedule } from "../schedule/language.ts";
import {
  and,
  compare,
  number,
  or,
  internal,
  rounded,
  times,
  when,
  type Expression,
} from "./expression.ts";
import { rateOf, type RatesSql } from "./rates.ts";

/**
 * The cents of an uplift: its rate of what the uplifts bear on, rounded half up (nothing is below zero).
 * @param rated the columns of the rates that may be paid, in the order of the schedule
 */
export function upliftOf(
  { uplifts }: Schedule,
  component: string,
  rated: readonly string[],
  { unit }: RatesSql,
): Expression {
  const amount = rounded(times(internal(rateOf(component)), internal("uplift_base")), unit);
  return uplifts?.together === "highest"
    ? when(isHighest(rateOf(component), rated), amount, number(0))
    : amount;
}

/** Of the rates that are not zero the highest, the first on a tie. */
function isHighest(rate: string, rated: readonly string[]): Expression {
  const mine = internal(rate);
  const place = rated.indexOf(rate);
  const beaten = rated.flatMap((other, i): Expression[] => {
    if (i === place) return [];
    const less = compare(internal(other), i < place ? "<" : "<=", mine);
    return [or(compare(internal(other), "=", number(0)), less)];
  });
  return and(compare(mine, "<>", number(0)), ...beaten);
}
