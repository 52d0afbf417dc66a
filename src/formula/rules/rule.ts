import type { AmountComponent, Condition } from "../../schedule/language.ts";
import type { CompiledAmounts } from "../../statement/compiled.ts";
import type { Percent } from "../../money/rate.ts";
import type { Tests } from "../expression/conditions.ts";
import type { Expression } from "../expression/expression.ts";
import type { Scale } from "./scale.ts";

/** Cents of one patient for a component, before uplifts. */
export type AmountFormula = (
  component: AmountComponent,
  compiled: CompiledAmounts,
  known: Known,
) => Expression;

/** What is known of a patient and their physician. */
export interface Known {
  readonly tests: Tests;
  /** Number of prevention actions not itemised by indicator. */
  readonly counted: Expression;
  /** Whether each indicator is validated, by indicator id. */
  readonly indicators: ReadonlyMap<string, Expression>;
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
