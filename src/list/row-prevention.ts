import type { Refusal } from "../error.ts";
import type { Sex } from "../facts.ts";
import type { Notice } from "../notice.ts";
import type { Patient } from "./patient.ts";

/** Fields from which validated indicators follow, where a schedule says how. */
export const PREVENTION_FIELDS = [
  "acts",
  "preventionStatus",
  "sex",
  "aldNumbers",
  "conditions",
] as const satisfies (keyof Patient)[];

/** Of these, the ones that tell what was done. */
export const TELLING_FIELDS = ["acts", "preventionStatus"] as const satisfies (keyof Patient)[];

/** What a schedule makes of what rows tell of prevention. */
export interface RowPrevention {
  /** Indicators that are told to be validated, and those that acts validate. */
  readonly validated: (
    row: Patient,
    path: string,
    refusals: Refusal[],
    notices: Notice[],
  ) => readonly string[];
  /** Whether an indicator cannot be of a patient of this age, or of this sex. */
  readonly isImpossible: (id: string, age: number, sex: Sex | undefined) => boolean;
  readonly impossible: (id: string, path: string) => Notice;
}
