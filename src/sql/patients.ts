import { oneOf, refuse } from "../error.ts";
import { C2S_KINDS, factNames, PATIENT_FACTS, type Fact, type PatientFact } from "../facts.ts";
import type { Compiled } from "../statement/compile.ts";
import { requirementsOf } from "../statement/requirements.ts";
import type { PatientNames } from "./columns.ts";
import {
  among,
  and,
  between,
  cast,
  choose,
  coalesce,
  compare,
  foreign,
  isNull,
  minus,
  not,
  nothing,
  number,
  internal,
  text,
  truth,
  when,
  yearOf,
  type Expression,
} from "./expression.ts";
import {
  anAge,
  columnFact,
  missingFact,
  type FactSql,
  type FactsSql,
  type Wanted,
} from "./facts.ts";
import type { Column, Step, Table } from "./query.ts";

/** What the query reads about patients. */
export interface PatientsSql {
  readonly step: Step;
  readonly facts: FactsSql;
  /** Whether a row is valid; if false or NULL, the physician's amounts are NULL. */
  readonly readable: Expression;
  /** Number of actions not itemised by indicator; zero without such a column. */
  readonly counted: Expression;
  /** Whether each indicator is validated, by indicator id. */
  readonly indicators: ReadonlyMap<string, Expression>;
  readonly notes: readonly string[];
}

/** CTE `patient_facts`; `withIds` keeps patient ids and list order. */
export function readPatients(
  compiled: Compiled,
  referenceYear: number,
  table: Table,
  names: PatientNames,
  withIds: boolean,
): PatientsSql {
  const wanted = PATIENT_FACTS.filter((fact) => compiled.reads.has(fact));
  const facts = new Map<Fact, FactSql>(
    wanted.map((fact) => [fact, readers[fact](compiled, referenceYear, names)]),
  );
  const prevention = readPrevention(compiled, names);
  const owner: Column = {
    as: "physician_id",
    value: names.physicianId === undefined ? nothing("text") : foreign(names.physicianId),
  };
  const ids: Column[] = [
    { as: "patient_id", value: names.id === undefined ? nothing("text") : foreign(names.id) },
    { as: "place", value: names.place === undefined ? number(0) : foreign(names.place) },
  ];
  const read = [...facts.values()];
  return {
    step: {
      name: "patient_facts",
      description: "Facts of each patient.",
      select: {
        columns: [
          owner,
          ...(withIds ? ids : []),
          ...read.flatMap(({ column }) => column ?? []),
          ...prevention.columns,
        ],
        from: table,
      },
    },
    facts,
    readable: and(
      names.physicianId === undefined ? truth(true) : not(isNull(internal("physician_id"))),
      ...read.map((fact) => fact.readable),
      prevention.readable,
    ),
    counted: prevention.counted,
    indicators: prevention.indicators,
    notes: [...read.flatMap(({ note }) => note ?? []), ...prevention.notes],
  };
}

type Reader = (compiled: Compiled, referenceYear: number, names: PatientNames) => FactSql;

