import type { Fact } from "../facts.ts";
import type { Condition } from "./language.ts";

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** `"0-6"` → 0 to 6, `"80+"` → 80 to infinity, `"1"` → 1 to 1. */
export function interval(range: string | number): Interval {
  const [from, to] = String(range).split("-");
  const first = Number.parseInt(from as string, 10);
  if (to !== undefined) return { from: first, to: Number.parseInt(to, 10) };
  return { from: first, to: String(range).endsWith("+") ? Number.POSITIVE_INFINITY : first };
}

/** Value of a fact. `c2s` is `none`, `free`, `contributory` or `yes` (kind unknown). */
export type FactValue = boolean | number | string;

/** Reads a fact; called only for facts that affect the result. */
export type FactReader = (fact: Fact) => FactValue;

/** Whether all facts of a condition hold. Facts are read in order, up to the first that fails. */
export function holds(when: Condition | undefined, read: FactReader): boolean {
  for (const fact in when)
    if (
      !factHolds(
        fact as Fact,
        when[fact as Fact] as FactValue | readonly FactValue[],
        read(fact as Fact),
      )
    )
      return false;
  return true;
}

function factHolds(
  fact: Fact,
  wanted: FactValue | readonly FactValue[],
  value: FactValue,
): boolean {
  if (fact === "age" || fact === "physicianAge" || fact === "installationYear") {
    const { from, to } = interval(wanted as string);
    const known = interval(value as string | number);
    return from <= known.from && known.to <= to;
  }
  if (fact === "c2s")
    return typeof wanted === "boolean" ? (value !== "none") === wanted : wanted === value;
  return Array.isArray(wanted) ? wanted.includes(value) : wanted === value;
}
