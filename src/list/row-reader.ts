import { refusal, type Refusal, type LocalizedText } from "../error.ts";
import type { Notice, NoticeBook } from "../notice.ts";
import { refusedNumbers } from "./ald-numbers.ts";
import { factsOf, type Cell } from "./cell.ts";
import { actionsIn, hasDatedActions } from "./dated-actions.ts";
import type { LeftOutReason, LeftOutRow } from "./left-out.ts";
import { KINDS, type ListContext, type Owner } from "./list-context.ts";
import {
  fieldCount,
  otherFields,
  PATIENT_FIELDS,
  present,
  unknownField,
} from "./patient-fields.ts";
import { PatientList, type CountedPatient } from "./patient-list.ts";
import { patientOn } from "./patient-on.ts";
import { isUnborn, readFacts, UNBORN } from "./patient-facts.ts";
import { isAbsent, type GivenPrevention, type Patient, type Prevention } from "./patient.ts";
import { readId } from "./physician.ts";
import type { RejectedRow, RowOutcome } from "./rejected-row.ts";
import { TELLING_FIELDS, type RowPrevention } from "./row-prevention.ts";
import { isDated } from "./told-columns.ts";
import { isScientific } from "./written-id.ts";

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
        const { prevention: rules } = this.#context;
        unknown = others.unknown;
        if (others.prevention && rules) {
          const facts = { ...others.dated, ...others.prevention };
          const row = { ...facts, birthDate, age, ald, prevention } as Patient;
          sex = row.sex;
          prevention = this.#validatedIn(row, index, rules);
        } else if (others.prevention)
          unknown = [...unknown, ...TELLING_FIELDS.filter((field) => field in given)];
        if (others.dated) {
          const row = { ...others.dated, birthDate, ald, c2s, seen, lastSeen } as Patient;
          this.#hasDates ||= isDated(row);
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
    if (Array.isArray(prevention))
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
    return Number.isInteger(age) ? (age as number) - this.#context.yearsBefore : age;
  }

  #actionsOf(actions: Exclude<GivenPrevention, number>, index: number): readonly string[] {
    const { list, preventionYear } = this.#context;
    return actionsIn(preventionYear, actions, `${list}[${index}]`, this.#refusals);
  }

  /** The indicators of a row that tells of acts, or the ones that it tells. */
  #validatedIn(row: Patient, index: number, rules: RowPrevention): GivenPrevention | undefined {
    if (TELLING_FIELDS.every((field) => isAbsent(row[field]))) {
      this.#checkNumbers(row, index);
      return row.prevention;
    }
    const path = `${this.#context.list}[${index}]`;
    return rules.validated(row, path, this.#refusals, this.#rowNotices);
  }

  /** An ALD that is told twice decides on the base amount: both must say the same. */
  #checkNumbers(row: Patient, index: number): void {
    if (row.aldNumbers === undefined || isDated(row)) return;
    const path = `${this.#context.list}[${index}]`;
    const disagreement = refusedNumbers(row.ald, row.aldNumbers, path);
    if (disagreement) this.#refusals.push(disagreement);
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
      this.#target?.notices.add(unknownField(`${this.#context.list}[]`, field, PATIENT_FIELDS));
  }
}
