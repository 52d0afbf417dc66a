import { oneOf, refusal, type Refusal, type LocalizedText } from "../error.ts";
import { NoticeBook, type Notice } from "../notice.ts";
import type { Cell } from "./cell.ts";
import { UniqueIds } from "./unique-ids";
import { countPanel, type Panel, type Prevention } from "./panel.ts";
import { isAbsent, readPatient, type ReadContext, type Patient } from "./patient.ts";
import { readId } from "./physician.ts";
import { RowRanges } from "./row-ranges";

/** A row that was refused, and every reason why. */
export interface RejectedRow {
  readonly kind: "patient" | "physician" | "previousPatient";
  /** Place in the list that was given, from 0. */
  readonly index: number;
  readonly id?: string;
  readonly physicianId?: string;
  readonly refusals: readonly Refusal[];
}

/** The patients of one physician, in the order of the list. */
export class PatientList {
  readonly cells: Cell[] = [];
  readonly ids: (string | null)[] = [];
  readonly prevention: (Prevention | undefined)[] = [];
  readonly #rows = new RowRanges();
  readonly notices: NoticeBook = new NoticeBook();
  readonly #taken = new UniqueIds(this.ids);

  /** Keeps a patient; false where the id is taken. @param row his place in the list that was given, from 0 */
  add(cell: Cell, id: string | null, prevention: Prevention | undefined, row: number): boolean {
    if (id !== null && !this.#taken.claim(id)) return false;
    this.cells.push(cell);
    this.ids.push(id);
    this.prevention.push(prevention);
    this.#rows.add(row);
    return true;
  }

  /** Places of the patients in the list that was given, from 0. */
  get rows(): readonly number[] {
    return this.#rows.all();
  }

  panel(referenceYear: number): Panel {
    return countPanel(referenceYear, this.cells, this.prevention);
  }
}

/** To whom a row belongs, or why to nobody. */
export type Owner = (physicianId: string | null, row: number) => PatientList | Refusal;

const FIELDS: ReadonlySet<string> = new Set([
  "id",
  "physicianId",
  "birthDate",
  "age",
  "ald",
  "c2s",
  "seen",
  "lastSeen",
  "prevention",
] satisfies (keyof Patient)[]);
const KINDS = { patients: "patient", previousPatients: "previousPatient" } as const;

export type ListName = keyof typeof KINDS;

export interface ListContext extends ReadContext {
  readonly list: ListName;
}

const anObject: LocalizedText = { fr: "un objet", en: "an object" };
const once: LocalizedText = {
  fr: "un identifiant une seule fois par médecin",
  en: "an identifier once for each physician",
};

/** Reads one row and gives it to its owner, or says why it is refused. A row is never dropped otherwise. */
export function readRow(
  given: Patient,
  index: number,
  frame: ListContext,
  owner: Owner,
  notices: NoticeBook,
): RejectedRow | undefined {
  const row = fieldsOf(given, frame, notices);
  if (row === undefined)
    return {
      kind: KINDS[frame.list],
      index,
      refusals: [refusal("INPUT_INVALID", `${frame.list}[${index}]`, given, anObject)],
    };

  const refusals: Refusal[] = [];
  const told: Notice[] = [];
  const id = idOf(row, "id", index, frame, refusals);
  const physicianId = idOf(row, "physicianId", index, frame, refusals);
  const home = owner(physicianId, index);
  if (home instanceof PatientList) {
    const cell = readPatient(row, index, frame, refusals, told);
    if (cell !== undefined) {
      if (home.add(cell, id, isAbsent(row.prevention) ? undefined : row.prevention, index)) {
        for (const notice of told) home.notices.add(notice);
        return undefined;
      }
      refusals.push(refusal("PATIENT_TWICE", `${frame.list}[${index}].id`, id, once));
    }
  } else {
    refusals.push(home);
    readPatient(row, index, frame, refusals, told);
  }
  return {
    kind: KINDS[frame.list],
    index,
    ...(id !== null && { id }),
    ...(physicianId !== null && { physicianId }),
    refusals,
  };
}

/** Most identifiers are texts: for them nothing else is made. */
function idOf(
  row: Patient,
  field: "id" | "physicianId",
  index: number,
  frame: ReadContext,
  refusals: Refusal[],
): string | null {
  const id = row[field];
  return typeof id === "string" && id !== ""
    ? id
    : readId(id, () => `${frame.list}[${index}].${field}`, refusals);
}

/** The fields of a row, each read once: an object may throw when it is read, or change from one reading to the next. */
function fieldsOf(given: Patient, frame: ListContext, notices: NoticeBook): Patient | undefined {
  try {
    if (typeof given !== "object" || given === null || Array.isArray(given)) return undefined;
    const { id, physicianId, birthDate, age, ald, c2s, seen, lastSeen, prevention } = given;
    const known =
      present(id) +
      present(physicianId) +
      present(birthDate) +
      present(age) +
      present(ald) +
      present(c2s) +
      present(seen) +
      present(lastSeen) +
      present(prevention);
    if (known !== fieldCount(given) || Object.getPrototypeOf(given) !== Object.prototype)
      for (const field in given)
        if (!FIELDS.has(field)) notices.add(unknownField(frame.list, field));
    return {
      id,
      physicianId,
      birthDate,
      age,
      ald,
      c2s,
      seen,
      lastSeen,
      prevention: Array.isArray(prevention) ? [...prevention] : prevention,
    } as Patient;
  } catch {
    return undefined;
  }
}

const present = (value: unknown): number => (value === undefined ? 0 : 1);

/** How many fields a row has: where a plain object has as many as are known and there, none needs to be looked up. */
function fieldCount(row: object): number {
  let count = 0;
  for (const _ in row) count += 1;
  return count;
}

/** The columns of a list that rows are read by: one that exists may not be empty. */
export interface Columns {
  readonly physicianId: boolean;
  /** The column that tells who was seen, if there is one. */
  readonly seen: "seen" | "lastSeen" | undefined;
  readonly prevention: boolean;
}

/** A column of a list of objects exists when any row has it. */
export function columnsOf(rows: readonly Patient[]): Columns {
  return columnsWhere((field) => rows.some((row) => tells(row, field)));
}

/** The columns of a list that has these fields. */
export function columnsWhere(has: (field: keyof Patient) => boolean): Columns {
  return {
    physicianId: has("physicianId"),
    seen: has("seen") ? "seen" : has("lastSeen") ? "lastSeen" : undefined,
    prevention: has("prevention"),
  };
}

function tells(row: Patient, field: keyof Patient): boolean {
  try {
    return row?.[field] !== undefined;
  } catch {
    return false;
  }
}

function unknownField(
  list: string,
  field: string,
): { code: string; path: string; fr: string; en: string } {
  return {
    code: "unknown-field",
    path: `${list}[].${field}`,
    fr: `champ inconnu « ${field} », non lu ; champs lus : ${oneOf(FIELDS).fr}`,
    en: `unknown field "${field}", not read; fields read: ${oneOf(FIELDS).en}`,
  };
}
