import {
  copyOfList,
  ForfaitError,
  guard,
  refuse,
  type Refusal,
  type LocalizedText,
} from "../../error.ts";
import { MILLION, millionthsOf, type Scale } from "../../millionths.ts";
import { OLDEST, type C2sKind, type Zone } from "../../facts.ts";
import { checkKeys } from "../../known-keys.ts";
import { C2S, factsOf, type Cell } from "../../list/cell.ts";
import { allowed } from "./allowed.ts";
import { kindOf, stateOf, type Kind, type SeenForm } from "./code.ts";
import { isAbsent, type Patient } from "../../list/patient.ts";
import { readPatient, type ReadContext } from "../../list/patient-facts.ts";
import { readId } from "../../list/physician.ts";
import { MISSING, type Roster, type Slot } from "./roster.ts";

/**
 * A number of patients with the same facts, the form in which unions and statistics offices hold
 * data. A row without `age` and `ald` is a margin: of the patients of the other rows, which then
 * leave `c2s` out, `n` have this C2S, whoever they are.
 */
export interface CountRow {
  /** Physician of the patients, in a table of several physicians. */
  readonly physicianId?: string | number;
  /**
   * Completed years on the reference day, or an age band, both ends included: `82`, `"75-79"`,
   * `"80+"`.
   */
  readonly age?: number | string;
  readonly ald?: boolean;
  readonly c2s?: boolean | C2sKind;
  /** Seen within the schedule's window. */
  readonly seen?: boolean;
  /** Whole years from the last visit to the reference year. */
  readonly yearsSinceSeen?: number;
  /**
   * Number of patients, at most six decimals where they are weighted; a margin that tells
   * prevention alone has none.
   */
  readonly n?: number;
  /** Zone of the physicians of these patients. */
  readonly zone?: Zone;
  /** Age of the physicians of these patients, or an age band: `67`, `"67+"`. */
  readonly physicianAge?: number | string;
  /** Number of validated prevention actions of these patients, as `n`. */
  readonly prevention?: number;
}

/** An age band, both ends included. */
export interface Band {
  readonly from: number;
  readonly to: number;
  /** Written without an end, as `80+`. */
  readonly isOpen: boolean;
}

/** A row of a table, once read. */
export interface Counted {
  readonly slot: Slot;
  readonly kind: Kind;
  readonly band: Band;
  /** By the scale of the table. */
  readonly n: number;
}

const FIELDS = [
  "physicianId",
  "age",
  "ald",
  "c2s",
  "seen",
  "yearsSinceSeen",
  "n",
  "zone",
  "physicianAge",
  "prevention",
] as const satisfies (keyof CountRow)[];

/**
 * Copies a table, checking that each row is an object with known fields only.
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN
 */
export function copyOfTable(table: readonly CountRow[]): CountRow[] {
  return copyOfList("table", table).map((row, i) => {
    const path = `table[${i}]`;
    if (typeof row !== "object" || row === null)
      return refuse("INPUT_INVALID", path, row, { fr: "un objet", en: "an object" });
    const copy = guard(path, () => ({ ...row }));
    checkKeys(path, copy, FIELDS);
    return copy;
  });
}

/** How a table records when patients were last seen. */
export function seenFormOf(rows: readonly CountRow[]): SeenForm {
  if (rows.some((row) => row.yearsSinceSeen !== undefined)) return "yearsSinceSeen";
  return rows.some((row) => row.seen !== undefined) ? "seen" : "unknown";
}

/** What all rows of a table have in common. */
export interface TableForm {
  readonly hasMargins: boolean;
  readonly scale: Scale;
}

/** Millionths, if a number of patients or of actions has decimals. */
export function scaleOf(numbers: readonly unknown[]): Scale {
  const hasDecimals = (one: unknown): boolean => Number.isFinite(one) && !Number.isInteger(one);
  return numbers.some(hasDecimals) ? MILLION : 1;
}

