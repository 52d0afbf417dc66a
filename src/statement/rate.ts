import { Decimal } from "decimal.js";
import type { Percent, ShareRate } from "../schedule/language.ts";
import type { Cents } from "./cents.ts";

/** Sixty digits: every product here is exact, and a quotient too close to a tie to tell from it cannot occur. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** An exact rate: a decimal numerator over a whole denominator. */
export interface Rate {
  readonly numerator: Decimal;
  readonly denominator: number;
}

/** `"12.5%"` → 0.125 / 1. */
export function percent(text: Percent): Rate {
  return { numerator: new Exact(text.slice(0, -1)).div(100), denominator: 1 };
}

export function fraction(numerator: number, denominator: number): Rate {
  return { numerator: new Exact(numerator), denominator };
}

/** slope x (count / patients - above), none under `above`, capped on the share or on the rate. */
export function shareRate({ above, slope, cap, capOn }: ShareRate, count: number, patients: number): Rate {
  const factor = percent(slope).numerator;
  const ceiling = percent(cap).numerator;
  const excess = new Exact(count).minus(percent(above).numerator.times(patients));
  if (excess.lte(0)) return fraction(0, 1);
  if (capOn === "share" && ceiling.times(patients).lt(count)) return { numerator: factor.times(ceiling.minus(percent(above).numerator)), denominator: 1 };
  const rate = { numerator: factor.times(excess), denominator: patients };
  const most = { numerator: ceiling, denominator: 1 };
  return capOn === "rate" && isGreater(rate, most) ? most : rate;
}

export function isGreater(a: Rate, b: Rate): boolean {
  return a.numerator.times(b.denominator).gt(b.numerator.times(a.denominator));
}

/** The rate of an amount, rounded once to the cent, half away from zero. */
export function rateOf({ numerator, denominator }: Rate, amount: Cents): Cents {
  return numerator.times(amount).div(denominator).toDecimalPlaces(0).toNumber();
}

/** The rate of an amount, cut to the cent. */
export function cutRateOf({ numerator, denominator }: Rate, amount: Cents): Cents {
  return numerator.times(amount).div(denominator).toDecimalPlaces(0, Decimal.ROUND_DOWN).toNumber();
}

/** Exact in every case: `"10%"` where the percentage ends, `"7/120"` where it does not. */
export function rateText({ numerator, denominator }: Rate): string {
  const scale = 10 ** numerator.decimalPlaces();
  const top = BigInt(numerator.times(scale).toFixed(0));
  const bottom = BigInt(scale) * BigInt(denominator);
  const common = greatestCommonDivisor(top < 0n ? -top : top, bottom);
  const reduced = bottom / common;
  if (onlyTwosAndFives(reduced)) return `${numerator.times(100).div(denominator).toFixed()}%`;
  return `${top / common}/${reduced}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

function onlyTwosAndFives(value: bigint): boolean {
  for (const prime of [2n, 5n]) while (value % prime === 0n) value /= prime;
  return value === 1n;
}
