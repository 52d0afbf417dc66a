import { C2S_KINDS, PATIENT_FACTS, type AnyFact, type PatientFact } from "../facts.ts";
import type { Compiled } from "../statement/compiled.ts";
import type { Wanted } from "./expression/conditions.ts";
import {
  among,
  and,
  cast,
  choose,
  compare,
  internal,
  minus,
  nothing,
  number,
  text,
  truth,
  yearOf,
  type ColumnReference,
  type Expression,
} from "./expression/expression.ts";
import {
  ageIn,
  anAge,
  columnFact,
  isKnown,
  missingFact,
  type AgeColumns,
  type FactFormula,
  type FactFormulas,
} from "./facts.ts";
import { preventionOf, type Prevention, type PreventionColumns } from "./prevention.ts";

/** Columns of a table of patients, by content; a missing key means that it has no such column. */
export interface PatientColumns extends AgeColumns, PreventionColumns {
  readonly physicianId?: ColumnReference;
  readonly id?: ColumnReference;
  /** Order of the list, which decides ties when odd cents are allocated. */
  readonly place?: ColumnReference;
  /** Boolean. */
  readonly ald?: ColumnReference;
  /** Boolean, or `none`, `free`, `contributory`, `yes`. */
  readonly c2s?: ColumnReference;
  /** Boolean: seen within the schedule's window. */
  readonly seen?: ColumnReference;
  /** A date, or text starting with the year. */
  readonly lastSeen?: ColumnReference;
  readonly yearsSinceSeen?: ColumnReference;
}

/** What a formula reads about patients. */
export interface PatientFormulas {
  readonly columns: PatientColumns;
  readonly facts: FactFormulas;
  readonly prevention: Prevention;
  /** Whether a row is valid; if false or NULL, the physician's amounts are NULL. */
  readonly readable: Expression;
  /** Defaults that replace facts missing from the data. */
  readonly notes: readonly string[];
}

export function patientFormulas(
  compiled: Compiled,
  referenceYear: number,
  columns: PatientColumns,
): PatientFormulas {
  const wanted = PATIENT_FACTS.filter((fact) => compiled.reads.has(fact));
  const facts = new Map<AnyFact, FactFormula>(
    wanted.map((fact) => [fact, readers[fact](compiled, referenceYear, columns)]),
  );
  const prevention = preventionOf(compiled, columns);
  const read = [...facts.values()];
  return {
    columns,
    facts,
    prevention,
    readable: and(
      columns.physicianId ? isKnown("physician_id") : truth(true),
      ...read.map((fact) => fact.readable),
      prevention.readable,
    ),
    notes: [...read.flatMap(({ note }) => note ?? []), ...prevention.notes],
  };
}

type Reader = (compiled: Compiled, referenceYear: number, columns: PatientColumns) => FactFormula;

const readers: Readonly<Record<PatientFact, Reader>> = {
  age: (_, referenceYear, columns) => {
    const age = ageIn(referenceYear, columns);
    return age
      ? columnFact("age", age, anAge(internal("age")))
      : missingFact("age", "columns.age", undefined);
  },
  ald: (_, __, { ald }) =>
    ald ? columnFact("ald", ald, isKnown("ald")) : missingFact("ald", "columns.ald", undefined),
  c2s: ({ c2sKind }, _, { c2s }) => {
    if (!c2s) return missingFact("c2s", "columns.c2s", undefined);
    const word = cast(c2s, "text");
    return c2sKind
      ? { ...columnFact("c2s", c2sKindOf(word), isKnown("c2s")), test: c2sKindIs }
      : columnFact("c2s", hasC2s(word), isKnown("c2s"));
  },
  seen: ({ schedule: { reads } }, referenceYear, { seen, lastSeen, yearsSinceSeen }) => {
    const window = number(Number.parseInt(reads.seenWithin as string, 10));
    const within = (years: Expression): FactFormula =>
      columnFact("seen", compare(years, "<", window), isKnown("seen"));
    if (seen) return columnFact("seen", seen, isKnown("seen"));
    if (lastSeen) return within(minus(number(referenceYear), yearOf(lastSeen)));
    return yearsSinceSeen
      ? within(yearsSinceSeen)
      : missingFact("seen", "columns.seen", reads.ifMissing.seen);
  },
};

const isNone = (word: Expression): Expression => among(word, ["none", "false"]);

function c2sKindOf(word: Expression): Expression {
  return choose(
    [
      { when: isNone(word), value: text("none") },
      { when: among(word, C2S_KINDS), value: word },
    ],
    nothing("text"),
  );
}

function hasC2s(word: Expression): Expression {
  return choose(
    [
      { when: isNone(word), value: truth(false) },
      { when: among(word, [...C2S_KINDS, "yes", "true"]), value: truth(true) },
    ],
    nothing("boolean"),
  );
}

/** Tests the C2S where its kind is known. */
function c2sKindIs(wanted: Wanted): Expression {
  const none = compare(internal("c2s"), wanted === true ? "<>" : "=", text("none"));
  return typeof wanted === "boolean" ? none : compare(internal("c2s"), "=", text(String(wanted)));
}
