import { refuse, type LocalizedText } from "../error.ts";
import { factNames, OLDEST, type AnyFact, type Fact } from "../facts.ts";
import { holds, type FactValue } from "../schedule/conditions.ts";
import { testOf, type Testable, type Wanted } from "./expression/conditions.ts";
import {
  between,
  call,
  internal,
  isNull,
  minus,
  not,
  number,
  or,
  truth,
  type ColumnReference,
  type Expression,
  type Named,
} from "./expression/expression.ts";
import { nameOf } from "./expression/names.ts";

/** How a fact used by the schedule's conditions is read from the data. */
export interface FactFormula extends Testable {
  /** The fact by its name; absent if the data has no such fact. */
  readonly column?: Named;
  /** Whether the value is valid; if not, amounts are NULL. */
  readonly readable: Expression;
  /** Description of the default that replaces a missing fact. */
  readonly note?: string;
  /** Of a declared number: its value in ten-thousandths. */
  readonly units?: Expression;
}

export type FactFormulas = ReadonlyMap<AnyFact, FactFormula>;

/** A fact that has a value in every row. */
export function columnFact(fact: Fact, value: Expression, readable: Expression): FactFormula {
  return {
    column: { as: nameOf.fact(fact), value },
    test: (wanted) => testOf(fact, wanted),
    readable,
  };
}

/** A fact that may be NULL; the schedule's default, possibly a range, then applies. */
export function columnFactOrDefault(
  fact: Fact,
  value: Expression,
  readable: Expression,
  fallback: FactValue,
): FactFormula {
  const test = (wanted: Wanted): Expression =>
    call("COALESCE", testOf(fact, wanted), truth(holds({ [fact]: wanted }, () => fallback)));
  const orAbsent =
    fact === "installationYear" ? truth(true) : or(isNull(internal(nameOf.fact(fact))), readable);
  return {
    column: { as: nameOf.fact(fact), value },
    test,
    readable: orAbsent,
    note: whereNull(fact, fallback),
  };
}

/** Note about a default that replaces NULL. */
export const whereNull = (fact: Fact, fallback: FactValue): string =>
  `${factNames[fact].en}, where it is NULL: ${String(fallback)}`;

/**
 * A fact without a column.
 * @throws ForfaitError FACT_MISSING if the schedule has no default for it
 */
export function missingFact(
  fact: Fact,
  path: string,
  fallback: FactValue | undefined,
): FactFormula {
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

/** Columns of whole numbers that an age can be read from, in order of preference. */
export interface AgeColumns {
  /** Completed years on the reference day. */
  readonly age?: ColumnReference;
  readonly birthYear?: ColumnReference;
}

/** Age on the 31 December of the reference year; undefined without a column for it. */
export function ageIn(
  referenceYear: number,
  { age, birthYear }: AgeColumns,
): Expression | undefined {
  return age ?? (birthYear && minus(number(referenceYear), birthYear));
}

/** Whether an age is within the accepted range. */
export const anAge = (column: Expression): Expression => between(column, number(0), number(OLDEST));

export const isKnown = (column: string): Expression => not(isNull(internal(column)));
