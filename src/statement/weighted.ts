import { MILLION, type Scale } from "../millionths.ts";
import type { Cents } from "../money/cents.ts";

/** So many parts of a cent as cents, rounded once, half away from zero. */
export function roundedCents(value: bigint, parts = MILLION): Cents {
  const whole = BigInt(parts);
  const half = value < 0n ? -whole : whole;
  return Number((2n * value + half) / (2n * whole));
}

/** A line: cents for each one of a quantity, rounded once. @param scale what one is counted as */
export function lineOf(quantity: number, each: Cents, scale: Scale): Cents {
  return scale === 1 ? quantity * each : roundedCents(BigInt(quantity) * BigInt(each), scale);
}
