import {
  assessPrevention,
  type IndicatorAssessment,
  type Patient,
  type PreventionOptions,
} from "../../src/index.ts";

/** What is assessed of one indicator of a patient, in 2026 unless said. */
export function assessed(
  indicator: string,
  patient: object,
  options: Partial<PreventionOptions> = {},
): IndicatorAssessment {
  const all = { year: 2026, asOf: "2026-06-30", ...options };
  const { indicators } = assessPrevention(patient as Patient, all);
  return indicators.find((one) => one.indicator === indicator) as IndicatorAssessment;
}
