import { AGES, type Code, CODES, type Kind } from "./code.ts";
import { grown } from "./grown.ts";
import type { Slot } from "./roster.ts";

/** Lanes that stand side by side in a chunk. */
export const LANES = 32;

/** A lane counts in 16 bits; a physician with more patients has several. */
const FULL = 65_535;

/**
 * Panels of many physicians: for each kind of patient, how many there are of each age, and once `end` has run,
 * how many up to each age. A band of ages is then one difference, whatever the schedule.
 * A chunk holds kind by kind, age by age, one number for each of its lanes.
 */
export class RunningTotals {
  /** Of each code: where its numbers begin in every chunk, or -1 while no patient has it. */
  readonly places: Int32Array = new Int32Array(CODES).fill(-1);
  /** Kinds that any patient is of, in the order of chunks. */
  readonly kinds: Kind[] = [];
  /** The oldest age of any patient: older ages are neither counted nor touched. */
  #oldest = 0;
  #chunks: Uint16Array[] = [];
  #lanes = 0;
  #slotOfLane = new Int32Array(0);
  #laneOfSlot = new Int32Array(0);
  /** Of each lane: the one that its physician filled before, or -1. */
  #laneBefore = new Int32Array(0);
  /** Patients promised to each lane. */
  #held = new Int32Array(0);

  /** The lane of a physician that has room for so many more patients (65,535 at most). */
  laneFor(slot: Slot, patients: number): number {
    if (slot >= this.#laneOfSlot.length) this.#laneOfSlot = grown(this.#laneOfSlot, slot + 1, -1);
    let lane = this.#laneOfSlot[slot] as number;
    if (lane < 0 || (this.#held[lane] as number) + patients > FULL) lane = this.#newLane(slot);
    this.#held[lane] = (this.#held[lane] as number) + patients;
    return lane;
  }

  /** Counts patients of one code. */
  add(slot: Slot, code: Code, patients: number): void {
    if ((this.places[code] as number) < 0) this.open(code);
    for (let left = patients; left > 0; ) {
      const some = Math.min(left, FULL);
      const lane = this.laneFor(slot, some);
      const at = (this.places[code] as number) + (lane & (LANES - 1));
      const counts = this.chunkOf(lane);
      counts[at] = (counts[at] as number) + some;
      left -= some;
    }
  }

  chunkOf(lane: number): Uint16Array {
    return this.#chunks[Math.floor(lane / LANES)] as Uint16Array;
  }

  /** Makes room for a code. */
  open(code: Code): void {
    const kind = code >> 8;
    const age = code & 255;
    if (!this.kinds.includes(kind)) this.#openKind(kind);
    this.places[code] = this.#placeOf(kind, age);
    this.#oldest = Math.max(this.#oldest, age);
  }

  #openKind(kind: Kind): void {
    this.kinds.push(kind);
    this.#chunks = this.#chunks.map((chunk) => {
      const larger = new Uint16Array(this.#size);
      larger.set(chunk);
      return larger;
    });
  }

  #placeOf(kind: Kind, age: number): number {
    return (this.kinds.indexOf(kind) * AGES + age) * LANES;
  }

  /** Turns counts into running totals over age: two lanes at a time, since no total passes 16 bits. */
  end(): void {
    for (const chunk of this.#chunks) {
      const pairs = new Uint32Array(chunk.buffer);
      const perAge = LANES / 2;
      for (let kind = 0; kind < this.kinds.length; kind++) {
        const first = kind * AGES * perAge;
        const last = first + (this.#oldest + 1) * perAge;
        for (let i = first + perAge; i < last; i++) pairs[i] = (pairs[i] as number) + (pairs[i - perAge] as number);
      }
    }
  }

  /** Lanes in use. */
  get lanes(): number {
    return this.#lanes;
  }

  /** Adds to the sum of each lane `weight` for each of its patients of a kind who is of this age or younger; below 0 there is none. */
  addUpTo(kind: Kind, age: number, weight: number, sums: Float64Array): void {
    if (age < 0 || weight === 0 || !this.kinds.includes(kind)) return;
    const place = this.#placeOf(kind, Math.min(age, this.#oldest));
    for (let lane = 0, i = 0; i < this.#chunks.length; i++) {
      const chunk = this.#chunks[i] as Uint16Array;
      const end = Math.min(this.#lanes - lane, LANES);
      for (let within = 0; within < end; within++, lane++) sums[lane] = (sums[lane] as number) + weight * (chunk[place + within] as number);
    }
  }

  /** Sums of lanes as sums of physicians. */
  bySlot(sums: Float64Array, slots: number): Float64Array {
    const bySlot = new Float64Array(slots);
    for (let lane = 0; lane < this.#lanes; lane++) {
      const slot = this.#slotOfLane[lane] as Slot;
      bySlot[slot] = (bySlot[slot] as number) + (sums[lane] as number);
    }
    return bySlot;
  }

  /** Gives each kind and age of a physician's patients, and how many there are. */
  each(slot: Slot, give: (kind: Kind, age: number, patients: number) => void): void {
    for (let lane = this.#laneOfSlot[slot] ?? -1; lane >= 0; lane = this.#laneBefore[lane] as number) {
      const chunk = this.chunkOf(lane);
      for (const kind of this.kinds) {
        let before = 0;
        for (let age = 0; age <= this.#oldest; age++) {
          const upTo = chunk[this.#placeOf(kind, age) + (lane & (LANES - 1))] as number;
          if (upTo > before) give(kind, age, upTo - before);
          before = upTo;
        }
      }
    }
  }

  get #size(): number {
    return Math.max(this.kinds.length, 1) * AGES * LANES;
  }

  #newLane(slot: Slot): number {
    const lane = this.#lanes++;
    this.#slotOfLane = grown(this.#slotOfLane, this.#lanes);
    this.#held = grown(this.#held, this.#lanes);
    this.#laneBefore = grown(this.#laneBefore, this.#lanes);
    this.#slotOfLane[lane] = slot;
    this.#laneBefore[lane] = this.#laneOfSlot[slot] as number;
    this.#laneOfSlot[slot] = lane;
    if (lane % LANES === 0) this.#chunks.push(new Uint16Array(this.#size));
    return lane;
  }
}

