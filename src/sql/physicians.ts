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

/** What the query reads of physicians. */
export interface PhysiciansSql {
  /** Absent where there is no table of physicians: nothing is known of any. */
  readonly step?: Step;
  readonly facts: FactsSql;
  /** The part of the year that is not due; absent where the whole year always is. */
  readonly unpaid?: UnpaidSql;
  readonly notes: readonly string[];
}

/** A table of physicians, and its columns. */
export interface PhysicianTable {
  readonly table: Table;
  readonly names: PhysicianNames;
}

/** The step that reads the table of physicians. Its column `due` is 1, 0 for who is not eligible, NULL for who cannot be read. */
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
    description: "What is known of each physician.",
    select: { columns, from: source.table },
  };
  return { step, facts, ...(part && { unpaid: part }), notes };
}

/** 1 where the year is due, 0 where the physician is not eligible, NULL where the list or a fact cannot be read. */
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
      { when: unread, value: none, remark: "a patient cannot be read" },
      ...(step
        ? [
            {
              when: not(coalesce(readable, truth(false))),
              value: none,
              remark: "the physician cannot be read",
            },
          ]
        : []),
      { when: conditionOf([eligible.when], facts), value: number(1) },
    ],
    number(0),
  );
}

interface Told {
  readonly value: Expression;
  readonly readable: Expression;
}

function readFact(
  fact: PhysicianFact,
  value: Told | undefined,
  stand: FactValue | undefined,
): FactSql {
  if (!value) return missingFact(fact, `physicianColumns.${fact}`, stand);
  if (stand === undefined) return columnFact(fact, value.value, value.readable);
  if (fact === "physicianAge" || fact === "installationYear")
    return columnFactOrDefault(fact, value.value, value.readable, stand);
  const constant = typeof stand === "boolean" ? truth(stand) : text(String(stand));
  return {
    ...columnFact(
      fact,
      fact === "active" ? value.value : coalesce(value.value, constant),
      value.readable,
    ),
    note: whereNull(fact, stand),
  };
}

type Reader = (
  schedule: Schedule,
  year: number,
  referenceYear: number,
  names: PhysicianNames,
) => Told | undefined;

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

/** In activity from no later than one day until no earlier than another; the stand-in, or NULL, where nothing is known of it. */
function activeBetween(
  from: string,
  until: string,
  { activeFrom, activeUntil }: PhysicianNames,
  stand: boolean | undefined,
): Expression | undefined {
  const days = [activeFrom, activeUntil].map((name) => name && cast(foreign(name), "day"));
  const begun = days[0] ? [coalesce(compare(days[0], "<=", day(from)), truth(true))] : [];
  const notEnded = days[1] ? [coalesce(compare(days[1], ">=", day(until)), truth(true))] : [];
  const active = and(...begun, ...notEnded);
  if (begun.length + notEnded.length === 0) return undefined;
  if (stand === true) return active;
  const unknown = and(...days.flatMap((one) => (one ? [isNull(one)] : [])));
  return when(unknown, stand === undefined ? nothing("boolean") : truth(stand), active);
}