/** A number of patients or of actions. @throws ForfaitError COUNT_INVALID */
export function countedBy(scale: Scale, value: unknown, path: string): number {
  const count = scale === 1 && isCount(value) ? value : millionthsOf(value);
  const isDoubtful = typeof value === "string" && /^\d{1,3}[.,]\d{3}$/.test(value);
  const allows = isDoubtful ? allowed.written : allowed.decimals;
  return count ?? refuse("COUNT_INVALID", path, value, allows);
}

/** Reads one row of a table. @throws ForfaitError if a value is refused */
export function readCount(
  row: CountRow,
  index: number,
  context: ReadContext,
  form: SeenForm,
  roster: Roster,
  { hasMargins, scale }: TableForm,
): Counted {
  const path = `table[${index}]`;
  const band = bandOf(row.age, `${path}.age`);
  const refusals: Refusal[] = [];
  const { seen, yearsSinceSeen } = row;
  if (form === "seen" && isAbsent(seen))
    refuse("SEEN_MISSING", `${path}.seen`, seen, {
      fr: "true ou false, comme le disent d'autres lignes",
      en: "true or false, as in other rows",
    });
  if (form === "yearsSinceSeen" && !isCount(yearsSinceSeen))
    refuse(
      isAbsent(yearsSinceSeen) ? "SEEN_MISSING" : "SEEN_INVALID",
      `${path}.yearsSinceSeen`,
      yearsSinceSeen,
      allowed.fromZero,
    );
  const lastSeen =
    yearsSinceSeen === undefined
      ? undefined
      : `${context.referenceYear - Math.min(yearsSinceSeen, 2)}`;
  if (hasMargins && !isAbsent(row.c2s))
    refuse("MARGIN_CROSSED", `${path}.c2s`, row.c2s, {
      fr: "vide : une ligne sans âge ni ALD compte déjà la C2S",
      en: "blank: a row without age and ALD counts the C2S already",
    });
  const c2s = hasMargins ? false : row.c2s;
  const patient = { age: band.from, ald: row.ald, c2s, seen, lastSeen } as Patient;
  const physicianId = readId(row.physicianId, () => `${path}.physicianId`, refusals);
  const cell = readPatient(patient, index, context, refusals, []);
  const [first] = refusals;
  if (first) throw new ForfaitError(first);
  const n = countedBy(scale, row.n, `${path}.n`);
  const facts = factsOf(cell as Cell);
  const kind = kindOf(facts.ald ? 1 : 0, C2S.indexOf(facts.c2s), stateOf(form, facts.seen));
  return { slot: slotOf(physicianId, path, roster), kind, band, n };
}

/**
 * Spreads `n` patients evenly over the ages of a band; the youngest ages get one more each until
 * the remainder is used up. Weighted ones are spread by the millionth.
 */
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

/** @throws ForfaitError AGE_MISSING, BAND_INVALID */
export function bandOf(age: unknown, path: string): Band {
  const parts = typeof age === "number" || typeof age === "string" ? BAND.exec(String(age)) : null;
  if (!parts) return refuse(isAbsent(age) ? "AGE_MISSING" : "BAND_INVALID", path, age, aBand);
  const from = Number(parts[1]);
  const isOpen = parts[3] !== undefined;
  const to = isOpen ? OLDEST : Number(parts[2] ?? from);
  return from <= to && to <= OLDEST
    ? { from, to, isOpen }
    : refuse("BAND_INVALID", path, age, aBand);
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** The physician of a row that counts no patient. */
export function marginSlot({ physicianId }: CountRow, index: number, roster: Roster): Slot {
  const refusals: Refusal[] = [];
  const id = readId(physicianId, () => `table[${index}].physicianId`, refusals);
  const [first] = refusals;
  if (first) throw new ForfaitError(first);
  return slotOf(id, `table[${index}]`, roster);
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
