import type { Decimal } from "decimal.js";
import { Exact } from "./exact.ts";
import type { Rate } from "./rate.ts";

const known = new WeakMap<Rate, string>();

/**
 * Exact text of a rate: `"10%"`, or `"7/120"` if the decimals of the percentage do not terminate.
 */
export function rateText(rate: Rate): string {
  const text = known.get(rate) ?? textOf(rate);
  known.set(rate, text);
  return text;
}

/** Percentage of a fraction, rounded to two decimals: `"7/120"` → `"5.83"`. */
export function roundedPercentage(text: string): string {
  const [numerator, denominator] = text.split("/") as [string, string];
  return new Exact(numerator).times(100).dividedBy(denominator).toFixed(2);
}

function textOf({ numerator, denominator }: Rate): string {
  if (endsAsDecimal(numerator, denominator))
    return `${numerator.times(100).dividedBy(denominator).toFixed()}%`;
  const common = greatestCommonDivisor(numerator.abs(), denominator);
  return `${numerator.dividedBy(common).toFixed()}/${denominator.dividedBy(common).toFixed()}`;
}

/**
 * A power of ten beyond the longest terminating rate: two percentages of eight decimals over a list
 * of 2^53 patients end within 69 decimals or never.
 */
const SHIFT = new Exact("1e80");

function endsAsDecimal(numerator: Decimal, denominator: Decimal): boolean {
  return numerator.times(SHIFT).modulo(denominator).isZero();
}

/** Euclid's algorithm; `toFraction` takes four times as long. */
function greatestCommonDivisor(a: Decimal, b: Decimal): Decimal {
  return b.isZero() ? a : greatestCommonDivisor(b, a.modulo(b));
}
