import { AGES, type Code, CODES, type Kind } from "../columns/code.ts";
import { grown } from "../columns/grown.ts";
import type { Slot } from "../columns/roster.ts";
import type { CountStore, Step } from "../count-store.ts";

/** Number of lanes interleaved in a chunk. */
export const LANES = 32;

/**
 * Largest count in a lane, whose counters have 16 bits. A physician with more patients gets
 * several.
 */
const FULL = 65_535;

/** Number of steps added in one pass over a chunk. */
const STRIDE = 4;

/**
 * Panels of many physicians as prefix sums: counts by profile and age, which `end` turns into
 * counts up to each age. Under any schedule, the size of an age band is then one difference.
 *
 * `scan.ts` draws their layout.
 */
export class PrefixCounts implements CountStore {
  /** Offset of each code's counters in every chunk, or -1 until a patient has that code. */
  readonly offsets: Int32Array = new Int32Array(CODES).fill(-1);
  /** Profiles found so far, in the order of the chunks. */
  readonly kinds: Kind[] = [];
  /** Highest age found; counters above it are neither summed nor read. */
  #oldest = 0;
  #chunks: Uint16Array[] = [];
  #lanes = 0;
  #slotOfLane = new Int32Array(0);
  #laneOfSlot = new Int32Array(0);
  /** For each lane, the previous lane of the same physician, or -1. */
  #laneBefore = new Int32Array(0);
  /** Number of patients in each lane. */
  #held = new Int32Array(0);

  /**
   * Returns a lane of the physician with room for `patients` (65,535 at most). Whoever counts
   * patients into it tells `hold`.
   */
  laneFor(slot: Slot, patients: number): number {
    const lane = this.#laneOfSlot[slot] ?? -1;
    const isRoom = lane >= 0 && (this.#held[lane] as number) + patients <= FULL;
    return isRoom ? lane : this.#newLane(slot);
  }

  /** Records that a lane holds so many patients more. */
  hold(lane: number, patients: number): void {
    this.#held[lane] = (this.#held[lane] as number) + patients;
  }

  /** Counts a patient. */
  add(slot: Slot, code: Code): void {
    this.open(code);
    const lane = this.laneFor(slot, 1);
    const at = (this.offsets[code] as number) + (lane & (LANES - 1));
    const counts = this.chunkOf(lane);
    counts[at] = (counts[at] as number) + 1;
    this.hold(lane, 1);
  }

  chunkOf(lane: number): Uint16Array {
    return this.#chunks[Math.floor(lane / LANES)] as Uint16Array;
  }

  /** Allocates the counters of a code on first use. */
  open(code: Code): void {
    if ((this.offsets[code] as number) < 0) this.#openNew(code);
  }

  #openNew(code: Code): void {
    const kind = code >> 8;
    const age = code & 255;
    if (!this.kinds.includes(kind)) this.#openKind(kind);
    this.offsets[code] = this.#offsetOf(kind, age);
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

  #offsetOf(kind: Kind, age: number): number {
    return (this.kinds.indexOf(kind) * AGES + age) * LANES;
  }

  /**
   * Turns counts into prefix sums over age, two lanes per 32-bit addition (SWAR): no sum exceeds 16
   * bits, so no carry reaches the other lane.
   */
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

  sums(steps: readonly Step[], slots: number): Float64Array {
    const taken = steps.filter(
      ({ kind, age, weight }) => age >= 0 && weight !== 0 && this.kinds.includes(kind),
    );
    const offsets = taken.map(({ kind, age }) => this.#offsetOf(kind, Math.min(age, this.#oldest)));
    const weights = taken.map(({ weight }) => weight);
    while (offsets.length % STRIDE > 0) {
      offsets.push(0);
      weights.push(0);
    }
    const sums = new Float64Array(this.#lanes);
    for (const [i, chunk] of this.#chunks.entries())
      addChunk(chunk, offsets, weights, sums, i * LANES, Math.min(this.#lanes, (i + 1) * LANES));
    return this.#bySlot(sums, slots);
  }

  /** Adds up the lanes of each physician. */
  #bySlot(sums: Float64Array, slots: number): Float64Array {
    const bySlot = new Float64Array(slots);
    for (let lane = 0; lane < this.#lanes; lane++) {
      const slot = this.#slotOfLane[lane] as Slot;
      bySlot[slot] = (bySlot[slot] as number) + (sums[lane] as number);
    }
    return bySlot;
  }

  each(slot: Slot, give: (kind: Kind, age: number, patients: number) => void): void {
    for (
      let lane = this.#laneOfSlot[slot] ?? -1;
      lane >= 0;
      lane = this.#laneBefore[lane] as number
    ) {
      const chunk = this.chunkOf(lane);
      for (const kind of this.kinds) {
        let at = this.#offsetOf(kind, 0) + (lane & (LANES - 1));
        let before = 0;
        for (let age = 0; age <= this.#oldest; age++, at += LANES) {
          const upTo = chunk[at] as number;
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
    this.#laneOfSlot = grown(this.#laneOfSlot, slot + 1, -1);
    this.#laneBefore[lane] = this.#laneOfSlot[slot] as number;
    this.#laneOfSlot[slot] = lane;
    if (lane % LANES === 0) this.#chunks.push(new Uint16Array(this.#size));
    return lane;
  }
}

/**
 * Adds weighted counters of a chunk to `sums`. With `STRIDE` steps per pass, each sum is loaded and
 * stored once for all of them.
 */
function addChunk(
  chunk: Uint16Array,
  offsets: readonly number[],
  weights: readonly number[],
  sums: Float64Array,
  first: number,
  end: number,
): void {
  for (let step = 0; step < offsets.length; step += STRIDE) {
    const [p, q, r, s] = [
      offsets[step] as number,
      offsets[step + 1] as number,
      offsets[step + 2] as number,
      offsets[step + 3] as number,
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
