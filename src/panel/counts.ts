import {
  copyOfList,
  ForfaitError,
  guard,
  oneOf,
  refuse,
  type Refusal,
  type LocalizedText,
} from "../error.ts";
import { OLDEST, type C2sKind } from "../facts.ts";
import { C2S, factsOf, type Cell } from "./cell.ts";
import { allowed } from "./columns/allowed.ts";
import { kindOf, stateOf, type Kind, type SeenForm } from "./columns/code.ts";
import { isAbsent, readPatient, type ReadContext, type Patient } from "./patient.ts";
import { readId } from "./physician.ts";
import { MISSING, type Roster, type Slot } from "./columns/roster.ts";

/** So many patients who are alike, as unions and statistics offices count them. */
export interface CountRow {
  /** In a table of several physicians. */
  readonly physicianId?: string | number;
  /** Completed years on the reference day, or a band of them with both ends included: `82`, `"75-79"`, `"80+"`. */
  readonly age: number | string;
  readonly ald: boolean;
  readonly c2s: boolean | C2sKind;
  /** Seen within the schedule's window. */
  readonly seen?: boolean;
  /** Whole years from the last visit to the reference year. */
  readonly yearsSinceSeen?: number;
  /** How many patients. */
  readonly n: number;
}

/** Ages, both ends included. */
export interface Band {
  readonly from: number;
  readonly to: number;
  /** No end was given. */
  readonly isOpen: boolean;
}

/** A row that was read. */
export interface Counted {
  readonly slot: Slot;
  readonly kind: Kind;
  readonly band: Band;
  readonly n: number;
}

const FIELDS: ReadonlySet<string> = new Set([
  "physicianId",
  "age",
  "ald",
  "c2s",
  "seen",
  "yearsSinceSeen",
  "n",
] satisfies (keyof CountRow)[]);

/** Copies a table, of which each row is an object of known fields. @throws ForfaitError INPUT_INVALID */
export function copyOfTable(table: readonly CountRow[]): CountRow[] {
  return copyOfList("table", table).map((row, i) => {
    const path = `table[${i}]`;
    if (typeof row !== "object" || row === null)
      return refuse("INPUT_INVALID", path, row, { fr: "un objet", en: "an object" });
    const copy = guard(path, () => ({ ...row }));
    for (const field of Object.keys(copy))
      if (!FIELDS.has(field)) refuse("INPUT_INVALID", `${path}.${field}`, field, oneOf(FIELDS));
    return copy;
  });
}

/** Which way a table tells who was seen. */
export function seenFormOf(rows: readonly CountRow[]): SeenForm {
  if (rows.some((row) => row.yearsSinceSeen !== undefined)) return "yearsSinceSeen";
  return rows.some((row) => row.seen !== undefined) ? "seen" : "unknown";
}

/** Reads one row of a table. @throws ForfaitError where a value is refused */
export function readCount(
  row: CountRow,
  index: number,
  frame: ReadContext,
  form: SeenForm,
  roster: Roster,
): Counted {
  const path = `table[${index}]`;
  const band = bandOf(row.age, `${path}.age`);
  const refusals: Refusal[] = [];
  const { seen, yearsSinceSeen } = row;
  if (form === "seen" && isAbsent(seen))
    refuse("SEEN_MISSING", `${path}.seen`, seen, {
      fr: "true ou false, comme le disent d'autres lignes",
      en: "true or false, as other rows tell it",
    });
  if (form === "yearsSinceSeen" && !isWhole(yearsSinceSeen))
    refuse(
      isAbsent(yearsSinceSeen) ? "SEEN_MISSING" : "SEEN_INVALID",
      `${path}.yearsSinceSeen`,
      yearsSinceSeen,
      allowed.fromZero,
    );
  const lastSeen =
    yearsSinceSeen === undefined
      ? undefined
      : `${frame.referenceYear - Math.min(yearsSinceSeen, 2)}`;
  const patient = { age: band.from, ald: row.ald, c2s: row.c2s, seen, lastSeen } as Patient;
  const physicianId = readId(row.physicianId, () => `${path}.physicianId`, refusals);
  const cell = readPatient(patient, index, frame, refusals, []);
  const [first] = refusals;
  if (first) throw new ForfaitError(first);
  if (!isWhole(row.n)) refuse("COUNT_INVALID", `${path}.n`, row.n, allowed.fromZero);
  const facts = factsOf(cell as Cell);
  const kind = kindOf(facts.ald ? 1 : 0, C2S.indexOf(facts.c2s), stateOf(form, facts.seen));
  return { slot: slotOf(physicianId, path, roster), kind, band, n: row.n };
}

/** Ages of a band, each with its part of `n` patients: equal parts, and one more to the youngest while there are patients left over. */
export function spreadEvenly({ from, to }: Band, n: number): [age: number, patients: number][] {
  const ages = to - from + 1;
  const part = Math.floor(n / ages);
  return Array.from({ length: ages }, (_, i) => [from + i, part + (i < n - part * ages ? 1 : 0)]);
}

export function bandText({ from, to, isOpen }: Band): string {
  return isOpen ? `${from}+` : `${from}-${to}`;
}

const BAND = /^(\d{1,3})(?:-(\d{1,3})|(\+))?$/;
const aBand: LocalizedText = {
  fr: `un âge ou une tranche, de 0 à ${OLDEST} : 82, "75-79", "80+"`,
  en: `an age or a band, from 0 to ${OLDEST}: 82, "75-79", "80+"`,
};

function bandOf(age: unknown, path: string): Band {
  const parts = typeof age === "number" || typeof age === "string" ? BAND.exec(String(age)) : null;
  if (!parts) return refuse(isAbsent(age) ? "AGE_MISSING" : "BAND_INVALID", path, age, aBand);
  const from = Number(parts[1]);
  const isOpen = parts[3] !== undefined;
  const to = isOpen ? OLDEST : Number(parts[2] ?? from);
  return from <= to && to <= OLDEST
    ? { from, to, isOpen }
    : refuse("BAND_INVALID", path, age, aBand);
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function slotOf(physicianId: string | null, path: string, roster: Roster): Slot {
  const slot = physicianId === null ? roster.only : roster.named(physicianId);
  if (slot >= 0) return slot;
  return refuse(
    slot === MISSING ? "PHYSICIAN_MISSING" : "PHYSICIAN_UNKNOWN",
    `${path}.physicianId`,
    physicianId,
    allowed.given,
  );
}
