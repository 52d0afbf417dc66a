import { AGES, type Code, CODES, type Kind } from "./code.ts";
import { grown } from "./grown.ts";
import type { Slot } from "./roster.ts";

/** Lanes that stand side by side in a chunk. */
export const LANES = 32;

/** A lane counts in 16 bits; a physician with more patients has several. */
const FULL = 65_535;

/** A weight for each patient of a kind who is of this age or younger; below 0 there is none. */
export interface Step {
  readonly kind: Kind;
  readonly age: number;
  readonly weight: number;
}

/** Steps that are summed at a time. */
const STRIDE = 4;

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
  /** Every physician has one lane, and they stand in the same order. */
  #isLaneSlot = true;
  /** Of each lane: the one that its physician filled before, or -1. */
  #laneBefore = new Int32Array(0);
  /** Patients promised to each lane. */
  #held = new Int32Array(0);

  /** The lane of a physician that has room for so many more patients (65,535 at most). */
  laneFor(slot: Slot, patients: number): number {
    let lane = this.#laneOfSlot[slot] ?? -1;
    if (lane < 0 || (this.#held[lane] as number) + patients > FULL) lane = this.#newLane(slot);
    this.#held[lane] = (this.#held[lane] as number) + patients;
    return lane;
  }

  /** Counts patients of one code. */
  add(slot: Slot, code: Code, patients: number): void {
    this.open(code);
    for (let left = patients; left > 0;) {
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

  /** Makes room for a code, unless there is. */
  open(code: Code): void {
    if ((this.places[code] as number) < 0) this.#openNew(code);
  }

  #openNew(code: Code): void {
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
      for (const kind of this.kinds.keys()) {
        const first = kind * AGES * perAge;
        const last = first + (this.#oldest + 1) * perAge;
        for (let i = first + perAge; i < last; i++)
          pairs[i] = (pairs[i] as number) + (pairs[i - perAge] as number);
      }
    }
  }

  /** Of each physician: the weights of his patients, a patient having those of every step that he is on. */
  sums(steps: readonly Step[], slots: number): Float64Array {
    const taken = steps.filter(
      ({ kind, age, weight }) => age >= 0 && weight !== 0 && this.kinds.includes(kind),
    );
    const places = taken.map(({ kind, age }) => this.#placeOf(kind, Math.min(age, this.#oldest)));
    const weights = taken.map(({ weight }) => weight);
    while (places.length % STRIDE > 0) {
      places.push(0);
      weights.push(0);
    }
    const sums = new Float64Array(this.#lanes);
    for (const [i, chunk] of this.#chunks.entries())
      addChunk(chunk, places, weights, sums, i * LANES, Math.min(this.#lanes, (i + 1) * LANES));
    return this.#isLaneSlot && this.#lanes === slots ? sums : this.#bySlot(sums, slots);
  }

  /** Sums of lanes as sums of physicians. */
  #bySlot(sums: Float64Array, slots: number): Float64Array {
    const bySlot = new Float64Array(slots);
    for (let lane = 0; lane < this.#lanes; lane++) {
      const slot = this.#slotOfLane[lane] as Slot;
      bySlot[slot] = (bySlot[slot] as number) + (sums[lane] as number);
    }
    return bySlot;
  }

  /** Gives each kind and age of a physician's patients, and how many there are. */
  each(slot: Slot, give: (kind: Kind, age: number, patients: number) => void): void {
    for (
      let lane = this.#laneOfSlot[slot] ?? -1;
      lane >= 0;
      lane = this.#laneBefore[lane] as number
    ) {
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
    this.#isLaneSlot &&= lane === slot;
    this.#laneOfSlot = grown(this.#laneOfSlot, slot + 1, -1);
    this.#laneBefore[lane] = this.#laneOfSlot[slot] as number;
    this.#laneOfSlot[slot] = lane;
    if (lane % LANES === 0) this.#chunks.push(new Uint16Array(this.#size));
    return lane;
  }
}

/** Adds to the sums of the lanes of a chunk. Four steps at a time: a sum is then read and written once for them. */
function addChunk(
  chunk: Uint16Array,
  places: readonly number[],
  weights: readonly number[],
  sums: Float64Array,
  first: number,
  end: number,
): void {
  for (let step = 0; step < places.length; step += STRIDE) {
    const [p, q, r, s] = [
      places[step] as number,
      places[step + 1] as number,
      places[step + 2] as number,
      places[step + 3] as number,
    ];
    const [v, w, x, y] = [
      weights[step] as number,
      weights[step + 1] as number,
      weights[step + 2] as number,
      weights[step + 3] as number,
    ];
    for (let lane = first, i = 0; lane < end; lane++, i++) {
      sums[lane] =
        (sums[lane] as number) +
        v * (chunk[p + i] as number) +
        w * (chunk[q + i] as number) +
        x * (chunk[r + i] as number) +
        y * (chunk[s + i] as number);
    }
  }
}
