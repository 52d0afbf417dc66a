import type { Kind } from "./columns/code.ts";
import type { Slot } from "./columns/roster.ts";

/**
 * A weight for each patient of a profile up to an age (included). Below age 0 there are no
 * patients.
 */
export interface Step {
  readonly kind: Kind;
  readonly age: number;
  readonly weight: number;
}

/** Patients of many physicians, counted by profile and age. */
export interface CountStore {
  /** Profiles that have patients. */
  readonly kinds: readonly Kind[];
  /**
   * For each physician, the sum over patients of the weights of all steps whose profile matches and
   * whose age limit is at least the patient's age.
   */
  readonly sums: (steps: readonly Step[], slots: number) => Float64Array;
  /** Calls `give` for each profile and age of a physician that has patients. */
  readonly each: (slot: Slot, give: (kind: Kind, age: number, patients: number) => void) => void;
}
