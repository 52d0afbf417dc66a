import { MILLION } from "../../millionths.ts";

const WHOLE = BigInt(MILLION);

/** How many physicians each one stands for, in millionths; absent, each stands for themselves. */
export type PhysicianWeights = Float64Array | undefined;

/** A weighted sum of whole cents or of counts, in millionths; exact. */
export function weightedSum(
  values: ArrayLike<number>,
  weights: PhysicianWeights,
  slots: ArrayLike<number> | undefined = undefined,
): bigint {
  if (weights === undefined) return BigInt(slots ? sumAt(values, slots) : sumOf(values)) * WHOLE;
  const count = slots?.length ?? values.length;
  let sum = 0n;
  for (let i = 0; i < count; i++) {
    const slot = slots ? (slots[i] as number) : i;
    sum += BigInt(values[slot] as number) * BigInt(weights[slot] as number);
  }
  return sum;
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
}

function sumAt(values: ArrayLike<number>, slots: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < slots.length; i++) sum += values[slots[i] as number] as number;
  return sum;
}
