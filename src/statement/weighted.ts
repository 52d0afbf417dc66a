import { MILLION, type Scale } from "../millionths.ts";
import type { Cents } from "../money/cents.ts";

/** So many parts of a cent as cents, rounded once, half away from zero. */
export function roundedCents(value: bigint, parts = MILLION): Cents {
  const whole = BigInt(parts);
  const size = value < 0n ? -value : value;
  const rounded = Number((2n * size + whole) / (2n * whole));
  return value < 0n ? 0 - rounded : rounded;
}

/** A line: cents for each one of a quantity, rounded once. @param scale what one is counted as */
export function lineOf(quantity: number, each: Cents, scale: Scale): Cents {
  return scale === 1 ? quantity * each : roundedCents(BigInt(quantity) * BigInt(each), scale);
}
