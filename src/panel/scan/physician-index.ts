import { refuse } from "../../error.ts";
import { grown } from "../columns/grown.ts";
import type { Keys } from "../columns/keys.ts";
import { MISSING, NOT_AN_ID, type Roster, type Slot } from "../columns/roster.ts";
import { isWrittenId } from "../../list/written-id.ts";
import { BLOCK } from "./block.ts";

const UNSEEN: Slot = -4;

/** Keys below this are looked up in an array, others in a Map. */
const TABLE = 1 << 24;

/** Maps keys to physician indexes. Physicians not passed in are numbered in order of appearance. */
export class PhysicianIndex {
  readonly keys: Keys;
  readonly roster: Roster;
  readonly #byIndex: boolean;
  #table = new Int32Array(0);
  readonly #far = new Map<number, Slot>();
  readonly #block = new Int32Array(BLOCK);

  constructor(keys: Keys, roster: Roster, byIndex: boolean) {
    this.keys = keys;
    this.roster = roster;
    this.#byIndex = byIndex;
    if (byIndex && !keys.areNumbers)
      refuse("COLUMN_INVALID", "columns.physicianId", undefined, {
        fr: "des nombres entiers, de 32 bits au plus",
        en: "whole numbers, of 32 bits at most",
      });
  }

  get count(): number {
    return this.roster.count;
  }

  of(key: number): Slot {
    if (key < 0 || key >= TABLE) return this.#ofFar(key);
    this.#table = grown(this.#table, key + 1, UNSEEN);
    const known = this.#table[key] as Slot;
    return known === UNSEEN ? (this.#table[key] = this.#find(key)) : known;
  }

  /**
   * Physician index of each row of a block. An index outside 0 to `count` (excluded) is of nobody,
   * for the reason that `of` gives. The array is reused by the next call.
   */
  ofBlock(keys: Int32Array): Int32Array {
    if (this.#byIndex && this.roster.rejected.length === 0) return keys;
    const slots = this.#block;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      const known = key >= 0 && key < this.#table.length ? (this.#table[key] as Slot) : UNSEEN;
      slots[i] = known === UNSEEN ? this.of(key) : known;
    }
    return slots;
  }

  #ofFar(key: number): Slot {
    const known = this.#far.get(key) ?? this.#find(key);
    this.#far.set(key, known);
    return known;
  }

  #find(key: number): Slot {
    if (key === this.keys.absent) return MISSING;
    if (this.#byIndex) return this.roster.atPlace(key);
    const name = this.keys.name(key);
    return isWrittenId(name) ? this.roster.named(String(name)) : NOT_AN_ID;
  }
}
