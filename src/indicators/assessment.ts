import type { LocalizedText } from "../error.ts";
import type { IndicatorId } from "../ids.ts";
import type { Act } from "../list/patient.ts";
import type { Attribution } from "../schedule/provenance.ts";
import type { Known } from "./kleene.ts";

/** Why a patient is eligible, or an indicator validated, or why not, or why that is unknown. */
export interface Because extends LocalizedText {
  readonly code:
    | "facts"
    | "not-on-list"
    | "not-concerned"
    | "told"
    | "acts"
    | "window-closed"
    | "not-eligible"
    | UnknownReason;
}

/** Why something is unknown. */
export type UnknownReason = "window-open" | "not-recorded-here" | "fact-missing";

/** What would settle an indicator: a fact of the patient, or acts of each kind. */
export type MissingPart =
  { readonly fact: string } | { readonly acts: Readonly<Record<string, number>> };

/** What is known of one indicator of a patient. */
export interface IndicatorAssessment extends LocalizedText {
  readonly indicator: IndicatorId;
  readonly eligible: Known;
  readonly eligibleBecause: Because;
  readonly validated: Known;
  readonly because: Because;
  /** The act that completed the validation; null if acts did not. */
  readonly act: Act | null;
  /** First and last day of the window, YYYY-MM-DD; null if it has none, or they are not known. */
  readonly from: string | null;
  readonly by: string | null;
  /** What would settle it, each by itself or together with others. */
  readonly missing: readonly MissingPart[];
  /** Of who is eligible and what validates. */
  readonly source: Attribution;
}

/** What is known of the prevention of one patient as of a day. */
export interface PreventionAssessment {
  readonly id: string | number | null;
  readonly physicianId: string | number | null;
  readonly schedule: string;
  /** Payment year. */
  readonly year: number;
  /** Year whose actions count. */
  readonly actsYear: number;
  readonly asOf: string;
  readonly indicators: readonly IndicatorAssessment[];
}
