import type { Cents } from "../money/cents.ts";
import { MILLION } from "../millionths.ts";
import { type PhysicianWeights } from "../statement/bulk/physician-weights.ts";

/** The bound of a share of the physicians, ordered by an amount. */
export interface Bound {
  /** Share of the physicians, from 0 to 1. */
  readonly p: number;
  readonly cents: Cents;
}

/**
 * Bounds of an amount per physician: for each p, the smallest value whose cumulative weight reaches
 * it, without interpolation. The first is the smallest amount, the last the largest. None if nobody
 * has a weight.
 */
export function boundsOf(amounts: Float64Array, weights: PhysicianWeights, parts: number): Bound[] {
  const slots = Uint32Array.from(amounts.keys())
    .filter((slot) => weightOf(weights, slot) > 0)
    .sort((x, y) => (amounts[x] as number) - (amounts[y] as number));
  const all = slots.reduce((sum, slot) => sum + BigInt(weightOf(weights, slot)), 0n);
  const bounds: Bound[] = [];
  let reached = 0n;
  let part = 0;
  for (const slot of slots) {
    reached += BigInt(weightOf(weights, slot));
    for (; part <= parts && reached * BigInt(parts) >= all * BigInt(part); part++)
      bounds.push({ p: part / parts, cents: amounts[slot] as Cents });
  }
  return bounds;
}

function weightOf(weights: PhysicianWeights, slot: number): number {
  return weights === undefined ? MILLION : (weights[slot] as number);
}
