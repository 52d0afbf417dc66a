import type { LocalizedText } from "../error.ts";
import type { AnyFact } from "../facts.ts";
import type { Cents } from "../money/cents.ts";
import type { FastRate } from "../money/fast-rate.ts";
import type { Rate } from "../money/rate.ts";
import type { Predicate } from "../schedule/conditions.ts";
import type {
  Advances,
  AmountCase,
  AmountRuleKind,
  Condition,
  EqualParts,
  Schedule,
  ScheduleSource,
} from "../schedule/language.ts";
import type { Attribution } from "../schedule/provenance.ts";
import type { ColumnConditions, PatientClasses } from "./patient-classes.ts";
import type { ShareTerms } from "./rules/share-terms.ts";

/**
 * A schedule prepared for evaluation: conditions on patients and physicians separated, amounts in
 * cents, percentages parsed, references resolved.
 */
export interface Compiled {
  readonly schedule: Schedule;
  /** Component ids in document order, uplifts last. */
  readonly components: readonly string[];
  readonly amounts: readonly CompiledAmounts[];
  readonly uplifts: readonly CompiledUplift[];
  /** Number of columns in a table of this schedule's quantities. */
  readonly columns: number;
  /** The columns that count patients, and whom. */
  readonly counted: readonly ColumnConditions[];
  /** Which of these columns a patient counts in. */
  readonly classes: PatientClasses;
  /** Only the uplift with the highest rate is paid. */
  readonly highestOnly: boolean;
  /** Whether a physician is eligible. */
  readonly eligible: Predicate;
  /** Payment plan of each component. */
  readonly payments: ReadonlyMap<string, PaymentPlan>;
  /** Facts used by a condition of an amount or an uplift, or by the measure of a slab. */
  readonly reads: ReadonlySet<AnyFact>;
  /** Whether a condition requires a kind of C2S. */
  readonly c2sKind: boolean;
  /** Sources by id, in the order of the document. */
  readonly sources: readonly (readonly [string, ScheduleSource])[];
}

export interface Rule {
  /** Path of the case, or of a component without cases. */
  readonly path: string;
  /** Patch path of the value. */
  readonly rule: string;
  readonly label: LocalizedText;
  readonly attribution: Attribution;
  /** Conditions on the physician. */
  readonly physician: readonly Condition[];
  /** Whether they hold. */
  readonly pays: Predicate;
}

export interface AmountRule extends Rule {
  readonly unit: Cents;
  /** Column of its quantities. */
  readonly column: number;
  /** Conditions on the patient. */
  readonly patient: readonly Condition[];
  /** Column of the patients who meet them: its own, unless the kind counts them apart. */
  readonly counted: number;
  /** What its kind has besides. */
  readonly terms: Pick<AmountCase, "slabs" | "most" | "points">;
}

export interface UpliftRule extends Rule {
  readonly rate: FastRate | ShareUplift;
}

/** A rate that depends on the share of the patients who meet a condition. */
export interface ShareUplift {
  readonly terms: ShareTerms;
  /** Column of the patients whom the share counts. */
  readonly column: number;
}

export interface CompiledAmounts {
  readonly component: string;
  readonly per: AmountRuleKind;
  readonly rules: readonly AmountRule[];
  /** Whether uplifts apply to it. */
  readonly bears: boolean;
  /** Its columns are consecutive. */
  readonly firstColumn: number;
  /** Of a component per indicator. */
  readonly prevention?: PreventionRules;
}

export interface PreventionRules {
  /** Index of each indicator's rule. */
  readonly ofIndicator: ReadonlyMap<string, number>;
  /** Rule of actions not itemised; undefined if prices differ. */
  readonly ofAction: AmountRule | undefined;
  /** Column of actions not itemised, whether or not they are paid. */
  readonly actionColumn: number;
}

export interface CompiledUplift {
  readonly component: string;
  readonly rules: readonly UpliftRule[];
}

export type PaymentPlan = EqualParts | (Omit<Advances, "advance"> & { readonly advance: Rate });

export function isShare(rate: FastRate | ShareUplift): rate is ShareUplift {
  return "terms" in rate;
}
