import type { IndicatorAssessment } from "../indicators/assessment.ts";
import { outcomeOf } from "./outcome.ts";
import type { IndicatorCounts } from "./rates.ts";

const NOBODY: IndicatorCounts = Object.freeze({ eligible: 0, validated: 0, unknown: 0 });

/** Patients of each indicator: eligible, validated, and those of whom it is not known. */
export class CountsByIndicator {
  readonly #counts = new Map<string, IndicatorCounts>();
  /** Of whom both are known. */
  readonly #done = new Map<string, number>();

  add(assessed: readonly IndicatorAssessment[]): void {
    for (const one of assessed) {
      if (one.eligibleBecause.code === "not-on-list") continue;
      const { eligible, validated, unknown } = this.of(one.indicator);
      const outcome = outcomeOf(one);
      this.#counts.set(one.indicator, {
        eligible: eligible + (one.eligible === "yes" ? 1 : 0),
        validated: validated + (outcome === "yes" ? 1 : 0),
        unknown: unknown + (outcome === "unknown" ? 1 : 0),
      });
      if (one.eligible === "yes" && outcome === "yes")
        this.#done.set(one.indicator, (this.#done.get(one.indicator) ?? 0) + 1);
    }
  }

  of(indicator: string): IndicatorCounts {
    return this.#counts.get(indicator) ?? NOBODY;
  }

  /** Of the patients who are known to be eligible, the share that is validated; null of nobody. */
  rateOf(indicator: string): number | null {
    const { eligible } = this.of(indicator);
    const done = this.#done.get(indicator) ?? 0;
    return eligible === 0 ? null : Math.round((done / eligible) * 10_000) / 10_000;
  }
}
