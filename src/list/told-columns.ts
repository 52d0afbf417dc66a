import { leftOutOn } from "./patient-on.ts";
import type { Patient, SeenColumn } from "./patient.ts";

/**
 * Which optional columns the patients of a physician have. A missing column concerns all of them, a
 * missing value its row.
 */
export interface Columns {
  /** Column that records who was seen, if any. */
  readonly seen: SeenColumn | undefined;
  readonly prevention: boolean;
}

/** Which columns a list has, and those of each of its physicians. */
export interface ToldColumns {
  readonly physicianId: boolean;
  readonly of: (physicianId: string | null) => Columns;
  /** Whether dates say who was on the list on another day, and with which rights. */
  readonly isDated: (physicianId: string | null) => boolean;
  /** Whether they do for any physician. */
  readonly hasDates: () => boolean;
}

/** The columns of the rows that are on the list on any of some days, YYYY-MM-DD. */
export type ColumnsOn = (days: readonly string[]) => ToldColumns;

/** Fields that make an earlier list of the same rows. */
const DATES_OF_LIST = [
  "registeredFrom",
  "registeredUntil",
  "diedOn",
  "aldFrom",
  "aldUntil",
  "c2sFrom",
  "c2sUntil",
] as const satisfies (keyof Patient)[];

/** Columns of a table, which all its physicians have in common. */
export function columnsWhere(has: (field: keyof Patient) => boolean): ToldColumns {
  const seen = (["seen", "lastSeen", "visits"] as const).find(has);
  const all: Columns = { seen, prevention: has("prevention") };
  const isDated = DATES_OF_LIST.some(has);
  return {
    physicianId: has("physicianId"),
    of: () => all,
    isDated: () => isDated,
    hasDates: () => isDated,
  };
}

/**
 * Columns of a list of objects: a physician's patients have one if any of them has its field. So a
 * batch is the sum of its lists, and who is on the list on none of the days says nothing of others.
 */
export function columnsOf(rows: readonly Patient[], days: readonly string[]): ToldColumns {
  let any = 0;
  let every = ALL;
  for (const row of rows) {
    const told = toldBy(row);
    any |= told;
    every &= told;
  }
  const isAlike = ((any ^ every) & OF_PHYSICIAN) === 0;
  const hasPhysicianId = (any & PHYSICIAN) > 0;
  const byPhysician = isAlike ? undefined : toldByPhysician(rows, days);
  const keyOf = (id: string | null): string => (hasPhysicianId ? (id ?? "") : "");
  const told = (id: string | null): number =>
    byPhysician?.get(keyOf(id)) ?? (byPhysician ? 0 : any);
  let found: ReadonlySet<string> | undefined;
  const dated = (): ReadonlySet<string> => (found ??= datedPhysicians(rows));
  return {
    physicianId: hasPhysicianId,
    of: (id) => COLUMNS[told(id) >> 1] as Columns,
    isDated: (id) => dated().has(keyOf(id)),
    hasDates: () => dated().size > 0,
  };
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

const PHYSICIAN = 1;
const SEEN = 2;
const LAST_SEEN = 4;
const VISITS = 8;
const PREVENTION = 16;
const OF_PHYSICIAN = SEEN | LAST_SEEN | VISITS | PREVENTION;
const ALL = PHYSICIAN | OF_PHYSICIAN;

/** The columns of each combination of flags but the first. */
const COLUMNS: readonly Columns[] = Array.from({ length: 16 }, (_, told) => ({
  seen: told & 1 ? "seen" : told & 2 ? "lastSeen" : told & 4 ? "visits" : undefined,
  prevention: (told & 8) > 0,
}));

/** A flag for each field that a row has; a row that cannot be read has none. */
function toldBy(row: Patient): number {
  try {
    return (
      (row.physicianId === undefined ? 0 : PHYSICIAN) |
      (row.seen === undefined ? 0 : SEEN) |
      (row.lastSeen === undefined ? 0 : LAST_SEEN) |
      (row.visits === undefined ? 0 : VISITS) |
      (row.prevention === undefined ? 0 : PREVENTION)
    );
  } catch {
    return 0;
  }
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

/** Field by field, because a loop over names reads each of them as if by a map. */
function isDated(row: Patient): boolean {
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
