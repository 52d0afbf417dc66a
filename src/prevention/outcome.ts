import type { IndicatorAssessment } from "../indicators/assessment.ts";
import { both, type Known } from "../indicators/kleene.ts";

/**
 * Whether an indicator is paid: it is validated for a patient who is eligible, or told to be
 * validated, whoever is eligible.
 */
export function outcomeOf({ eligible, validated, because }: IndicatorAssessment): Known {
  return because.code === "told" && validated === "yes" ? "yes" : both(eligible, validated);
}
