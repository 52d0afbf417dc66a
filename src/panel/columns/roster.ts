import { copyOfList } from "../../error.ts";
import { NULL } from "./whole.ts";
import { UniqueIds } from "../unique-ids";
import type { RejectedRow } from "../list.ts";
import { readPhysicianRow, type PhysicianRules } from "../physician-row.ts";
import { factColumns, type FactColumn } from "./roster-facts.ts";
import { unknownPhysician, type Physician, type PhysicianFacts } from "../physician.ts";

/** A physician's place among the results, from 0; or why a row belongs to nobody. */
export type Slot = number;
export const MISSING: Slot = NULL;
export const UNKNOWN: Slot = -1;
export const REFUSED: Slot = -2;
export const NOT_AN_ID: Slot = -3;

/** The physicians of a list in columns: those that were given, or those whom the list names as it names them. */
export class Roster {
  readonly ids: (string | null)[] = [];
  readonly rejected: RejectedRow[] = [];
  /** False where the list itself names its physicians, of whom nothing else is known. */
  readonly isGiven: boolean;
  /** What is known of the physicians that were given. */
  readonly columns: readonly FactColumn[];
  /** Of physicians that are found by their names. */
  readonly #slots = new Map<string | null, Slot>();
  /** Of physicians that are found by their place in the array. */
  readonly #places: Slot[] = [];
  /** Names of the rows read, those refused included. */
  readonly #names: (string | null)[] = [];
  readonly #taken = new UniqueIds(this.#names);
  readonly #byIndex: boolean;

  constructor(
    physicians: readonly Physician[] | undefined,
    referenceYear: number,
    byIndex: boolean,
  ) {
    this.isGiven = physicians !== undefined;
    this.#byIndex = byIndex;
    this.columns = this.isGiven ? factColumns() : [];
    const rows = physicians === undefined ? undefined : copyOfList("physicians", physicians);
    const isTaken = (id: string | null): boolean => id !== null && !this.#taken.claim(id);
    const rules: PhysicianRules = {
      referenceYear,
      needsId: !byIndex && (rows?.length ?? 0) > 1,
      isTaken,
    };
    rows?.forEach((row, index) => this.#add(row, index, rules));
  }

  get count(): number {
    return this.ids.length;
  }

  facts(slot: Slot): PhysicianFacts {
    return Object.assign(
      { ...unknownPhysician(this.ids[slot] ?? null) },
      ...this.columns.map((column) => column.at(slot)),
    ) as PhysicianFacts;
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

  /** The only physician of a list that names none; a row that he does not read has nobody. */
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
    for (const column of this.columns) column.set(slot, physician);
  }

  #open(id: string | null): Slot {
    const slot = this.ids.push(id) - 1;
    if (!this.#byIndex) this.#slots.set(id, slot);
    return slot;
  }
}
