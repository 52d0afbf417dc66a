import { grown } from "../columns/grown.ts";
import type { Slot } from "../columns/roster.ts";

/** Counters of each physician other than those by profile and age. */
export class Tallies {
  /** Ids of the indicators that have a column or a bit of their own. */
  readonly indicators: readonly string[];
  /** Accepted rows, by physician index. */
  patients: Float64Array = new Float64Array(0);
  /** Prevention actions given as a number, by physician index. */
  actions: Float64Array = new Float64Array(0);
  /** Validations of indicator `i` for physician `s`, at `s * indicators.length + i`. */
  validated: Float64Array = new Float64Array(0);

  constructor(indicators: readonly string[]) {
    this.indicators = indicators;
  }

  /** Ensures capacity for `slots` physicians. */
  grow(slots: number): void {
    this.patients = grown(this.patients, slots);
    this.actions = grown(this.actions, slots);
    this.validated = grown(this.validated, slots * this.indicators.length);
  }

  add(slot: Slot, patients: number, actions: number): void {
    this.patients[slot] = (this.patients[slot] as number) + patients;
    this.actions[slot] = (this.actions[slot] as number) + actions;
  }

  /** Adds one validation for each bit set in the mask. */
  validate(slot: Slot, mask: number): void {
    const first = slot * this.indicators.length;
    for (let left = mask; left !== 0; left &= left - 1) {
      // `left & -left` is the lowest bit still set.
      const at = first + 31 - Math.clz32(left & -left);
      this.validated[at] = (this.validated[at] as number) + 1;
    }
  }
}
