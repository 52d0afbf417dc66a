import { oneOf, refusal, type Refusal, type LocalizedText } from "../error.ts";
import { NoticeBook, type Notice } from "../notice.ts";
import type { Cell } from "./cell.ts";
import { UniqueIds } from "./unique-ids.ts";
import { isAbsent, readFacts, type Patient, type Prevention, type ReadContext } from "./patient.ts";
import type { ListColumns } from "./list-columns.ts";
import { readId } from "./physician.ts";
import { RowRanges } from "./row-ranges.ts";

/** A rejected row, with every reason. */
export interface RejectedRow {
  readonly kind: "patient" | "physician" | "practice" | "previousPatient";
  /** Row number in the input list, from 0. */
  readonly index: number;
  readonly id?: string;
  readonly physicianId?: string;
  readonly refusals: readonly Refusal[];
}

/** Patients of one physician, in the order of the list: some of the rows that are kept. */
export class PatientList {
  readonly notices: NoticeBook = new NoticeBook();
  readonly #columns: ListColumns;
  readonly #places = new RowRanges();
  readonly #usedIds = new UniqueIds(() => this.ids);
  #gathered: { readonly cells: Uint16Array; readonly actions: Uint8Array } | undefined;

  constructor(columns: ListColumns) {
    this.#columns = columns;
  }

  /**
   * Adds a patient, or returns false if their id is already in use.
   * @param row row number in the input list, from 0
   */
  add(cell: Cell, id: string | null, prevention: Prevention | undefined, row: number): boolean {
    if (id !== null && !this.#usedIds.claim(id)) return false;
    this.#places.add(this.#columns.add(cell, id, prevention, row));
    this.#gathered = undefined;
    return true;
  }

  get size(): number {
    return this.#places.size;
  }

  get cells(): Uint16Array {
    return this.#own.cells;
  }

  get ids(): (string | null)[] {
    const { ids } = this.#columns;
    return this.#places.all().map((at) => ids[at] as string | null);
  }

  /** Row numbers of the patients in the input list, from 0. */
  get rows(): readonly number[] {
    return [...this.#places.of(this.#columns.rows)];
  }

  /** What is validated for each patient: their indicators, or a number of actions. */
  get prevention(): Prevention[] {
    const { actions, indicators } = this.#columns;
    return this.#places.all().map((at) => indicators.get(at) ?? (actions[at] as number));
  }

  /** Number of actions of each patient, zero where they are itemised. */
  get actions(): Uint8Array {
    return this.#own.actions;
  }

  /** Gathered once, because a list may be counted under many schedules. */
  get #own(): { readonly cells: Uint16Array; readonly actions: Uint8Array } {
    return (this.#gathered ??= {
      cells: this.#places.of(this.#columns.cells),
      actions: this.#places.of(this.#columns.actions),
    });
  }

  /** The itemised indicators of the patients who have them. */
  get indicators(): Exclude<Prevention, number>[] {
    const { indicators } = this.#columns;
    return indicators.size === 0
      ? []
      : this.#places.all().flatMap((at) => {
          const found = indicators.get(at);
          return found ? [found] : [];
        });
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
 * Reads rows one by one: each is added to its owner's list, or returned with the reasons for its
 * rejection. An ordinary row makes no object.
 */
export class RowReader {
  readonly #context: ListContext;
  readonly #owner: Owner;
  /** About the list; those about a row go to its physician's list. */
  readonly #notices: NoticeBook;
  #refusals: Refusal[] = [];
  #rowNotices: Notice[] = [];

  constructor(context: ListContext, owner: Owner, notices: NoticeBook) {
    this.#context = context;
    this.#owner = owner;
    this.#notices = notices;
  }

  /** Each field is read once: a getter may throw, or change from one call to the next. */
  read(given: Patient, index: number): RejectedRow | undefined {
    let id, physicianId, birthDate, age, ald, c2s, seen, lastSeen, prevention;
    try {
      if (typeof given !== "object" || given === null || Array.isArray(given))
        return this.#noObject(given, index);
      ({ id, physicianId, birthDate, age, ald, c2s, seen, lastSeen, prevention } = given);
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
        this.#noteUnknown(given);
      if (typeof prevention === "object" && Array.isArray(prevention)) prevention = [...prevention];
    } catch {
      return this.#noObject(given, index);
    }

    const refusals = this.#refusals;
    const ownId = this.#idOf(id, "id", index);
    const ownerId = this.#idOf(physicianId, "physicianId", index);
    const target = this.#owner(ownerId, index);
    const isOwned = target instanceof PatientList;
    if (!isOwned) refusals.push(target);
    const cell = readFacts(
      age,
      birthDate,
      ald,
      c2s,
      seen,
      lastSeen,
      prevention,
      index,
      this.#context,
      refusals,
      this.#rowNotices,
    );
    if (isOwned && cell !== undefined) {
      if (target.add(cell, ownId, isAbsent(prevention) ? undefined : prevention, index)) {
        if (this.#rowNotices.length > 0) this.#addNotices(target.notices);
        return undefined;
      }
      refusals.push(refusal("PATIENT_TWICE", `${this.#context.list}[${index}].id`, ownId, once));
    }
    return this.#rejected(index, ownId, ownerId);
  }

  #noObject(given: unknown, index: number): RejectedRow {
    const { list } = this.#context;
    const refusals = [refusal("INPUT_INVALID", `${list}[${index}]`, given, anObject)];
    return { kind: KINDS[list], index, refusals };
  }

  #addNotices(notices: NoticeBook): void {
    for (const notice of this.#rowNotices) notices.add(notice);
    this.#rowNotices = [];
  }

  #rejected(index: number, id: string | null, physicianId: string | null): RejectedRow {
    const refusals = this.#refusals;
    this.#refusals = [];
    this.#rowNotices = [];
    return {
      kind: KINDS[this.#context.list],
      index,
      ...(id !== null && { id }),
      ...(physicianId !== null && { physicianId }),
      refusals,
    };
  }

  #idOf(id: unknown, field: "id" | "physicianId", index: number): string | null {
    return typeof id === "string" && id !== "" ? id : this.#otherId(id, field, index);
  }

  /** Apart, because a function that holds a closure makes an object at every call. */
  #otherId(id: unknown, field: "id" | "physicianId", index: number): string | null {
    return readId(id, () => `${this.#context.list}[${index}].${field}`, this.#refusals);
  }

  #noteUnknown(given: object): void {
    for (const field in given)
      if (!FIELDS.has(field))
        this.#notices.add(unknownField(`${this.#context.list}[]`, field, FIELDS));
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

/** Notice of a field of rows that nothing reads. */
export function unknownField(rows: string, field: string, known: Iterable<string>): Notice {
  return {
    code: "unknown-field",
    path: `${rows}.${field}`,
    fr: `champ inconnu « ${field} », non lu ; champs lus : ${oneOf(known).fr}`,
    en: `unknown field "${field}", not read; fields read: ${oneOf(known).en}`,
  };
}
