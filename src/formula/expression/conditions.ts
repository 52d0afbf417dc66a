import { OLDEST, type Fact } from "../../facts.ts";
import { interval, type FactValue } from "../../schedule/conditions.ts";
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
import { nameOf } from "./names.ts";

export type Wanted = FactValue | readonly FactValue[];

export interface Testable {
  /** Tests a fact against the value in a condition. */
  readonly test: (wanted: Wanted) => Expression;
}

/** The facts that conditions ask for. */
export type Tests = ReadonlyMap<Fact, Testable>;

interface Conditional {
  readonly when?: Condition;
}

/** Condition of a case after its component's own; a component without cases is its own case. */
export function caseCondition(component: Conditional, one: Conditional, tests: Tests): Expression {
  return conditionOf(component === one ? [one.when] : [component.when, one.when], tests);
}

/** Conjunction of all conditions. */
export function conditionOf(whens: readonly (Condition | undefined)[], tests: Tests): Expression {
  const wanted = whens.flatMap((when) => Object.entries(when ?? {}) as [Fact, Wanted][]);
  return and(...wanted.map(([fact, value]) => (tests.get(fact) as Testable).test(value)));
}

/** Tests the column of a fact against the value in a condition. */
export function testOf(fact: Fact, wanted: Wanted): Expression {
  const column = internal(nameOf.fact(fact));
  if (fact === "age" || fact === "physicianAge" || fact === "installationYear")
    return within(column, wanted as string, fact === "installationYear");
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