const readers: Readonly<Record<PatientFact, Reader>> = {
  age: (_, referenceYear, { age, birthDate, birthYear }) => {
    const year = number(referenceYear);
    const value =
      age !== undefined
        ? foreign(age)
        : birthDate !== undefined
          ? minus(year, yearOf(foreign(birthDate)))
          : birthYear !== undefined
            ? minus(year, foreign(birthYear))
            : undefined;
    return value
      ? columnFact("age", value, anAge(internal("age")))
      : missingFact("age", "columns.age", undefined);
  },
  ald: (_, __, { ald }) =>
    ald === undefined
      ? missingFact("ald", "columns.ald", undefined)
      : columnFact("ald", foreign(ald), isKnown("ald")),
  c2s: ({ c2sKind }, _, { c2s }) => {
    if (c2s === undefined) return missingFact("c2s", "columns.c2s", undefined);
    const kindText = cast(foreign(c2s), "text");
    const none = among(kindText, ["none", "false"]);
    const kind = choose(
      [
        { when: none, value: text("none") },
        { when: among(kindText, C2S_KINDS), value: kindText },
      ],
      nothing("text"),
    );
    const any = choose(
      [
        { when: none, value: truth(false) },
        { when: among(kindText, [...C2S_KINDS, "yes", "true"]), value: truth(true) },
      ],
      nothing("boolean"),
    );
    return {
      ...columnFact("c2s", c2sKind ? kind : any, isKnown("c2s")),
      ...(c2sKind && { test: c2sKindIs }),
    };
  },
  seen: ({ schedule: { reads } }, referenceYear, { seen, lastSeen, yearsSinceSeen }) => {
    const window = number(Number.parseInt(reads.seenWithin as string, 10));
    const within = (years: Expression): FactSql =>
      columnFact("seen", compare(years, "<", window), isKnown("seen"));
    if (seen !== undefined) return columnFact("seen", foreign(seen), isKnown("seen"));
    if (lastSeen !== undefined)
      return within(minus(number(referenceYear), yearOf(foreign(lastSeen))));
    return yearsSinceSeen !== undefined
      ? within(foreign(yearsSinceSeen))
      : missingFact("seen", "columns.seen", reads.ifMissing.seen);
  },
};

const isKnown = (column: string): Expression => not(isNull(internal(column)));

/** Tests the C2S where its kind is known. */
function c2sKindIs(wanted: Wanted): Expression {
  const none = compare(internal("c2s"), wanted === true ? "<>" : "=", text("none"));
  return typeof wanted === "boolean" ? none : compare(internal("c2s"), "=", text(String(wanted)));
}

interface PreventionSql extends Pick<PatientsSql, "readable" | "counted" | "indicators" | "notes"> {
  readonly columns: readonly Column[];
}

function readPrevention(
  compiled: Compiled,
  { prevention, indicators }: PatientNames,
): PreventionSql {
  const { amounts, schedule } = compiled;
  const { indicators: known, onePrice, mostActions } = requirementsOf(compiled);
  const paid = amounts.filter(({ per }) => per === "indicator");
  const none: PreventionSql = {
    columns: [],
    readable: truth(true),
    counted: number(0),
    indicators: new Map(),
    notes: [],
  };
  if (paid.length === 0) return none;
  if (prevention === undefined && Object.keys(indicators).length === 0) {
    const fallback = schedule.reads.ifMissing.prevention;
    if (fallback === undefined)
      refuse("FACT_MISSING", "columns.prevention", undefined, {
        fr: "une colonne : le barème n'a pas de défaut",
        en: "a column: the schedule has no default",
      });
    return { ...none, notes: [`${factNames.prevention.en}: ${fallback}`] };
  }
  if (prevention !== undefined && !onePrice) {
    refuse("PREVENTION_UNPRICED", "columns.prevention", prevention, {
      fr: "columns.indicators : les prix des indicateurs diffèrent",
      en: "columns.indicators: the prices of indicators differ",
    });
  }
  for (const id of Object.keys(indicators))
    if (known && !known.has(id))
      refuse("PREVENTION_UNKNOWN", `columns.indicators.${id}`, id, oneOf(known));

  const did = Object.entries(indicators).map(([id, name]) => ({
    id,
    column: { as: `did_${id}`, value: foreign(name) },
  }));
  const count: Column[] =
    prevention === undefined
      ? []
      : [{ as: "actions", value: coalesce(foreign(prevention), number(0)) }];
  return {
    columns: [...count, ...did.map(({ column }) => column)],
    readable:
      prevention === undefined
        ? truth(true)
        : between(internal("actions"), number(0), number(mostActions)),
    counted: prevention === undefined ? number(0) : internal("actions"),
    indicators: new Map(did.map(({ id, column }) => [id, internal(column.as)])),
    notes: [],
  };
}

/** 1 for an invalid row, 0 otherwise. */
export const unreadable = (readable: Expression): Expression =>
  when(readable, number(0), number(1));
