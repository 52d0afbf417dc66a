import type { Cents } from "../money/cents.ts";

/** A step of the unknown, and the total that it gives. */
export interface Evaluated {
  readonly step: number;
  readonly total: Cents;
}

/** The neighbouring steps between which a target lies, or why it does not. */
export interface Bracket {
  readonly exact: boolean;
  readonly below: Evaluated | undefined;
  readonly above: Evaluated | undefined;
  readonly reason: "flat" | "too-low" | "too-high" | undefined;
}

/**
 * Finds the first step whose total is at the target or over it, and the one before. A total never
 * falls as an amount or a rate grows: each line is a product that is rounded once.
 */
export function bracket(
  { least, start, most }: { readonly least: number; readonly start: number; readonly most: number },
  target: Cents,
  totalOf: (step: number) => Cents,
): Bracket {
  const at = (step: number): Evaluated => ({ step, total: totalOf(step) });
  const first = at(least);
  const probe = Math.min(most, 2 * Math.max(start, 100));
  if ([probe, Math.min(most, FAR * probe)].every((step) => totalOf(step) === first.total)) {
    const exact = first.total === target ? at(Math.max(start, least)) : undefined;
    return { exact: exact !== undefined, below: exact, above: exact, reason: "flat" };
  }
  if (first.total >= target) {
    const exact = first.total === target;
    const below = exact ? first : undefined;
    return { exact, below, above: first, reason: exact ? undefined : "too-low" };
  }
  let low = first;
  let high = at(probe);
  while (high.total < target && high.step < most) {
    low = high;
    high = at(Math.min(most, 2 * high.step));
  }
  if (high.total < target)
    return { exact: false, below: high, above: undefined, reason: "too-high" };
  while (high.step - low.step > 1) {
    const middle = at(Math.floor((low.step + high.step) / 2));
    if (middle.total < target) low = middle;
    else high = middle;
  }
  const exact = high.total === target;
  return { exact, below: exact ? high : low, above: high, reason: undefined };
}

/** A total that a thousandfold does not move is flat. */
const FAR = 1000;
