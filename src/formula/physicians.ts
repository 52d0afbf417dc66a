import { PHYSICIAN_FACTS, SECTORS, ZONES, type AnyFact, type PhysicianFact } from "../facts.ts";
import type { FactValue } from "../schedule/conditions.ts";
import type { Schedule } from "../schedule/language.ts";
import type { Compiled } from "../statement/compiled.ts";
import { activityOf } from "../statement/facts.ts";
import {
  among,
  and,
  choose,
  coalesce,
  compare,
  day,
  internal,
  isNull,
  minus,
  nothing,
  number,
  text,
  truth,
  type ColumnReference,
  type Expression,
} from "./expression/expression.ts";
import type { Check } from "./check.ts";
import { declaredFormulas, type DeclaredColumns } from "./declared-facts.ts";
import {
  ageIn,
  anAge,
  columnFact,
  columnFactOrDefault,
  isKnown,
  missingFact,
  whereNull,
  type AgeColumns,
  type FactFormula,
  type FactFormulas,
} from "./facts.ts";
import { unpaidPart, type UnpaidPart } from "./part-of-year.ts";

/** Columns of a table of physicians, by content; a missing key means that it has no such column. */
export interface PhysicianColumns extends AgeColumns {
  readonly id?: ColumnReference;
  readonly zone?: ColumnReference;
  /** Year of the first installation. */
  readonly firstYear?: ColumnReference;
  /** Boolean. */
  readonly contract?: ColumnReference;
  /** `1`, `2-optam`, `2`. */
  readonly sector?: ColumnReference;
  /** Dates. */
  readonly activeFrom?: ColumnReference;
  readonly activeUntil?: ColumnReference;
  /** Of the facts that a schedule declares. */
  readonly facts?: DeclaredColumns;
}

/** What a formula reads about physicians. */
export interface PhysicianFormulas {
  /** Undefined without a table of physicians: no facts are known. */
  readonly columns: PhysicianColumns | undefined;
  readonly facts: FactFormulas;
  /** What a row must hold; if it does not, the amounts of the physician are NULL. */
  readonly checks: readonly Check[];
  /** Part of the year not due; undefined if the whole year always is. */
  readonly unpaid: UnpaidPart | undefined;
  /** Defaults that replace facts missing from the data. */
  readonly notes: readonly string[];
}

export function physicianFormulas(
  compiled: Compiled,
  year: number,
  referenceYear: number,
  columns: PhysicianColumns | undefined,
): PhysicianFormulas {
  const { schedule } = compiled;
  const { eligible, reads } = schedule;
  const given = columns ?? {};
  const wanted = PHYSICIAN_FACTS.filter(
    (fact) => compiled.reads.has(fact) || fact in eligible.when,
  );
  const facts = new Map<AnyFact, FactFormula>([
    ...wanted.map(
      (fact) =>
        [
          fact,
          readFact(
            fact,
            readers[fact](schedule, year, referenceYear, given),
            reads.ifMissing[fact],
          ),
        ] as const,
    ),
    ...declaredFormulas(compiled, given.facts ?? {}),
  ]);
  return {
    columns,
    facts,
    checks: [...facts].map(([of, { readable }]) => ({ of, holds: readable })),
    unpaid: unpaidPart(schedule, year, given),
    notes: [...facts.values()].flatMap(({ note }) => note ?? []),
  };
}

interface ReadFact {
  readonly value: Expression;
  readonly readable: Expression;
}

function readFact(
  fact: PhysicianFact,
  column: ReadFact | undefined,
  fallback: FactValue | undefined,
): FactFormula {
  if (!column) return missingFact(fact, `physicianColumns.${fact}`, fallback);
  const { value, readable } = column;
  if (fallback === undefined) return columnFact(fact, value, readable);
  if (fact === "physicianAge" || fact === "installationYear")
    return columnFactOrDefault(fact, value, readable, fallback);
  const constant = typeof fallback === "boolean" ? truth(fallback) : text(String(fallback));
  return {
    ...columnFact(fact, fact === "active" ? value : coalesce(value, constant), readable),
    note: whereNull(fact, fallback),
  };
}

type Reader = (
  schedule: Schedule,
  year: number,
  referenceYear: number,
  columns: PhysicianColumns,
) => ReadFact | undefined;

const readers: Readonly<Record<PhysicianFact, Reader>> = {
  zone: (_, __, ___, { zone }) => zone && { value: zone, readable: among(internal("zone"), ZONES) },
  contract: (_, __, ___, { contract }) =>
    contract && { value: contract, readable: isKnown("contract") },
  sector: (_, __, ___, { sector }) =>
    sector && { value: sector, readable: among(internal("sector"), SECTORS) },
  installationYear: ({ reads }, year, referenceYear, { firstYear }) => {
    const counted = (reads.installationYear === "civil" ? year : referenceYear) + 1;
    return (
      firstYear && {
        value: minus(number(counted), firstYear),
        readable: isKnown("installation_year"),
      }
    );
  },
  physicianAge: (_, __, referenceYear, columns) => {
    const value = ageIn(referenceYear, columns);
    return value && { value, readable: anAge(internal("physician_age")) };
  },
  active: (schedule, year, referenceYear, columns) => {
    const isOnDay = activityOf(schedule) === "reference-day";
    const last = isOnDay ? referenceYear : year;
    const first = isOnDay ? `${last}-12-31` : `${last}-01-01`;
    const value = activeBetween(first, last, columns, schedule.reads.ifMissing.active);
    return value && { value, readable: isKnown("active") };
  },
};

/**
 * Active on any day from the first to 31 December of the last year; not before the year of the
 * first installation. `fallback`, or NULL, if both dates are NULL; NULL if the last day is before
 * the first.
 */
function activeBetween(
  firstDay: string,
  lastYear: number,
  { activeFrom: from, activeUntil: until, firstYear }: PhysicianColumns,
  fallback: boolean | undefined,
): Expression | undefined {
  if (!from && !until && !firstYear) return undefined;
  const active = and(
    from ? coalesce(compare(from, "<=", day(`${lastYear}-12-31`)), truth(true)) : truth(true),
    until ? coalesce(compare(until, ">=", day(firstDay)), truth(true)) : truth(true),
  );
  const none = nothing("boolean");
  const disordered = from && until ? compare(until, "<", from) : truth(false);
  const later = firstYear ? compare(firstYear, ">", number(lastYear)) : truth(false);
  const unknown =
    fallback === true
      ? truth(false)
      : and(...[from, until].flatMap((one) => (one ? [isNull(one)] : [])));
  return choose(
    [
      { when: disordered, value: none },
      { when: later, value: truth(false) },
      { when: unknown, value: fallback === undefined ? none : truth(fallback) },
    ],
    active,
  );
}
