import { OLDEST, type Fact } from "../facts.ts";
import { C2S_KINDS, SECTORS, ZONES } from "../facts.ts";
import { holds, interval, type FactValue } from "./conditions.ts";
import type { AmountCase, UpliftCase, Condition } from "./language.ts";

/** A combination of facts matched by too few or too many cases. */
export interface Uncovered {
  /** The facts as text: `age 75-79, ald false, seen true`. */
  readonly facts: string;
  /** Matching cases: none for a gap, several for an overlap. */
  readonly cases: readonly string[];
}

type Cases = Readonly<Record<string, AmountCase | UpliftCase>>;

/** Finds the first combination of facts with a disallowed number of matching cases. */
export function uncovered(
  component: Condition | undefined,
  cases: Cases,
  allowed: (count: number) => boolean,
): Uncovered | undefined {
  const conditions = [component, ...Object.values(cases).map((one) => one.when)].filter(
    (when) => when !== undefined,
  );
  const facts = [...new Set(conditions.flatMap((when) => Object.keys(when) as Fact[]))];
  const domains = facts.map((fact) => domain(fact, conditions));

  for (const point of product(domains)) {
    const read = (fact: Fact): FactValue => (point[facts.indexOf(fact)] as Point).value;
    if (!holds(component, read)) continue;
    const matching = Object.keys(cases).filter((id) => holds((cases[id] as AmountCase).when, read));
    if (!allowed(matching.length))
      return {
        facts: facts.map((fact, i) => `${fact} ${(point[i] as Point).name}`).join(", "),
        cases: matching,
      };
  }
  return undefined;
}

interface Point {
  readonly value: FactValue;
  readonly name: string;
}

function domain(fact: Fact, conditions: readonly Condition[]): Point[] {
  if (fact === "age") return bands(fact, conditions, 0, OLDEST);
  if (fact === "physicianAge") return bands(fact, conditions, 0, OLDEST);
  if (fact === "installationYear") return bands(fact, conditions, 1, Number.POSITIVE_INFINITY);
  const values =
    fact === "zone"
      ? ZONES
      : fact === "sector"
        ? SECTORS
        : fact === "c2s"
          ? ["none", ...C2S_KINDS]
          : [false, true];
  return values.map((value) => ({ value, name: String(value) }));
}

/** Widest bands within which no condition changes; each is tested at its first value. */
function bands(
  fact: "age" | "physicianAge" | "installationYear",
  conditions: readonly Condition[],
  first: number,
  last: number,
): Point[] {
  const starts = new Set([first]);
  for (const when of conditions) {
    const range = when[fact];
    if (range === undefined) continue;
    const { from, to } = interval(range);
    for (const start of [from, to + 1])
      if (start > first && start <= last && Number.isFinite(start)) starts.add(start);
  }
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((start, i) => {
    const end = (sorted[i + 1] ?? Number.POSITIVE_INFINITY) - 1;
    return {
      value: start,
      name: Number.isFinite(end) ? (end === start ? `${start}` : `${start}-${end}`) : `${start}+`,
    };
  });
}

function* product(
  domains: readonly Point[][],
  chosen: readonly Point[] = [],
): Generator<readonly Point[]> {
  const next = domains[chosen.length];
  if (next === undefined) yield chosen;
  else for (const point of next) yield* product(domains, [...chosen, point]);
}
