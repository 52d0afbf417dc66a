import { refuse } from "../../error.ts";
import type { Keys } from "./keys.ts";
import { grown } from "./grown.ts";
import { MISSING, NOT_AN_ID, type Roster, type Slot } from "./roster.ts";

const UNSEEN: Slot = -4;

/** Keys below this are looked up in an array, others in a Map. */
const TABLE = 1 << 24;

/** Maps keys to physician indexes. Physicians not passed in are numbered in order of appearance. */
export class Slots {
  readonly keys: Keys;
  readonly roster: Roster;
  readonly #byIndex: boolean;
  #table = new Int32Array(0);
  readonly #far = new Map<number, Slot>();

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

  /** Whether keys already are physician indexes. */
  get areKeys(): boolean {
    return this.#byIndex && this.roster.rejected.length === 0;
  }

  of(key: number): Slot {
    if (key < 0 || key >= TABLE) return this.#ofFar(key);
    if (key >= this.#table.length) this.#table = grown(this.#table, key + 1, UNSEEN);
    const known = this.#table[key] as Slot;
    return known === UNSEEN ? (this.#table[key] = this.#find(key)) : known;
  }

  /** Writes the physician index of each key to `out`. */
  ofAll(keys: Int32Array, out: Int32Array): void {
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      const known = key >= 0 && key < this.#table.length ? (this.#table[key] as Slot) : UNSEEN;
      out[i] = known === UNSEEN ? this.of(key) : known;
    }
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
    if (typeof name === "string") return this.roster.named(name);
    return Number.isFinite(name) ? this.roster.named(String(name)) : NOT_AN_ID;
  }
}
