import type { Decimal } from "decimal.js";
import { Exact } from "./exact.ts";
import type { Rate } from "./rate.ts";

const known = new WeakMap<Rate, string>();

/** Exact in every case: `"10%"` where the percentage ends, `"7/120"` where it does not. */
export function rateText(rate: Rate): string {
  const text = known.get(rate) ?? textOf(rate);
  known.set(rate, text);
  return text;
}

/** `"7/120"` → `"5.83"`: what a rate is in percent, with two decimals. */
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
 * Ten to the power of the decimals that a rate can have at most, and more: two percentages of eight
 * decimals over a list of 2^53 patients end within 69 or never.
 */
const SHIFT = new Exact("1e80");

function endsAsDecimal(numerator: Decimal, denominator: Decimal): boolean {
  return numerator.times(SHIFT).modulo(denominator).isZero();
}

/** By Euclid's algorithm; `toFraction` takes four times as long. */
function greatestCommonDivisor(a: Decimal, b: Decimal): Decimal {
  return b.isZero() ? a : greatestCommonDivisor(b, a.modulo(b));
}
