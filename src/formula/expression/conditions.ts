import { isFact, OLDEST, type AnyFact } from "../../facts.ts";
import { interval } from "../../interval.ts";
import { isRange, type FactValue } from "../../schedule/conditions.ts";
import type { Condition } from "../../schedule/language.ts";
import {
  among,
  and,
  between,
  compare,
  internal,
  not,
  number,
  text,
  type Expression,
} from "./expression.ts";
import { unitsOf } from "./units.ts";
import { nameOf } from "./names.ts";

export type Wanted = FactValue | readonly FactValue[];

export interface Testable {
  /** Tests a fact against the value in a condition. */
  readonly test: (wanted: Wanted) => Expression;
}

/** The facts that conditions ask for. */
export type Tests = ReadonlyMap<AnyFact, Testable>;

/** Conjunction of all conditions. */
export function conditionOf(whens: readonly (Condition | undefined)[], tests: Tests): Expression {
  const wanted = whens.flatMap((when) => Object.entries(when ?? {}) as [AnyFact, Wanted][]);
  return and(...wanted.map(([fact, value]) => (tests.get(fact) as Testable).test(value)));
}

/** Tests the column of a fact against the value in a condition. */
export function testOf(fact: AnyFact, wanted: Wanted): Expression {
  const column = internal(nameOf.fact(fact));
  if (isRange(fact, wanted))
    return isFact(fact)
      ? within(column, wanted as string, fact === "installationYear")
      : withinUnits(column, wanted as string);
  if (typeof wanted === "boolean") return wanted ? column : not(column);
  return Array.isArray(wanted)
    ? among(column, wanted as string[])
    : compare(column, "=", text(wanted as string));
}

/**
 * Range test. Ages lie between 0 and the oldest age, so an open end needs no comparison;
 * `unbounded` values do.
 */
function within(column: Expression, range: string, unbounded: boolean): Expression {
  const { from, to } = interval(range);
  if (from === to) return compare(column, "=", number(from));
  if (to >= (unbounded ? Number.POSITIVE_INFINITY : OLDEST))
    return compare(column, ">=", number(from));
  return from === 0 && !unbounded
    ? compare(column, "<=", number(to))
    : between(column, number(from), number(to));
}

/** Range test of a declared number, in ten-thousandths. */
function withinUnits(column: Expression, range: string): Expression {
  const { from, to } = interval(range);
  const [first, last] = [unitsOf(from), compare(column, ">=", unitsOf(from))];
  return to === Number.POSITIVE_INFINITY ? last : between(column, first, unitsOf(to));
}
