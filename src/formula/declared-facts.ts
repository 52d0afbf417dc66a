import { LARGEST, UNITS } from "../decimal.ts";
import { refuse } from "../error.ts";
import { isFact, type AnyFact } from "../facts.ts";
import { holds, type FactValue } from "../schedule/conditions.ts";
import { valueOf } from "../schedule/declared-facts.ts";
import type { DeclaredFact } from "../schedule/language.ts";
import type { Compiled } from "../statement/compiled.ts";
import { testOf } from "./expression/conditions.ts";
import {
  between,
  call,
  cast,
  coalesce,
  internal,
  number,
  times,
  truth,
  type ColumnReference,
  type Expression,
} from "./expression/expression.ts";
import { nameOf } from "./expression/names.ts";
import { isKnown, type FactFormula } from "./facts.ts";
import { unitsOf } from "./expression/units.ts";

/** Columns of declared facts, by id. */
export type DeclaredColumns = Readonly<Record<string, ColumnReference>>;

/** Facts that a schedule declares and reads, by id. */
export function declaredFacts({
  schedule: { facts = {}, eligible },
  reads,
}: Compiled): (readonly [string, DeclaredFact])[] {
  const read = new Set([...reads, ...Object.keys(eligible.when)]);
  return Object.entries(facts).filter(([id]) => !isFact(id) && read.has(id));
}

/**
 * Facts that a schedule declares and reads. Numbers are rounded to the four decimals that they may
 * have.
 * @throws ForfaitError FACT_MISSING for a fact without a column or a default
 */
export function declaredFormulas(
  compiled: Compiled,
  columns: DeclaredColumns,
): ReadonlyMap<AnyFact, FactFormula> {
  return new Map(
    declaredFacts(compiled).map(([id, fact]) => {
      const column = columns[id];
      return [id, column ? fromColumn(id, fact, column) : fromDefault(id, fact)];
    }),
  );
}

function fromColumn(id: string, fact: DeclaredFact, column: ColumnReference): FactFormula {
  const { is, ifMissing } = fact;
  const name = internal(nameOf.fact(id));
  const value =
    is === "boolean" ? column : cast(call("ROUND", times(number(UNITS), column)), "wide");
  const fallback = ifMissing === undefined ? undefined : constantOf(fact, ifMissing);
  return {
    column: { as: nameOf.fact(id), value: coalesce(value, fallback) },
    test: (wanted) => testOf(id, wanted),
    readable:
      is === "boolean" ? isKnown(nameOf.fact(id)) : between(name, number(0), unitsOf(LARGEST)),
    units: name,
    ...(ifMissing !== undefined && {
      note: `${fact.en}, where it is NULL: ${String(ifMissing)}`,
    }),
  };
}

function fromDefault(id: string, fact: DeclaredFact): FactFormula {
  const { ifMissing, of } = fact;
  if (ifMissing === undefined)
    return refuse("FACT_MISSING", `physicianColumns.facts.${id}`, undefined, {
      fr: `une colonne : le barème n'a pas de défaut pour ${id}`,
      en: `a column: the schedule has no default for ${id}`,
    });
  const value = valueOf(fact, ifMissing) as FactValue;
  return {
    test: (wanted) => truth(holds({ [id]: wanted }, () => value)),
    readable: truth(true),
    units: constantOf(fact, ifMissing),
    note: `${fact.en}, of the ${of}: ${String(ifMissing)}`,
  };
}

function constantOf({ is }: DeclaredFact, value: boolean | string): Expression {
  return is === "boolean" ? truth(value === true) : unitsOf(String(value));
}
