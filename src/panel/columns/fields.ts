import { copyOfList, guard, oneOf, refuse, type LocalizedText } from "../../error.ts";
import { MOST_INDICATORS, OLDEST, PATIENT_DATES } from "../../facts.ts";
import type { ByIndicator, IndicatorId } from "../../ids.ts";
import { C2S_OF_UNKNOWN_KIND } from "../../list/cell.ts";
import { allowed } from "./allowed.ts";
import type { SeenForm } from "./code.ts";
import { RowsOnDay, type DatedVectors } from "./on-day.ts";
import {
  aColumn,
  type Column,
  daysOf,
  isColumn,
  namesOf,
  vectorOf,
  type Vector,
} from "./vector.ts";
import type { Requirements } from "../../list/patient-facts.ts";

/**
 * A list in columns of equal length. Values are numbers; booleans may stand for yes and no. A null
 * is refused, never guessed. Required: `age` or `birthYear`, `ald` and `c2s`.
 */
export interface PanelColumns {
  /**
   * Physician id, or index into the array of physicians. Absent: all patients have one physician.
   */
  readonly physicianId?: Column;
  /** Completed years on the reference day, 0 to 129. */
  readonly age?: Column;
  /** Calendar year of birth. */
  readonly birthYear?: Column;
  /** 0 or 1. */
  readonly ald: Column;
  /** 0 none, 1 free, 2 contributory, 3 C2S of unknown kind; a boolean `true` reads as 3. */
  readonly c2s: Column;
  /** Seen within the schedule's window, 0 or 1. */
  readonly seen?: Column;
  /** Whole years from the last visit to the reference year, from 0. */
  readonly yearsSinceSeen?: Column;
  /**
   * Validated prevention indicators: a column with their number, or a 0/1 column for each
   * indicator, or a bit mask with the indicator of each bit, lowest bit first.
   */
  readonly prevention?: Column | ByIndicator<Column> | PreventionMask;
  /**
   * First and last day with this médecin traitant. Here and below whole days since 1970-01-01, as
   * DuckDB, Arrow (Date32) and numpy hold them; null, or the lowest integer, for no date.
   * With any of these columns, rows that are not on the list on the reference day are left out.
   */
  readonly registeredFrom?: Column;
  readonly registeredUntil?: Column;
  /** Who died on the reference day or before is not on the list. */
  readonly diedOn?: Column;
  /** First and last day of the ALD, which decide before `ald`. */
  readonly aldFrom?: Column;
  readonly aldUntil?: Column;
  /** First and last day of the C2S, which decide before `c2s`; it may still say the kind. */
  readonly c2sFrom?: Column;
  readonly c2sUntil?: Column;
}

export interface PreventionMask {
  readonly mask: Column;
  readonly indicators: readonly IndicatorId[];
}

/** Highest valid value of each column that is read as bytes; the lowest is 0. */
export interface Limits {
  readonly age: number;
  readonly c2s: number;
  readonly seen: number;
  readonly actions: number;
}

/** Columns whose names, types and lengths are checked, but not their values. */
export interface Fields {
  readonly rows: number;
  readonly physician: Vector | undefined;
  readonly age: Vector | undefined;
  readonly birthYear: Vector | undefined;
  readonly referenceYear: number;
  readonly ald: Vector;
  readonly c2s: Vector;
  readonly seen: Vector | undefined;
  readonly yearsSinceSeen: Vector | undefined;
  readonly seenForm: SeenForm;
  readonly hasPrevention: boolean;
  readonly actions: Vector | undefined;
  readonly mask: Vector | undefined;
  readonly flags: readonly Vector[];
  /** Indicator of each bit of the mask, or of each flag column. */
  readonly indicators: readonly string[];
  readonly limits: Limits;
  /** Where columns have dates: the list on the reference day, of which `ald` and `c2s` are. */
  readonly onDay: RowsOnDay | undefined;
}

const NAMES = [
  "physicianId",
  "age",
  "birthYear",
  "ald",
  "c2s",
  "seen",
  "yearsSinceSeen",
  "prevention",
  ...PATIENT_DATES,
] as const satisfies readonly (keyof PanelColumns)[];

/**
 * Checks the names, types and lengths of the columns.
 * @throws ForfaitError COLUMN_INVALID, PREVENTION_UNKNOWN, PREVENTION_UNPRICED
 */
