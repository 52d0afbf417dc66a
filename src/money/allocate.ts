import type { Cents } from "./cents.ts";

/**
 * Allocates an amount in proportion to non-negative weights: each share is truncated, and the
 * remaining cents go one by one to the largest remainders, the first on a tie. Integer arithmetic
 * is
 * enough.
 */
export function largestRemainder(amount: Cents, weights: readonly Cents[]): Cents[] {
  const all = BigInt(weights.reduce((a, b) => a + b, 0));
  if (all === 0n) return weights.map(() => 0);
  const size = BigInt(Math.abs(amount));
  const quotas = weights.map((weight, i) => ({
    i,
    truncated: (size * BigInt(weight)) / all,
    remainder: (size * BigInt(weight)) % all,
  }));
  const left = Number(size - quotas.reduce((before, { truncated }) => before + truncated, 0n));
  const largest = [...quotas].sort((a, b) => Number(b.remainder - a.remainder)).slice(0, left);
  const parts = quotas.map(({ truncated }) => Number(truncated));
  for (const { i } of largest) parts[i] = (parts[i] as Cents) + 1;
  const sign = Math.sign(amount);
  return parts.map((part) => sign * part + 0); // + 0: no minus zero
}

/**
 * Splits an amount into equal parts, each truncated; the remaining cents go to the last part, or
 * one
 * by one from the first.
 */
export function equalParts(amount: Cents, count: number, oddCents: "first" | "last"): Cents[] {
  const part = Math.trunc(amount / count);
  const left = amount - part * count;
  const extra = (i: number): Cents => {
    if (oddCents === "last") return i === count - 1 ? left : 0;
    return i < Math.abs(left) ? Math.sign(left) : 0;
  };
  return Array.from({ length: count }, (_, i) => part + extra(i));
}
