import { copyOfList, refuse } from "../../error.ts";
import { physiciansOfPractices } from "../../list/batch.ts";
import { Practices, type Practice } from "../../list/practice.ts";
import { NULL } from "./whole.ts";
import { UniqueIds } from "../../list/unique-ids.ts";
import type { RejectedRow } from "../../list/rejected-row.ts";
import { readPhysicianRow, type PhysicianRules } from "../../list/physician-row.ts";
import { declaredColumn, factColumns, type FactColumn } from "./roster-facts.ts";
import { unknownPhysician, type Physician, type PhysicianFacts } from "../../list/physician.ts";

/** Index of a physician in the results, from 0; negative values are reasons to reject a row. */
export type Slot = number;
export const MISSING: Slot = NULL;
export const UNKNOWN: Slot = -1;
export const REFUSED: Slot = -2;
export const NOT_AN_ID: Slot = -3;

/**
 * Physicians of a list in columns: the ones passed in, or else every id found in the `physicianId`
 * column, in order of appearance.
 */
export class Roster {
  readonly ids: (string | null)[] = [];
  readonly rejected: RejectedRow[] = [];
  /** False if the physicians come from the list itself; nothing but their ids is then known. */
  readonly isGiven: boolean;
  /** Facts of the physicians passed in. */
  readonly columns: FactColumn[];
  /** Practice of each of them, by index. */
  readonly practiceIds: (string | null)[] = [];
  /** By id: the physician's index, or `REFUSED`. */
  readonly #slots = new Map<string | null, Slot>();
  /** By position in the array passed in: the physician's index, or `REFUSED`. */
  readonly #places: Slot[] = [];
  /** Ids of all rows read so far, rejected rows included. */
  readonly #names: (string | null)[] = [];
  readonly #taken = new UniqueIds(() => this.#names);
  readonly #byIndex: boolean;

  constructor(
    physicians: readonly Physician[] | undefined,
    referenceYear: number,
    byIndex: boolean,
    practices?: readonly Practice[],
  ) {
    this.isGiven = physicians !== undefined;
    this.#byIndex = byIndex;
    this.columns = this.isGiven ? factColumns() : [];
    const rows = physicians === undefined ? undefined : copyOfList("physicians", physicians);
    const known = practicesOf(practices, rows !== undefined);
    this.rejected.push(...known.rejected);
    const isTaken = (id: string | null): boolean => id !== null && !this.#taken.claim(id);
    const rules: PhysicianRules = {
      referenceYear,
      needsId: !byIndex && (rows?.length ?? 0) > 1,
      isTaken,
      practices: known,
    };
    rows?.forEach((row, index) => this.#add(row, index, rules));
  }

  get count(): number {
    return this.ids.length;
  }

  facts(slot: Slot): PhysicianFacts {
    const all = this.columns.map((column) => column.of(slot));
    const declared = all.flatMap(({ facts }) => [...(facts ?? [])]);
    return Object.assign({ ...unknownPhysician(this.ids[slot] ?? null) }, ...all, {
      facts: new Map(declared),
    }) as PhysicianFacts;
  }

  named(id: string): Slot {
    const known = this.#slots.get(id);
    if (known !== undefined) return known;
    if (this.isGiven) return UNKNOWN;
    return this.#open(id);
  }

  atPlace(place: number): Slot {
    return this.#places[place] ?? UNKNOWN;
  }

  /**
   * Index of the only physician, when rows carry no physician id: `REFUSED` if that physician was
   * rejected, `MISSING` unless exactly one was passed in.
   */
  get only(): Slot {
    if (!this.isGiven) return this.count === 0 ? this.#open(null) : 0;
    return this.#places.length === 1 ? (this.#places[0] as Slot) : MISSING;
  }

  #add(row: Physician, index: number, rules: PhysicianRules): void {
    const { physician, rejected } = readPhysicianRow(
      row,
      index,
      () => `physicians[${index}]`,
      rules,
    );
    this.#names.push(physician.id);
    if (rejected) {
      this.rejected.push(rejected);
      this.#places.push(REFUSED);
      if (!this.#slots.has(physician.id)) this.#slots.set(physician.id, REFUSED);
      return;
    }
    const slot = this.#open(physician.id);
    this.#places.push(slot);
    this.practiceIds[slot] = physician.practiceId ?? null;
    for (const id of physician.facts?.keys() ?? [])
      if (!this.columns.some(({ fact }) => fact === id)) this.columns.push(declaredColumn(id));
    for (const column of this.columns) column.set(slot, physician);
  }

  #open(id: string | null): Slot {
    const slot = this.ids.push(id) - 1;
    if (!this.#byIndex) this.#slots.set(id, slot);
    return slot;
  }
}

function practicesOf(given: readonly Practice[] | undefined, hasPhysicians: boolean): Practices {
  const rows = given === undefined ? undefined : copyOfList("practices", given);
  if (rows && !hasPhysicians)
    refuse("INPUT_INVALID", "options.physicians", undefined, physiciansOfPractices);
  return new Practices(rows);
}
