import { lastDay } from "../day.ts";
import { C2S_KINDS, PATIENT_FACTS, type AnyFact, type PatientFact } from "../facts.ts";
import type { Compiled } from "../statement/compiled.ts";
import { lateVisitOf } from "../statement/facts.ts";
import type { Check } from "./check.ts";
import type { Wanted } from "./expression/conditions.ts";
import {
  among,
  and,
  between,
  choose,
  compare,
  internal,
  isNull,
  minus,
  not,
  nothing,
  number,
  or,
  text,
  truth,
  type Branch,
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
import { listOnDay, type DatedColumns, type ListOnDay } from "./list-on-day.ts";
import { periodOn, type Period } from "./period.ts";
import { preventionOf, type Prevention, type PreventionColumns } from "./prevention.ts";

/** Columns of a table of patients, by content; a missing key means that it has no such column. */
export interface PatientColumns extends AgeColumns, DatedColumns, PreventionColumns {
  readonly physicianId?: ColumnReference;
  readonly id?: ColumnReference;
  /** Order of the list, which decides ties when odd cents are allocated. */
  readonly place?: ColumnReference;
  /** Boolean. */
  readonly ald?: ColumnReference;
  /** `none`, `free`, `contributory`, or `yes` where the kind is not told. */
  readonly c2s?: ColumnReference;
  /** Boolean: seen within the schedule's window. */
  readonly seen?: ColumnReference;
  /** Year of the last visit. */
  readonly lastYear?: ColumnReference;
  readonly yearsSinceSeen?: ColumnReference;
}

/** What a formula reads about patients. */
export interface PatientFormulas {
  readonly columns: PatientColumns;
  readonly facts: FactFormulas;
  readonly prevention: Prevention;
  /** Undefined if the table has no dates: all its rows are of the list. */
  readonly onDay: ListOnDay | undefined;
  /** What a row must hold; if it does not, the amounts of the physician are NULL. */
  readonly checks: readonly Check[];
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
  const onDay = listOnDay(lastDay(referenceYear), columns);
  const read = [...facts.values()];
  return {
    columns,
    facts,
    prevention,
    onDay,
    checks: [
      ...(columns.physicianId ? [{ of: "physicianId", holds: isKnown("physician_id") }] : []),
      ...(onDay?.registered ? [{ of: "registered", holds: isKnown(onDay.registered.as) }] : []),
      ...[...facts].map(([of, { readable }]) => ({ of, holds: readable })),
      { of: "prevention", holds: prevention.readable },
    ],
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
  ald: (_, referenceYear, { ald, aldFrom, aldUntil }) => {
    const period = periodOn(lastDay(referenceYear), aldFrom, aldUntil);
    const value = choose(byDates(period), ald ?? nothing("boolean"));
    return ald || isTold(period)
      ? columnFact("ald", value, isKnown("ald"))
      : missingFact("ald", "columns.ald", undefined);
  },
  c2s: ({ c2sKind }, referenceYear, { c2s, c2sFrom, c2sUntil }) => {
    const period = periodOn(lastDay(referenceYear), c2sFrom, c2sUntil);
    if (!c2s && !isTold(period)) return missingFact("c2s", "columns.c2s", undefined);
    return c2sKind
      ? { ...columnFact("c2s", c2sKindOf(c2s, period), isKnown("c2s")), test: c2sKindIs }
      : columnFact("c2s", hasC2s(c2s, period), isKnown("c2s"));
  },
  seen: ({ schedule }, referenceYear, { seen, lastYear, yearsSinceSeen }) => {
    const { reads } = schedule;
    const window = Number.parseInt(reads.seenWithin as string, 10);
    const within = (years: Expression): FactFormula => {
      const isWithin =
        lateVisitOf(schedule) === "seen"
          ? compare(years, "<", number(window))
          : between(years, number(0), number(window - 1));
      return columnFact("seen", isWithin, isKnown("seen"));
    };
    if (seen) return columnFact("seen", seen, isKnown("seen"));
    if (lastYear) return within(minus(number(referenceYear), lastYear));
    return yearsSinceSeen
      ? within(yearsSinceSeen)
      : missingFact("seen", "columns.seen", reads.ifMissing.seen);
  },
};

/** Whether a table has a date of a period. */
const isTold = ({ isDated }: Period): boolean => isDated.kind !== "boolean";

/** What dates make of a status; nothing, where a row has none. */
function byDates({ isDisordered, isAway, isDated }: Period): Branch[] {
  return [
    { when: isDisordered, value: nothing("boolean") },
    { when: isAway, value: truth(false) },
    { when: isDated, value: truth(true) },
  ];
}

const isNone = (word: Expression): Expression => compare(word, "=", text("none"));
const WORDS = ["none", ...C2S_KINDS, "yes"];

/** A word that no dates make one of those that are known. */
function unknownWord(word: Expression | undefined, period: Period, none: Expression): Branch[] {
  return word && isTold(period) ? [{ when: not(among(word, WORDS)), value: none }] : [];
}

function c2sKindOf(word: Expression | undefined, period: Period): Expression {
  const none = nothing("text");
  const isOfNoKind = word ? or(isNull(word), isNone(word)) : truth(true);
  const { isDisordered, isAway, isDated } = period;
  return choose(
    [
      ...unknownWord(word, period, none),
      { when: isDisordered, value: none },
      { when: isAway, value: text("none") },
      // Dates tell that the C2S holds, not which one.
      { when: and(isDated, isOfNoKind), value: none },
      ...(word
        ? [
            { when: isNone(word), value: text("none") },
            { when: among(word, C2S_KINDS), value: word },
          ]
        : []),
    ],
    none,
  );
}

function hasC2s(word: Expression | undefined, period: Period): Expression {
  const none = nothing("boolean");
  return choose(
    [
      ...unknownWord(word, period, none),
      ...byDates(period),
      ...(word
        ? [
            { when: isNone(word), value: truth(false) },
            { when: among(word, [...C2S_KINDS, "yes"]), value: truth(true) },
          ]
        : []),
    ],
    none,
  );
}

/** Tests the C2S where its kind is known. */
function c2sKindIs(wanted: Wanted): Expression {
  const none = compare(internal("c2s"), wanted === true ? "<>" : "=", text("none"));
  return typeof wanted === "boolean" ? none : compare(internal("c2s"), "=", text(String(wanted)));
}
