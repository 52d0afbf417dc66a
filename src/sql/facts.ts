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

/** How a fact that the conditions of a schedule name is found in the data. */
export interface FactSql {
  /** Its column in the step that reads the facts; none where the table does not tell it. */
  readonly column?: Column;
  /** Whether the fact is what a condition wants. */
  readonly test: (wanted: Wanted) => Expression;
  /** Whether the value can be read; false makes the amounts NULL. */
  readonly readable: Expression;
  /** What stands for a fact that is not told, in words. */
  readonly note?: string;
}

export type Wanted = FactValue | readonly FactValue[];
export type FactsSql = ReadonlyMap<Fact, FactSql>;

/** Whether every condition holds, over the columns that tell the facts. */
export function conditionOf(
  whens: readonly (Condition | undefined)[],
  facts: FactsSql,
): Expression {
  const wanted = whens.flatMap((when) => Object.entries(when ?? {}) as [Fact, Wanted][]);
  return and(...wanted.map(([fact, value]) => (facts.get(fact) as FactSql).test(value)));
}

/** A fact that a column tells of every row. */
export function columnFact(fact: Fact, value: Expression, readable: Expression): FactSql {
  return {
    column: { as: columnOf(fact), value },
    test: (wanted) => testOf(fact, wanted),
    readable,
  };
}

/** A fact that a column tells of some rows; of the others the schedule's default is true, which may be a range. */
export function columnFactOrDefault(
  fact: Fact,
  value: Expression,
  readable: Expression,
  stand: FactValue,
): FactSql {
  const test = (wanted: Wanted): Expression =>
    call("COALESCE", testOf(fact, wanted), truth(holds({ [fact]: wanted }, () => stand)));
  const orAbsent =
    fact === "installationYear" ? truth(true) : or(isNull(internal(columnOf(fact))), readable);
  return {
    column: { as: columnOf(fact), value },
    test,
    readable: orAbsent,
    note: whereNull(fact, stand),
  };
}

/** What is said of a default that stands in for NULL. */
export const whereNull = (fact: Fact, stand: FactValue): string =>
  `${factNames[fact].en}, where it is NULL: ${String(stand)}`;

/** A fact that no column tells. @throws ForfaitError FACT_MISSING where the schedule has no default */
export function missingFact(fact: Fact, path: string, stand: FactValue | undefined): FactSql {
  if (stand === undefined) refuse("FACT_MISSING", path, undefined, aColumn(fact));
  return {
    test: (wanted) => truth(holds({ [fact]: wanted }, () => stand)),
    readable: truth(true),
    note: `${factNames[fact].en}: ${String(stand)}`,
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

/** The name of a fact's column in the steps of a query. */
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

/** A range of whole numbers; an age is known to be from 0 to the oldest, a count of years is not. */
function within(column: Expression, range: string, unbounded: boolean): Expression {
  const { from, to } = interval(range);
  if (from === to) return compare(column, "=", number(from));
  if (to >= (unbounded ? Number.POSITIVE_INFINITY : OLDEST))
    return compare(column, ">=", number(from));
  return from === 0 && !unbounded
    ? compare(column, "<=", number(to))
    : between(column, number(from), number(to));
}

/** Whether an age is one that a list may hold. */
export const anAge = (column: Expression): Expression => between(column, number(0), number(OLDEST));
