import { oneOf, refuse, type LocalizedText } from "../error.ts";
import type { ByIndicator } from "../ids.ts";
import { PERCENT } from "../schedule/formats.ts";

/** A share: 0.6, or `"60%"`. */
export type Share = number | string;

/**
 * The probability that an unknown turns validated, or the share of all eligible patients for whom
 * the indicator is validated.
 */
export type PreventionRate = Share | { readonly coverage: Share };

export type PreventionRates = ByIndicator<PreventionRate>;

/** Patients of one indicator. */
export interface IndicatorCounts {
  readonly eligible: number;
  /** Known to be validated. */
  readonly validated: number;
  /** Not known to be, nor known not to be. */
  readonly unknown: number;
}

/** @throws ForfaitError RATE_INVALID, PREVENTION_UNKNOWN */
export function checkRates(rates: PreventionRates = {}, ids: readonly string[]): PreventionRates {
  if (typeof rates !== "object" || rates === null || Array.isArray(rates))
    refuse("RATE_INVALID", "options.rates", rates, allowed);
  for (const [id, rate] of Object.entries(rates)) {
    if (!ids.includes(id)) refuse("PREVENTION_UNKNOWN", "options.rates", id, oneOf(ids));
    shareOf(isCoverage(rate) ? rate.coverage : rate, `options.rates.${id}`);
  }
  return rates;
}

/**
 * Probability that an unknown turns validated. A coverage of all eligible is what they leave to the
 * unknown, at least none and at most all of them.
 */
export function probabilityOf(
  rate: PreventionRate,
  { eligible, validated, unknown }: IndicatorCounts,
): number {
  if (!isCoverage(rate)) return shareOf(rate, "rates");
  if (unknown === 0) return 0;
  const left = (shareOf(rate.coverage, "rates") * eligible - validated) / unknown;
  return Math.min(1, Math.max(0, left));
}

function isCoverage(rate: unknown): rate is { readonly coverage: Share } {
  return typeof rate === "object" && rate !== null && Object.hasOwn(rate, "coverage");
}

const allowed: LocalizedText = {
  fr: 'une part de 0 à 1, ou "60%" ; ou { coverage } : cette part de tous les éligibles',
  en: 'a share from 0 to 1, or "60%"; or { coverage }: that share of all who are eligible',
};

function shareOf(given: unknown, path: string): number {
  const share =
    typeof given === "string" && PERCENT.pattern.test(given)
      ? Number.parseFloat(given) / 100
      : given;
  return typeof share === "number" && share >= 0 && share <= 1
    ? share
    : refuse("RATE_INVALID", path, given, allowed);
}