export function fieldsOf(given: PanelColumns, asked: Requirements, referenceYear: number): Fields {
  if (typeof given !== "object" || given === null)
    refuse("INPUT_INVALID", "columns", given, oneOf(NAMES));
  const columns = guard("columns", () => ({ ...given }));
  for (const name of Object.keys(columns))
    if (!(NAMES as readonly string[]).includes(name))
      refuse("COLUMN_INVALID", `columns.${name}`, name, oneOf(NAMES));
  const vector = (
    name: Exclude<keyof PanelColumns, "prevention">,
    read = vectorOf,
  ): Vector | undefined =>
    columns[name] === undefined ? undefined : read(columns[name], `columns.${name}`);
  const needed = (name: "ald" | "c2s"): Vector =>
    vector(name) ?? refuse("COLUMN_INVALID", `columns.${name}`, undefined, aColumn);
  const age = vector("age");
  const birthYear = vector("birthYear");
  const seen = vector("seen");
  const yearsSinceSeen = vector("yearsSinceSeen");
  oneAtMost("age", "birthYear", age, birthYear);
  oneAtMost("seen", "yearsSinceSeen", seen, yearsSinceSeen);
  if (!age && !birthYear)
    refuse("COLUMN_INVALID", "columns.age", undefined, {
      fr: "une colonne age ou birthYear",
      en: "a column age or birthYear",
    });
  const dates = datesOf((name) => vector(name, daysOf));
  const fields: Fields = {
    rows: (age ?? (birthYear as Vector)).length,
    physician: vector("physicianId", namesOf),
    age,
    birthYear,
    referenceYear,
    ald: needed("ald"),
    c2s: needed("c2s"),
    seen,
    yearsSinceSeen,
    seenForm: seen ? "seen" : yearsSinceSeen ? "yearsSinceSeen" : "unknown",
    ...preventionOf(columns.prevention, asked),
    limits: {
      age: OLDEST,
      c2s: asked.c2sKind ? C2S_OF_UNKNOWN_KIND - 1 : C2S_OF_UNKNOWN_KIND,
      seen: yearsSinceSeen ? 2 : seen ? 1 : 0,
      actions: asked.mostActions,
    },
    onDay: undefined,
  };
  checkLengths(fields, dates);
  return Object.values(dates).some(Boolean) ? onReferenceDay(fields, dates) : fields;
}

function datesOf(vector: (name: keyof DatedVectors) => Vector | undefined): DatedVectors {
  return Object.fromEntries(PATIENT_DATES.map((name) => [name, vector(name)]));
}

function onReferenceDay(fields: Fields, dates: DatedVectors): Fields {
  const onDay = new RowsOnDay(dates, fields, fields.rows, fields.referenceYear);
  return { ...fields, ald: onDay.ald, c2s: onDay.c2s, onDay };
}

type PreventionFields = Pick<Fields, "hasPrevention" | "actions" | "mask" | "flags" | "indicators">;

function preventionOf(given: PanelColumns["prevention"], asked: Requirements): PreventionFields {
  const path = "columns.prevention";
  const none: PreventionFields = {
    hasPrevention: given !== undefined,
    actions: undefined,
    mask: undefined,
    flags: [],
    indicators: [],
  };
  if (given === undefined) return none;
  if (typeof given !== "object" || given === null) refuse("COLUMN_INVALID", path, given, aColumn);
  const prevention = guard(path, () => (isColumn(given) ? given : { ...given }), "COLUMN_INVALID");
  if (isColumn(prevention)) {
    if (!asked.onePrice) refuse("PREVENTION_UNPRICED", path, "number", allowed.ofEach);
    return { ...none, actions: vectorOf(prevention, path) };
  }
  const isMask = "indicators" in prevention && Array.isArray(prevention.indicators);
  const indicators = isMask
    ? copyOfList(`${path}.indicators`, (prevention as PreventionMask).indicators)
    : Object.keys(prevention);
  checkIndicators(indicators, asked);
  if (isMask) return { ...none, mask: vectorOf(prevention.mask, `${path}.mask`), indicators };
  return {
    ...none,
    flags: indicators.map((id) =>
      vectorOf((prevention as Record<string, Column>)[id], `${path}.${id}`),
    ),
    indicators,
  };
}

function checkIndicators(ids: readonly string[], { indicators }: Requirements): void {
  const path = "columns.prevention";
  if (ids.length > MOST_INDICATORS)
    refuse("PREVENTION_INVALID", path, ids.length, {
      fr: `${MOST_INDICATORS} indicateurs au plus`,
      en: `${MOST_INDICATORS} indicators at most`,
    });
  for (const [i, id] of ids.entries()) {
    if (typeof id !== "string" || id === "")
      refuse("PREVENTION_INVALID", path, id, {
        fr: "des noms d'indicateurs",
        en: "names of indicators",
      });
    if (indicators && !indicators.has(id))
      refuse("PREVENTION_UNKNOWN", path, id, oneOf(indicators));
    if (ids.indexOf(id) !== i)
      refuse("PREVENTION_TWICE", path, id, {
        fr: "chaque indicateur une seule fois",
        en: "each indicator once",
      });
  }
}

function checkLengths(
  { rows, physician, ald, c2s, seen, yearsSinceSeen, actions, mask, flags, indicators }: Fields,
  dates: DatedVectors,
): void {
  const length: LocalizedText = {
    fr: `une colonne de ${rows} valeurs, comme l'âge`,
    en: `a column of ${rows} values, like the age`,
  };
  const all: Readonly<Record<string, Vector | undefined>> = {
    physicianId: physician,
    ald,
    c2s,
    seen,
    yearsSinceSeen,
    prevention: actions,
    "prevention.mask": mask,
    ...dates,
  };
  const ofIndicators = flags.map((flag, i) => [`prevention.${indicators[i]}`, flag] as const);
  for (const [name, vector] of [...Object.entries(all), ...ofIndicators]) {
    if (vector && vector.length !== rows)
      refuse("COLUMN_INVALID", `columns.${name}`, vector.length, length);
  }
}

function oneAtMost(one: string, other: string, first: unknown, second: unknown): void {
  if (first !== undefined && second !== undefined)
    refuse("COLUMN_INVALID", `columns.${other}`, other, {
      fr: `${one} ou ${other}, pas les deux`,
      en: `${one} or ${other}, not both`,
    });
}
