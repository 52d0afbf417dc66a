import { refuse } from "../error.ts";
import { NULL } from "./columns-whole.ts";
import type { Rejected } from "./list.ts";
import { readPhysicianRow } from "./physician-row.ts";
import { unknownPhysician, type Physician, type PhysicianFacts } from "./physician.ts";

/** A physician's place among the results, from 0; or why a row belongs to nobody. */
export type Slot = number;
export const MISSING: Slot = NULL;
export const UNKNOWN: Slot = -1;
export const REFUSED: Slot = -2;
export const NOT_AN_ID: Slot = -3;

/** The physicians of a list in columns: those that were given, or those whom the list names as it names them. */
export class Roster {
  readonly ids: (string | null)[] = [];
  readonly rejected: Rejected[] = [];
  /** False where the list itself names its physicians, of whom nothing else is known. */
  readonly isGiven: boolean;
  readonly #facts: PhysicianFacts[] = [];
  readonly #slots = new Map<string | null, Slot>();
  /** Of physicians that are found by their place in the array. */
  readonly #places: Slot[] = [];

  constructor(physicians: readonly Physician[] | undefined, referenceYear: number, byIndex: boolean) {
    this.isGiven = physicians !== undefined;
    if (physicians !== undefined && !Array.isArray(physicians)) refuse("INPUT_INVALID", "physicians", physicians, { fr: "une liste", en: "a list" });
    physicians?.forEach((row, index) => this.#add(row, index, referenceYear, !byIndex && physicians.length > 1));
  }

  get count(): number {
    return this.ids.length;
  }

  facts(slot: Slot): PhysicianFacts {
    return this.#facts[slot] ?? unknownPhysician(this.ids[slot] ?? null);
  }

  named(id: string | null): Slot {
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

  #add(row: Physician, index: number, referenceYear: number, needsId: boolean): void {
    const isTaken = (id: string | null): boolean => id !== null && this.#slots.has(id);
    const { physician, rejected } = readPhysicianRow(row, index, () => `physicians[${index}]`, { referenceYear, needsId, isTaken });
    if (rejected) {
      this.rejected.push(rejected);
      this.#places.push(REFUSED);
      if (physician.id !== null && !isTaken(physician.id)) this.#slots.set(physician.id, REFUSED);
      return;
    }
    this.#facts.push(physician);
    this.#places.push(this.#open(physician.id));
  }

  #open(id: string | null): Slot {
    const slot = this.ids.push(id) - 1;
    this.#slots.set(id, slot);
    return slot;
  }
}
