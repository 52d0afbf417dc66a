import type { Cents } from "./cents.ts";
import { rateOf, type Rate } from "./rate.ts";

/** Below this, products of whole numbers and whole parts of their quotients are exact in doubles. */
export const EXACT = 2 ** 53;

/** A rate as a quotient of whole numbers in doubles. */
export interface Ratio {
  readonly top: number;
  readonly bottom: number;
}

/** A rate that is applied many times: in doubles where they are exact, else on decimal.js. */
export interface FastRate {
  readonly exact: Rate;
  readonly ratio: Ratio;
}

export function fastRate(exact: Rate): FastRate {
  return { exact, ratio: ratioOf(exact) };
}

/** The rate of an amount from zero up, rounded half away from zero. */
export function fastRateOf({ exact, ratio }: FastRate, amount: Cents): Cents {
  return ratioTimes(ratio, amount) ?? rateOf(exact, amount, "half away from zero");
}

export function ratioOf({ numerator, denominator }: Rate): Ratio {
  return { top: numerator.toNumber(), bottom: denominator.toNumber() };
}

/**
 * A ratio of an amount from zero up, rounded once to the cent, half a cent up; undefined where
 * doubles might not be exact. The whole part of a / b is right for whole a below 2^53: a quotient
 * that is not whole lies at least 1 / b from the next whole number, which is more than half the gap
 * between doubles there.
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
