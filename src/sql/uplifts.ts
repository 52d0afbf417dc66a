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
 * Cents of an uplift: rate times base, rounded half up (neither is negative).
 * @param rated columns of the rates that may be paid, in schedule order
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

/** Whether a rate is the highest non-zero one, the first on a tie. */
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
