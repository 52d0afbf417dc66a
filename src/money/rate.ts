import { Decimal } from "decimal.js";
import type { Cents } from "./cents.ts";
import { Exact } from "./exact.ts";

/** A percentage: `"10%"`, `"12.5%"`. */
export type Percent = string;

/** An exact rate: a fraction of integers with a positive denominator. */
export interface Rate {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/** Rounding to the cent. decimal.js calls half away from zero "half up". */
const ROUNDING = {
  "half away from zero": Decimal.ROUND_HALF_UP,
  "towards zero": Decimal.ROUND_DOWN,
} as const;

export type Rounding = keyof typeof ROUNDING;

/** Applies a rate to an amount, rounded once to the cent. */
export function rateOf({ numerator, denominator }: Rate, amount: Cents, rounding: Rounding): Cents {
  const exact = numerator.times(amount).dividedBy(denominator);
  return exact.toDecimalPlaces(0, ROUNDING[rounding]).toNumber() + 0; // + 0: no minus zero
}

/** `"12.5%"` → 1 / 8. Percentages are parsed here only. */
export function percent(text: Percent): Rate {
  const [numerator, denominator] = new Exact(text.slice(0, -1)).dividedBy(100).toFraction();
  return { numerator: numerator as Decimal, denominator: denominator as Decimal };
}

export function fraction(numerator: number, denominator: number): Rate {
  return { numerator: new Exact(numerator), denominator: new Exact(denominator) };
}

export function isZero({ numerator }: Rate): boolean {
  return numerator.isZero();
}

export function isGreater(a: Rate, b: Rate): boolean {
  return a.numerator.times(b.denominator).greaterThan(b.numerator.times(a.denominator));
}

export function times(a: Rate, b: Rate): Rate {
  return {
    numerator: a.numerator.times(b.numerator),
    denominator: a.denominator.times(b.denominator),
  };
}

export function minus(a: Rate, b: Rate): Rate {
  return {
    numerator: a.numerator.times(b.denominator).minus(b.numerator.times(a.denominator)),
    denominator: a.denominator.times(b.denominator),
  };
}

export function negated({ numerator, denominator }: Rate): Rate {
  return { numerator: numerator.negated(), denominator };
}

/** Number of decimals of a rate as a percentage: one for 1 / 8, which is 12.5 %. */
export function decimalsOf({ numerator, denominator }: Rate): number {
  return numerator.times(100).dividedBy(denominator).decimalPlaces();
}

/** A rate as an integer number of parts of `unit`: 1 / 8 is 125 thousandths. */
export function partsOf({ numerator, denominator }: Rate, unit: bigint): bigint {
  return BigInt(numerator.times(unit).dividedBy(denominator).toFixed());
}
