import { refuse, type LocalizedText } from "../error.ts";
import { factNames, OLDEST, type Fact } from "../facts.ts";
import { holds, interval, type FactValue } from "../schedule/conditions.ts";
import type { Condition } from "../schedule/language.ts";
import {
  among,
  and,
  between,
  call,
  compare,
  isNull,
  not,
  number,
  or,
  internal,
  text,
  truth,
  type Expression,
} from "./expression.ts";
import type { Column } from "./query.ts";

/** How a fact used by the schedule's conditions is read from the data. */
export interface FactSql {
  /** Column in the CTE that reads the facts; absent if the table has no such fact. */
  readonly column?: Column;
  /** Tests the fact against the value in a condition. */
  readonly test: (wanted: Wanted) => Expression;
  /** Whether the value is valid; if not, amounts are NULL. */
  readonly readable: Expression;
  /** Description of the default that replaces a missing fact, for the query's heading. */
  readonly note?: string;
}

export type Wanted = FactValue | readonly FactValue[];
export type FactsSql = ReadonlyMap<Fact, FactSql>;

/** Conjunction of all conditions, over the columns that hold the facts. */
export function conditionOf(
  whens: readonly (Condition | undefined)[],
  facts: FactsSql,
): Expression {
  const wanted = whens.flatMap((when) => Object.entries(when ?? {}) as [Fact, Wanted][]);
  return and(...wanted.map(([fact, value]) => (facts.get(fact) as FactSql).test(value)));
}

/** A fact whose column has a value in every row. */
export function columnFact(fact: Fact, value: Expression, readable: Expression): FactSql {
  return {
    column: { as: columnOf(fact), value },
    test: (wanted) => testOf(fact, wanted),
    readable,
  };
}

/** A fact whose column may be NULL; the schedule's default, possibly a range, then applies. */
export function columnFactOrDefault(
  fact: Fact,
  value: Expression,
  readable: Expression,
  fallback: FactValue,
): FactSql {
  const test = (wanted: Wanted): Expression =>
    call("COALESCE", testOf(fact, wanted), truth(holds({ [fact]: wanted }, () => fallback)));
  const orAbsent =
    fact === "installationYear" ? truth(true) : or(isNull(internal(columnOf(fact))), readable);
  return {
    column: { as: columnOf(fact), value },
    test,
    readable: orAbsent,
    note: whereNull(fact, fallback),
  };
}

/** Heading note about a default that replaces NULL. */
export const whereNull = (fact: Fact, fallback: FactValue): string =>
  `${factNames[fact].en}, where it is NULL: ${String(fallback)}`;

/**
 * A fact without a column.
 * @throws ForfaitError FACT_MISSING if the schedule has no default for it
 */
export function missingFact(fact: Fact, path: string, fallback: FactValue | undefined): FactSql {
  if (fallback === undefined) refuse("FACT_MISSING", path, undefined, aColumn(fact));
  return {
    test: (wanted) => truth(holds({ [fact]: wanted }, () => fallback)),
    readable: truth(true),
    note: `${factNames[fact].en}: ${String(fallback)}`,
  };
}

const aColumn = (fact: Fact): LocalizedText => ({
  fr: `une colonne : le barème n'a pas de défaut pour ${fact}`,
  en: `a column: the schedule has no default for ${fact}`,
});

const COLUMNS: Partial<Record<Fact, string>> = {
  installationYear: "installation_year",
  physicianAge: "physician_age",
};

/** Column name of a fact in the query's CTEs. */
export function columnOf(fact: Fact): string {
  return COLUMNS[fact] ?? fact;
}

function testOf(fact: Fact, wanted: Wanted): Expression {
  const column = internal(columnOf(fact));
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

/** Whether an age is within the accepted range. */
export const anAge = (column: Expression): Expression => between(column, number(0), number(OLDEST));
