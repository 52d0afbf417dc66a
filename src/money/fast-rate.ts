import type { Cents } from "./cents.ts";
import { rateOf, type Rate } from "./rate.ts";

/** Below this, products of integers, and integer parts of their quotients, are exact in doubles. */
export const EXACT = 2 ** 53;

/** A rate as a quotient of two integers, held in doubles. */
export interface Ratio {
  readonly top: number;
  readonly bottom: number;
}

/** A rate that is applied many times: in doubles where they are exact, else with decimal.js. */
export interface FastRate {
  readonly exact: Rate;
  readonly ratio: Ratio;
}

export function fastRate(exact: Rate): FastRate {
  return { exact, ratio: ratioOf(exact) };
}

/** Rate of a non-negative amount, rounded half away from zero. */
export function fastRateOf({ exact, ratio }: FastRate, amount: Cents): Cents {
  return ratioTimes(ratio, amount) ?? rateOf(exact, amount, "half away from zero");
}

export function ratioOf({ numerator, denominator }: Rate): Ratio {
  return { top: numerator.toNumber(), bottom: denominator.toNumber() };
}

/**
 * Ratio of a non-negative amount, rounded once to the cent, half up; undefined where doubles might
 * not be exact. For integers a below 2^53 the integer part of a / b is exact: a quotient that is
 * not an integer is at least 1 / b away from the next one, which exceeds half the spacing of
 * doubles there.
 */
export function ratioTimes({ top, bottom }: Ratio, amount: Cents): Cents | undefined {
  const twice = 2 * top * amount + bottom;
  return twice < EXACT ? Math.floor(twice / (2 * bottom)) : undefined;
}

/** Whether a ratio is greater than another; undefined where doubles might not be exact. */
export function isGreaterRatio(a: Ratio, b: Ratio): boolean | undefined {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  return left < EXACT && right < EXACT ? left > right : undefined;
}
