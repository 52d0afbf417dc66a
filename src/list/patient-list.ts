import { oneOf, refusal, type Refusal, type LocalizedText } from "../error.ts";
import { NoticeBook, type Notice } from "../notice.ts";
import type { Cell } from "./cell.ts";
import { UniqueIds } from "./unique-ids.ts";
import {
  isAbsent,
  readPatient,
  type Patient,
  type Prevention,
  type ReadContext,
} from "./patient.ts";
import { readId } from "./physician.ts";
import { RowRanges } from "./row-ranges.ts";

/** A rejected row, with every reason. */
export interface RejectedRow {
  readonly kind: "patient" | "physician" | "previousPatient";
  /** Row number in the input list, from 0. */
  readonly index: number;
  readonly id?: string;
  readonly physicianId?: string;
  readonly refusals: readonly Refusal[];
}

/** Patients of one physician, in the order of the list. */
export class PatientList {
  readonly cells: Cell[] = [];
  readonly ids: (string | null)[] = [];
  readonly prevention: (Prevention | undefined)[] = [];
  readonly #rows = new RowRanges();
  readonly notices: NoticeBook = new NoticeBook();
  readonly #usedIds = new UniqueIds(this.ids);

  /**
   * Adds a patient, or returns false if their id is already in use.
   * @param row row number in the input list, from 0
   */
  add(cell: Cell, id: string | null, prevention: Prevention | undefined, row: number): boolean {
    if (id !== null && !this.#usedIds.claim(id)) return false;
    this.cells.push(cell);
    this.ids.push(id);
    this.prevention.push(prevention);
    this.#rows.add(row);
    return true;
  }

  /** Row numbers of the patients in the input list, from 0. */
  get rows(): readonly number[] {
    return this.#rows.all();
  }
}

/** Returns the list that a row belongs to, or why it has none. */
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

/**
 * Reads one row and adds it to its owner's list, or else returns it with the reasons for rejection.
 */
export function readRow(
  given: Patient,
  index: number,
  context: ListContext,
  owner: Owner,
  notices: NoticeBook,
): RejectedRow | undefined {
  const row = fieldsOf(given, context, notices);
  if (row === undefined)
    return {
      kind: KINDS[context.list],
      index,
      refusals: [refusal("INPUT_INVALID", `${context.list}[${index}]`, given, anObject)],
    };

  const refusals: Refusal[] = [];
  const rowNotices: Notice[] = [];
  const id = idOf(row, "id", index, context, refusals);
  const physicianId = idOf(row, "physicianId", index, context, refusals);
  const target = owner(physicianId, index);
  if (target instanceof PatientList) {
    const cell = readPatient(row, index, context, refusals, rowNotices);
    if (cell !== undefined) {
      if (target.add(cell, id, isAbsent(row.prevention) ? undefined : row.prevention, index)) {
        for (const notice of rowNotices) target.notices.add(notice);
        return undefined;
      }
      refusals.push(refusal("PATIENT_TWICE", `${context.list}[${index}].id`, id, once));
    }
  } else {
    refusals.push(target);
    readPatient(row, index, context, refusals, rowNotices);
  }
  return {
    kind: KINDS[context.list],
    index,
    ...(id !== null && { id }),
    ...(physicianId !== null && { physicianId }),
    refusals,
  };
}

/** Most ids are texts, which need neither a conversion nor a closure. */
function idOf(
  row: Patient,
  field: "id" | "physicianId",
  index: number,
  context: ReadContext,
  refusals: Refusal[],
): string | null {
  const id = row[field];
  return typeof id === "string" && id !== ""
    ? id
    : readId(id, () => `${context.list}[${index}].${field}`, refusals);
}

/**
 * Copies the fields of a row, each read once: a getter may throw, or change from one call to the
 * next.
 */
function fieldsOf(given: Patient, context: ListContext, notices: NoticeBook): Patient | undefined {
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
        if (!FIELDS.has(field)) notices.add(unknownField(context.list, field));
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

/** Number of fields. If as many known fields are set, the names need no check. */
function fieldCount(row: object): number {
  let count = 0;
  for (const _ in row) count += 1;
  return count;
}

/**
 * Which optional columns a list has. A missing column concerns the whole list, a missing value its
 * row.
 */
export interface Columns {
  readonly physicianId: boolean;
  /** Column that records who was seen, if any. */
  readonly seen: "seen" | "lastSeen" | undefined;
  readonly prevention: boolean;
}

/** Columns of a list of objects: one exists if any row has its field. */
export function columnsOf(rows: readonly Patient[]): Columns {
  return columnsWhere((field) => rows.some((row) => hasField(row, field)));
}

/** Columns of a list, given which fields it has. */
export function columnsWhere(has: (field: keyof Patient) => boolean): Columns {
  return {
    physicianId: has("physicianId"),
    seen: has("seen") ? "seen" : has("lastSeen") ? "lastSeen" : undefined,
    prevention: has("prevention"),
  };
}

function hasField(row: Patient, field: keyof Patient): boolean {
  try {
    return row?.[field] !== undefined;
  } catch {
    return false;
  }
}

function unknownField(list: string, field: string): Notice {
  return {
    code: "unknown-field",
    path: `${list}[].${field}`,
    fr: `champ inconnu « ${field} », non lu ; champs lus : ${oneOf(FIELDS).fr}`,
    en: `unknown field "${field}", not read; fields read: ${oneOf(FIELDS).en}`,
  };
}
