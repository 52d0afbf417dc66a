import { oneOf, refusal, type Refusal, type LocalizedText } from "../error.ts";
import { PATIENT_DATES } from "../facts.ts";
import type { Notice, NoticeBook } from "../notice.ts";
import { factsOf, type Cell } from "./cell.ts";
import { actionsIn, hasDatedActions } from "./dated-actions.ts";
import type { LeftOutReason, LeftOutRow } from "./left-out.ts";
import { PatientList, type CountedPatient } from "./patient-list.ts";
import { DATED_FIELDS, patientOn } from "./patient-on.ts";
import { readFacts, UNBORN, type ReadContext } from "./patient-facts.ts";
import { isAbsent, type GivenPrevention, type Patient, type Prevention } from "./patient.ts";
import { readId } from "./physician.ts";
import { PREVENTION_FIELDS, TELLING_FIELDS, type RowPrevention } from "./row-prevention.ts";
import { isScientific } from "./written-id.ts";

/** A rejected row, with every reason. */
export interface RejectedRow {
  readonly kind: "patient" | "physician" | "practice" | "previousPatient";
  /** Row number in the input list, from 0. */
  readonly index: number;
  readonly id?: string;
  readonly physicianId?: string;
  readonly refusals: readonly Refusal[];
}

/** Returns the list that a row belongs to, or why it has none. */
export type Owner = (physicianId: string | null, row: number) => PatientList | Refusal;

/** What is read of a patient. */
export const PATIENT_FIELDS = [
  "id",
  "physicianId",
  "birthDate",
  "age",
  "ald",
  "c2s",
  "seen",
  "lastSeen",
  "prevention",
  ...PREVENTION_FIELDS,
  ...DATED_FIELDS,
] as const satisfies (keyof Patient)[];
const FIELDS: ReadonlySet<string> = new Set(PATIENT_FIELDS);
const DATES: ReadonlySet<string> = new Set(DATED_FIELDS);
const OF_PREVENTION: ReadonlySet<string> = new Set(PREVENTION_FIELDS);
const KINDS = { patients: "patient", previousPatients: "previousPatient" } as const;

export type ListName = keyof typeof KINDS;

export interface ListContext extends ReadContext {
  readonly list: ListName;
  /** Day on which the list is read, YYYY-MM-DD. */
  readonly day: string;
  /** Years from this day to the one on which a plain age holds. */
  readonly yearsBefore: number;
  /** Undefined if the schedule does not say what validates. */
  readonly prevention: RowPrevention | undefined;
}

const anObject: LocalizedText = { fr: "un objet", en: "an object" };
const once: LocalizedText = {
  fr: "un identifiant une seule fois par médecin",
  en: "an identifier once for each physician",
};

/** What is kept of a row besides its id. */
export interface OrdinaryRow {
  readonly cell: Cell;
  readonly prevention: Prevention | undefined;
}

/** What became of a row that is not kept. */
export type RowOutcome = RejectedRow | LeftOutRow | undefined;

/**
 * Reads rows one by one: each is added to its owner's list, left out, or returned with the reasons
 * for its rejection. An ordinary row makes no object.
 */
export class RowReader {
  readonly #context: ListContext;
  readonly #owner: Owner;
  #hasDates = false;
  #refusals: Refusal[] = [];
  #rowNotices: Notice[] = [];
  /** The row that was prepared last, and the list it belongs to. */
  #target: PatientList | undefined;
  #cell: Cell = 0;
  #id: string | null = null;
  #ownerId: string | null = null;
  #prevention: Prevention | undefined;

  constructor(context: ListContext, owner: Owner) {
    this.#context = context;
    this.#owner = owner;
  }

  read(given: Patient, index: number): RowOutcome {
    return this.prepare(given, index) ?? this.keep(index);
  }

