import type { Condition, Schedule } from "../../schedule/language.ts";
import type { CompiledAmounts } from "../../statement/compiled.ts";
import type { Percent } from "../../money/rate.ts";
import type { Tests } from "../expression/conditions.ts";
import type { Expression, Named } from "../expression/expression.ts";
import type { Scale } from "./scale.ts";

/** Cents for a component, before uplifts: of one patient, to be summed, or of the whole list. */
export type AmountFormula =
  | {
      readonly grain: "patient";
      readonly cents: (compiled: CompiledAmounts, known: KnownPatient) => Expression;
    }
  | {
      readonly grain: "list";
      readonly cents: (compiled: CompiledAmounts, known: KnownList) => Expression;
      /** For each number of patients that the cents depend on, 1 for a patient in it, else 0. */
      readonly counted: (compiled: CompiledAmounts, known: { readonly tests: Tests }) => Named[];
    };

/** What is known of a patient and their physician. */
export interface KnownPatient {
  readonly schedule: Schedule;
  readonly tests: Tests;
  /** Number of prevention actions not itemised by indicator. */
  readonly counted: Expression;
  /** Whether each indicator is validated, by indicator id. */
  readonly indicators: ReadonlyMap<string, Expression>;
}

/** What is known of a physician. */
export interface KnownList {
  readonly tests: Tests;
  /** Value of a declared number, in ten-thousandths. */
  readonly measures: (fact: string) => Expression | undefined;
}

/** Rate of one case of an uplift. */
export interface RateFormula {
  /** Percentages that the scale makes whole. */
  readonly percentages: readonly Percent[];
  /** Condition of the patients whose share of the list sets the rate. */
  readonly share?: Condition;
  /**
   * The rate in parts of the scale's unit.
   * @param counted number of patients in the share
   */
  readonly parts: (scale: Scale, counted: Expression) => Expression;
}
