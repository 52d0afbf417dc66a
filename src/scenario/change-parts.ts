import type { LocalizedText } from "../error.ts";
import type { Euros } from "../schedule/language.ts";

/** What a value, or values that load only together, change alone. */
export interface ValuePart {
  readonly paths: readonly string[];
  /** What is changed, for a reader. */
  readonly label: LocalizedText;
  readonly change: Euros;
}

/** What is paid by another case, or for another amount, under the other schedule. */
export interface CasePart {
  readonly component: string;
  /** Path of what pays under a; null if nothing does. */
  readonly a: string | null;
  readonly b: string | null;
  /** Both for a reader: `Socle, 75 à 79 ans → Socle, 80 ans et plus`. */
  readonly label: LocalizedText;
  /** Patients, or prevention actions; absent for a rate. */
  readonly count?: number;
  readonly change: Euros;
}

/**
 * The change of the total, taken apart: `values`, `cases`, `interaction` and `rounding` sum to it
 * exactly.
 */
export interface ChangeParts {
  /** `value`: what each patched value changes alone. `case`: what patients move to, two by two. */
  readonly by: "value" | "case";
  readonly values: readonly ValuePart[];
  readonly cases: readonly CasePart[];
  /** What the values change together and none does alone, before lines are rounded. */
  readonly interaction: Euros;
  /** What is left: lines are rounded to the cent, and so is each of these amounts. */
  readonly rounding: Euros;
}
