import { PHYSICIAN_FACTS, SECTORS, ZONES, type Fact, type PhysicianFact } from "../facts.ts";
import type { FactValue } from "../schedule/conditions.ts";
import type { Schedule } from "../schedule/language.ts";
import type { Compiled } from "../statement/compile.ts";
import type { PhysicianNames } from "./columns.ts";
import {
  among,
  and,
  call,
  cast,
  choose,
  coalesce,
  compare,
  day,
  foreign,
  isNull,
  minus,
  not,
  nothing,
  number,
  over,
  internal,
  text,
  truth,
  when,
  yearOf,
  type Expression,
} from "./expression.ts";
import {
  anAge,
  conditionOf,
  columnFact,
  columnFactOrDefault,
  missingFact,
  whereNull,
  type FactSql,
  type FactsSql,
} from "./facts.ts";
import { unpaid, type UnpaidSql } from "./part-of-year.ts";
import type { Column, Step, Table } from "./query.ts";

/** What the query reads about physicians. */
export interface PhysiciansSql {
  /** Absent without a physician table: no facts are known. */
  readonly step?: Step;
  readonly facts: FactsSql;
  /** Part of the year not due; absent if the whole year always is. */
  readonly unpaid?: UnpaidSql;
  readonly notes: readonly string[];
}

/** The physician table and its columns. */
export interface PhysicianTable {
  readonly table: Table;
  readonly names: PhysicianNames;
}

/** CTE `physician_facts`. */
export function readPhysicians(
  compiled: Compiled,
  year: number,
  referenceYear: number,
  source: PhysicianTable | undefined,
): PhysiciansSql {
  const { schedule } = compiled;
  const { eligible, reads } = schedule;
  const names = source?.names ?? {};
  const wanted = PHYSICIAN_FACTS.filter(
    (fact) => compiled.reads.has(fact) || fact in eligible.when,
  );
  const facts = new Map<Fact, FactSql>(
    wanted.map((fact) => [
      fact,
      readFact(fact, readers[fact](schedule, year, referenceYear, names), reads.ifMissing[fact]),
    ]),
  );
  const all = [...facts.values()];
  const notes = all.flatMap(({ note }) => note ?? []);
  const part = unpaid(schedule, year, names);
  if (!source) return { facts, notes };

  const columns: Column[] = [
    { as: "physician", value: names.id === undefined ? nothing("text") : foreign(names.id) },
    ...all.flatMap(({ column }) => column ?? []),
    ...(part ? [{ as: part.column, value: part.value }] : []),
    {
      as: "times_listed",
      value: over(call("COUNT"), names.id === undefined ? nothing("text") : foreign(names.id)),
    },
  ];
  const step: Step = {
    name: "physician_facts",
    description: "Facts of each physician.",
    select: { columns, from: source.table },
  };
  return { step, facts, ...(part && { unpaid: part }), notes };
}

/**
 * 1 if the year is due, 0 if the physician is not eligible, NULL if the list or a fact is invalid.
 */
export function dueOf(
  { eligible }: Schedule,
  { step, facts }: PhysiciansSql,
  unread: Expression,
): Expression {
  const readable = and(
    compare(internal("times_listed"), "=", number(1)),
    ...[...facts.values()].map((fact) => fact.readable),
  );
  const none = nothing("integer");
  return choose(
    [
      { when: unread, value: none, remark: "invalid patient" },
      ...(step
        ? [
            {
              when: not(coalesce(readable, truth(false))),
              value: none,
              remark: "invalid physician",
            },
          ]
        : []),
      { when: conditionOf([eligible.when], facts), value: number(1) },
    ],
    number(0),
  );
}

interface ReadFact {
  readonly value: Expression;
  readonly readable: Expression;
}

function readFact(
  fact: PhysicianFact,
  column: ReadFact | undefined,
  fallback: FactValue | undefined,
): FactSql {
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
  names: PhysicianNames,
) => ReadFact | undefined;

const isKnown = (column: string): Expression => not(isNull(internal(column)));

const readers: Readonly<Record<PhysicianFact, Reader>> = {
  zone: (_, __, ___, { zone }) =>
    zone === undefined
      ? undefined
      : { value: foreign(zone), readable: among(internal("zone"), ZONES) },
  contract: (_, __, ___, { contract }) =>
    contract === undefined
      ? undefined
      : { value: foreign(contract), readable: isKnown("contract") },
  sector: (_, __, ___, { sector }) =>
    sector === undefined
      ? undefined
      : { value: cast(foreign(sector), "text"), readable: among(internal("sector"), SECTORS) },
  installationYear: ({ reads }, year, referenceYear, { firstInstallation }) => {
    const counted = (reads.installationYear === "civil" ? year : referenceYear) + 1;
    return firstInstallation === undefined
      ? undefined
      : {
          value: minus(number(counted), yearOf(foreign(firstInstallation))),
          readable: isKnown("installation_year"),
        };
  },
  physicianAge: (_, __, referenceYear, { age, birthDate, birthYear }) => {
    const year = number(referenceYear);
    const value =
      age !== undefined
        ? foreign(age)
        : birthDate !== undefined
          ? minus(year, yearOf(foreign(birthDate)))
          : birthYear !== undefined
            ? minus(year, foreign(birthYear))
            : undefined;
    return value && { value, readable: anAge(internal("physician_age")) };
  },
  active: ({ eligible, reads }, year, referenceYear, names) => {
    const wholeDay = eligible.partYear === "none" ? `${referenceYear}-12-31` : undefined;
    const value = activeBetween(
      wholeDay ?? `${year}-12-31`,
      wholeDay ?? `${year}-01-01`,
      names,
      reads.ifMissing.active,
    );
    return value && { value, readable: isKnown("active") };
  },
};

/**
 * Active from `from` at the latest to `until` at the earliest; `fallback`, or NULL, if both dates
 * are NULL.
 */
function activeBetween(
  from: string,
  until: string,
  { activeFrom, activeUntil }: PhysicianNames,
  fallback: boolean | undefined,
): Expression | undefined {
  const days = [activeFrom, activeUntil].map((name) => name && cast(foreign(name), "day"));
  const begun = days[0] ? [coalesce(compare(days[0], "<=", day(from)), truth(true))] : [];
  const notEnded = days[1] ? [coalesce(compare(days[1], ">=", day(until)), truth(true))] : [];
  const active = and(...begun, ...notEnded);
  if (begun.length + notEnded.length === 0) return undefined;
  if (fallback === true) return active;
  const unknown = and(...days.flatMap((one) => (one ? [isNull(one)] : [])));
  return when(unknown, fallback === undefined ? nothing("boolean") : truth(fallback), active);
}