  /**
   * Reads a row, which `keep` then adds to its list, unless something else became of it. Each field
   * is read once: a getter may throw, or change from one call to the next.
   */
  prepare(given: Patient, index: number): RowOutcome {
    const refusals = this.#refusals;
    let id, physicianId, birthDate, age, ald, c2s, seen, lastSeen;
    let prevention: GivenPrevention | undefined;
    let leftOut: LeftOutReason | undefined;
    let sex: Patient["sex"];
    let unknown: readonly string[] | undefined;
    this.#target = undefined;
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
      if (typeof prevention === "object" && Array.isArray(prevention)) {
        prevention = [...prevention];
        if (hasDatedActions(prevention)) prevention = this.#actionsOf(prevention, index);
      }
      if (known !== fieldCount(given) || Object.getPrototypeOf(given) !== Object.prototype) {
        const others = otherFields(given);
        unknown = others.unknown;
        if (others.prevention && !this.#context.prevention)
          unknown = [...unknown, ...TELLING_FIELDS.filter((field) => field in given)];
        else if (others.prevention) {
          const facts = { ...others.dated, ...others.prevention };
          const row = { ...facts, birthDate, age, ald, prevention } as Patient;
          sex = row.sex;
          prevention = this.#validatedIn(row, index);
        }
        if (others.dated) {
          this.#hasDates ||= PATIENT_DATES.some((field) => others.dated?.[field] !== undefined);
          const row = { ...others.dated, birthDate, ald, c2s, seen, lastSeen } as Patient;
          ({ leftOut, ald, c2s, seen, lastSeen } = this.#onDay(row, index));
        }
      }
    } catch {
      return this.#noObject(given, index);
    }

    const ownId = this.#idOf(id, "id", index);
    const ownerId = this.#idOf(physicianId, "physicianId", index);
    const target = this.#owner(ownerId, index);
    if (target instanceof PatientList) this.#target = target;
    else refusals.push(target);
    if (unknown) this.#noteUnknown(unknown);
    if (leftOut) return this.#leftOut(leftOut, index, ownId, ownerId);
    const years = this.#ageOf(age);
    if (isUnborn(years, age)) return this.#leftOut("unborn", index, ownId, ownerId);
    const cell = readFacts(
      years,
      birthDate,
      ald,
      c2s,
      seen,
      lastSeen,
      prevention as Prevention | undefined,
      ownerId,
      index,
      this.#context,
      refusals,
      this.#rowNotices,
    );
    if (cell === UNBORN) return this.#leftOut("unborn", index, ownId, ownerId);
    if (cell === undefined) return this.#rejected(index, ownId, ownerId);
    this.#cell = cell;
    this.#id = ownId;
    this.#ownerId = ownerId;
    this.#prevention = isAbsent(prevention) ? undefined : (prevention as Prevention);
    if (Array.isArray(prevention) && prevention.length > 0)
      this.#noteImpossible(prevention as readonly string[], sex, index);
    return undefined;
  }

  /** The cell and the actions of a row of which nothing is to be said; undefined for any other. */
  ordinary(given: Patient): OrdinaryRow | undefined {
    const outcome = this.prepare(given, 0);
    const isOrdinary = outcome === undefined && this.#rowNotices.length === 0;
    this.#reset();
    return isOrdinary ? { cell: this.#cell, prevention: this.#prevention } : undefined;
  }

  /** The list that the row belongs to; undefined if it has none. */
  get owner(): PatientList | undefined {
    return this.#target;
  }

  /** What counts of the row that was prepared last, which then is added to no list. */
  counted(): CountedPatient {
    this.#rowNotices = [];
    return { cell: this.#cell, prevention: this.#prevention ?? 0 };
  }

  /** Whether a row held dates that make an earlier list as well. */
  get hasDates(): boolean {
    return this.#hasDates;
  }

  /** Whether a patient with the id of the row is kept already. */
  get isTwice(): boolean {
    return (this.#target as PatientList).has(this.#id);
  }

  /** Adds the row that was read last to its list. */
  keep(index: number): RowOutcome {
    const target = this.#target as PatientList;
    if (!target.add(this.#cell, this.#id, this.#prevention, index)) return this.refuseTwice(index);
    if (this.#rowNotices.length > 0) this.#addNotices(target.notices);
    return undefined;
  }

  refuseTwice(index: number): RejectedRow {
    const path = `${this.#context.list}[${index}].id`;
    this.#refusals.push(refusal("PATIENT_TWICE", path, this.#id, once));
    return this.#rejected(index, this.#id, this.#ownerId);
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

  #leftOut(
    leftOut: LeftOutReason,
    index: number,
    id: string | null,
    physicianId: string | null,
  ): LeftOutRow {
    this.#reset();
    return { ...this.#named(index, id, physicianId), leftOut };
  }

  #rejected(index: number, id: string | null, physicianId: string | null): RejectedRow {
    const refusals = this.#refusals;
    this.#reset();
    return { ...this.#named(index, id, physicianId), refusals };
  }

  #reset(): void {
    this.#refusals = [];
    this.#rowNotices = [];
  }

  #named(
    index: number,
    id: string | null,
    physicianId: string | null,
  ): Pick<RejectedRow, "index" | "id" | "physicianId"> & Pick<LeftOutRow, "kind"> {
    return {
      kind: KINDS[this.#context.list],
      index,
      ...(id !== null && { id }),
      ...(physicianId !== null && { physicianId }),
    };
  }

  #idOf(id: unknown, field: "id" | "physicianId", index: number): string | null {
    return typeof id === "string" && id !== "" && !isScientific(id)
      ? id
      : this.#otherId(id, field, index);
  }

  /** Apart, because a function that holds a closure makes an object at every call. */
  #otherId(id: unknown, field: "id" | "physicianId", index: number): string | null {
    return readId(id, () => `${this.#context.list}[${index}].${field}`, this.#refusals);
  }

  /** The age on the day of the list, of one that holds on a later day. */
  #ageOf(age: Patient["age"]): Patient["age"] {
    const { yearsBefore } = this.#context;
    if (yearsBefore === 0 || !Number.isInteger(age)) return age;
    return (age as number) - yearsBefore;
  }

  #actionsOf(actions: Exclude<GivenPrevention, number>, index: number): readonly string[] {
    const { list, preventionYear } = this.#context;
    return actionsIn(preventionYear, actions, `${list}[${index}]`, this.#refusals);
  }

  /** The indicators of a row that tells of acts, or the ones that it tells. */
  #validatedIn(row: Patient, index: number): GivenPrevention | undefined {
    const { list, prevention } = this.#context;
    if (TELLING_FIELDS.every((field) => isAbsent(row[field]))) return row.prevention;
    return prevention?.validated(row, `${list}[${index}]`, this.#refusals, this.#rowNotices);
  }

  #noteImpossible(ids: readonly string[], sex: Patient["sex"], index: number): void {
    const { list, prevention } = this.#context;
    if (!prevention) return;
    const { age } = factsOf(this.#cell);
    for (const id of ids)
      if (prevention.isImpossible(id, age, sex))
        this.#rowNotices.push(prevention.impossible(id, `${list}[${index}].prevention`));
  }

  #onDay(row: Patient, index: number): ReturnType<typeof patientOn> {
    const { list, day } = this.#context;
    return patientOn(row, day, `${list}[${index}]`, this.#refusals, this.#rowNotices);
  }

  #noteUnknown(fields: readonly string[]): void {
    for (const field of fields)
      this.#target?.notices.add(unknownField(`${this.#context.list}[]`, field, FIELDS));
  }
}

/** Whether a patient of a valid age is born after the day of an earlier list. */
function isUnborn(years: unknown, age: unknown): boolean {
  return years !== age && (years as number) < 0 && (age as number) >= 0;
}

const present = (value: unknown): number => (value === undefined ? 0 : 1);

/** Number of fields. If as many known fields are set, the names need no check. */
function fieldCount(row: object): number {
  let count = 0;
  for (const _ in row) count += 1;
  return count;
}

/** Fields of a row besides those that most rows have: dates, acts and the like, unknown ones. */
function otherFields(row: object): {
  readonly dated: Record<string, unknown> | undefined;
  readonly prevention: Record<string, unknown> | undefined;
  readonly unknown: readonly string[];
} {
  const unknown: string[] = [];
  let dated: Record<string, unknown> | undefined;
  let prevention: Record<string, unknown> | undefined;
  for (const field in row)
    if (DATES.has(field)) {
      const value = (row as Record<string, unknown>)[field];
      if (value !== undefined) (dated ??= {})[field] = Array.isArray(value) ? [...value] : value;
    } else if (OF_PREVENTION.has(field)) {
      const value = (row as Record<string, unknown>)[field];
      if (value !== undefined) (prevention ??= {})[field] = value;
    } else if (!FIELDS.has(field)) unknown.push(field);
  return { dated, prevention, unknown };
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
