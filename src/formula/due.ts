import type { Schedule } from "../schedule/language.ts";
import { conditionOf } from "./expression/conditions.ts";
import {
  and,
  cast,
  choose,
  compare,
  internal,
  isNull,
  not,
  nothing,
  number,
  or,
  plus,
  rounded,
  times,
  when,
  type Expression,
} from "./expression/expression.ts";
import { nameOf } from "./expression/names.ts";
import type { PhysicianFormulas } from "./physicians.ts";
import type { Rates } from "./rates.ts";
import { unitOf } from "./rules/scale.ts";

/** 1 if the year is due, 0 if the physician is not eligible, NULL if something is invalid. */
export function dueOf({ eligible }: Schedule, { facts }: PhysicianFormulas): Expression {
  return choose(
    [
      { when: not(isNull(internal("invalid"))), value: nothing("integer") },
      { when: conditionOf([eligible.when], facts), value: number(1) },
    ],
    number(0),
  );
}

/** Sum of a list's cents, by their names, if the year is due. */
export const ifDue = (...cents: readonly string[]): Expression =>
  times(internal("due"), plus(...cents.map(internal)));

/** Cents that pay a list as a whole, if the year is due. */
export const dueOfList = (cents: Expression): Expression =>
  times(internal("due"), cast(cents, "wide"));

/** Cents of an uplift: rate times base, rounded half up (neither is negative). */
export function upliftOf({ uplifts }: Schedule, id: string, { columns, scale }: Rates): Expression {
  const rate = nameOf.rate(id);
  const amount = rounded(times(internal(rate), internal("uplift_base")), unitOf(scale));
  const rated = columns.map(({ as }) => as);
  return uplifts?.together === "highest" ? when(isHighest(rate, rated), amount, number(0)) : amount;
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
