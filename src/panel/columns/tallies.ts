import { grown } from "./grown.ts";
import type { Slot } from "./roster.ts";

/** What is counted of each physician besides his patients' kinds and ages. */
export class Tallies {
  /** Ids of the indicators that columns tell one by one. */
  readonly indicators: readonly string[];
  /** Rows that were accepted, by slot. */
  patients: Float64Array = new Float64Array(0);
  /** Prevention actions told as a number, by slot. */
  actions: Float64Array = new Float64Array(0);
  /** Validations: of slot `s` and indicator `i`, at `s * indicators.length + i`. */
  validated: Float64Array = new Float64Array(0);

  constructor(indicators: readonly string[]) {
    this.indicators = indicators;
  }

  /** Makes room for so many physicians. */
  grow(slots: number): void {
    this.patients = grown(this.patients, slots);
    this.actions = grown(this.actions, slots);
    this.validated = grown(this.validated, slots * this.indicators.length);
  }

  /** Counts the indicators of a mask. */
  validate(slot: Slot, mask: number): void {
    const first = slot * this.indicators.length;
    for (let left = mask; left !== 0; left &= left - 1) {
      const at = first + 31 - Math.clz32(left & -left);
      this.validated[at] = (this.validated[at] as number) + 1;
    }
  }
}
