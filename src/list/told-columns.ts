import { PATIENT_DATES } from "../facts.ts";
import { leftOutOn } from "./patient-on.ts";
import type { Patient, SeenColumn } from "./patient.ts";
import { TELLING_FIELDS } from "./row-prevention.ts";

/**
 * Which optional columns the patients of a physician have. A missing column concerns all of them, a
 * missing value its row.
 */
export interface Columns {
  /** Whether any column records who was seen. */
  readonly seen: boolean;
  readonly prevention: boolean;
}

/** Which columns a list has, and those of each of its physicians. */
export interface ToldColumns {
  readonly physicianId: boolean;
  /** @param kept the physician's rows that are kept, which are asked first */
  readonly of: (physicianId: string | null, kept: KeptRows) => Columns;
  /** Column that records who was seen among a physician's patients, if any. */
  readonly seenOf: (physicianId: string | null) => SeenColumn | undefined;
  /** Whether dates say who was on the list on another day, and with which rights. */
  readonly isDated: (physicianId: string | null) => boolean;
  /** Whether they do for any physician. */
  readonly hasDates: () => boolean;
}

/** Some rows of a list, by their number. */
export interface KeptRows {
  hasRow(test: (row: number) => boolean): boolean;
}

/** The columns of the rows that are on the list on any of some days, YYYY-MM-DD. */
export type ColumnsOn = (days: readonly string[]) => ToldColumns;

/** Columns of a table, which all its physicians have in common. */
export function columnsWhere(has: (field: keyof Patient) => boolean): ToldColumns {
  const seen = SEEN_COLUMNS.find(has);
  const all: Columns = { seen: seen !== undefined, prevention: TOLD_BY.some(has) };
  const isDated = PATIENT_DATES.some(has);
  return {
    physicianId: has("physicianId"),
    of: () => all,
    seenOf: () => seen,
    isDated: () => isDated,
    hasDates: () => isDated,
  };
}

/**
 * Columns of a list of objects: a physician's patients have one if any of them has its field. So a
 * batch is the sum of its lists, and who is on the list on none of the days says nothing of others.
 * Most lists answer by their first rows; all rows are asked where they do not.
 * @param mayHaveDates false spares a look for dates in every row
 */
export function columnsOf(
  rows: readonly Patient[],
  days: readonly string[],
  mayHaveDates = true,
): ToldColumns {
  const hasAny = (flag: number): boolean => rows.some((row) => (toldBy(row) & flag) > 0);
  const hasPhysicianId = hasAny(PHYSICIAN);
  const hasSeen = once(() => hasAny(SEEN_BY_ANY));
  const hasPrevention = once(() => hasAny(PREVENTION));
  const byPhysician = once(() => toldByPhysician(rows, days));
  const dated = once(() => (mayHaveDates ? datedPhysicians(rows) : new Set<string>()));
  const keyOf = (id: string | null): string => (hasPhysicianId ? (id ?? "") : "");
  const toldFor = (id: string | null): number => byPhysician().get(keyOf(id)) ?? 0;

  return {
    physicianId: hasPhysicianId,
    of(id, kept) {
      let told = 0;
      kept.hasRow((row) => {
        told |= toldBy(rows[row] as Patient);
        return (told & SEEN_BY_ANY) > 0 && (told & PREVENTION) > 0;
      });
      const isOpen =
        ((told & SEEN_BY_ANY) === 0 && hasSeen()) || ((told & PREVENTION) === 0 && hasPrevention());
      const all = isOpen ? told | toldFor(id) : told;
      return { seen: (all & SEEN_BY_ANY) > 0, prevention: (all & PREVENTION) > 0 };
    },
    seenOf(id) {
      if (!hasSeen()) return undefined;
      const told = toldFor(id);
      return SEEN_COLUMNS.find((_, i) => (told & (SEEN << i)) > 0);
    },
    isDated: (id) => dated().has(keyOf(id)),
    hasDates: () => dated().size > 0,
  };
}

/** Works out a value when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Id of a row's physician as text; empty if it has none, or none that can be read. */
export function physicianOf(row: Patient): string {
  try {
    const id: unknown = row.physicianId;
    return typeof id === "number" ? String(id) : typeof id === "string" ? id : "";
  } catch {
    return "";
  }
}

/** The column by which a row tells who was seen, if it does. */
export function seenColumnOf(row: Patient): SeenColumn | undefined {
  const told = toldBy(row);
  return SEEN_COLUMNS.find((_, i) => (told & (SEEN << i)) > 0);
}

const TOLD_BY = ["prevention", ...TELLING_FIELDS] as const;

const SEEN_COLUMNS = ["seen", "lastSeen", "visits"] as const satisfies readonly SeenColumn[];

const PHYSICIAN = 1;
const PREVENTION = 2;
/** The flags of `SEEN_COLUMNS`, in their order. */
const SEEN = 4;
const LAST_SEEN = 8;
const VISITS = 16;
const SEEN_BY_ANY = SEEN | LAST_SEEN | VISITS;

/** A flag for each field that a row has; a row that cannot be read has none. */
function toldBy(row: Patient): number {
  let told = 0;
  try {
    told =
      (row.physicianId === undefined ? 0 : PHYSICIAN) |
      (row.seen === undefined ? 0 : SEEN) |
      (row.lastSeen === undefined ? 0 : LAST_SEEN) |
      (row.visits === undefined ? 0 : VISITS) |
      (row.prevention === undefined && row.acts === undefined && row.preventionStatus === undefined
        ? 0
        : PREVENTION);
  } catch {
    // It is refused when it is read.
  }
  return told;
}

function toldByPhysician(
  rows: readonly Patient[],
  days: readonly string[],
): ReadonlyMap<string, number> {
  const told = new Map<string, number>();
  for (const row of rows) {
    if (days.every((day) => leftOutOn(row, day) !== undefined)) continue;
    const key = physicianOf(row);
    told.set(key, (told.get(key) ?? 0) | toldBy(row));
  }
  return told;
}

function datedPhysicians(rows: readonly Patient[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const row of rows) if (isDated(row)) found.add(physicianOf(row));
  return found;
}

/**
 * Whether a row holds dates. Field by field, because a loop over names reads each of them as if by
 * a map.
 */
export function isDated(row: Patient): boolean {
  try {
    return (
      row.registeredFrom !== undefined ||
      row.registeredUntil !== undefined ||
      row.diedOn !== undefined ||
      row.aldFrom !== undefined ||
      row.aldUntil !== undefined ||
      row.c2sFrom !== undefined ||
      row.c2sUntil !== undefined
    );
  } catch {
    return false;
  }
}
