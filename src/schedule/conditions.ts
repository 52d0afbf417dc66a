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

/** What a fact is known to be: `c2s` is `none`, `free`, `contributory` or `yes` (of a kind not told). */
export type FactValue = boolean | number | string;

/** Gives the value of a fact; called only for the facts that decide. */
export type FactReader = (fact: Fact) => FactValue;

/** Whether every fact named in a condition holds; facts are read in the order of the condition, until one fails. */
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
