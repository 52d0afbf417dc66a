import { UNITS } from "../decimal.ts";
import { C2S_KINDS, isFact, OLDEST, SECTORS, ZONES, type AnyFact } from "../facts.ts";
import { interval, predicateOf, type FactValue } from "./conditions.ts";
import type { AmountCase, Condition, DeclaredFact, UpliftCase } from "./language.ts";

/** A combination of facts matched by too few or too many cases. */
export interface Uncovered {
  /** The facts as text: `age 75-79, ald false, seen true`. */
  readonly facts: string;
  /** Matching cases: none for a gap, several for an overlap. */
  readonly cases: readonly string[];
}

type Cases = Readonly<Record<string, AmountCase | UpliftCase>>;
type Declared = Readonly<Record<string, DeclaredFact>>;

/** Finds the first combination of facts with a disallowed number of matching cases. */
export function uncovered(
  component: Condition | undefined,
  cases: Cases,
  declared: Declared,
  allowed: (count: number) => boolean,
): Uncovered | undefined {
  const conditions = [component, ...Object.values(cases).map((one) => one.when)].filter(
    (when) => when !== undefined,
  );
  const facts = [...new Set(conditions.flatMap((when) => Object.keys(when)))];
  const domains = facts.map((fact) => domain(fact, conditions, declared));

  const isPaid = predicateOf(component);
  const tests = Object.entries(cases).map(([id, { when }]) => ({ id, holds: predicateOf(when) }));

  for (const point of product(domains)) {
    const read = (fact: AnyFact): FactValue => (point[facts.indexOf(fact)] as Point).value;
    if (!isPaid(read)) continue;
    const matching = tests.filter(({ holds }) => holds(read)).map(({ id }) => id);
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

function domain(fact: AnyFact, conditions: readonly Condition[], declared: Declared): Point[] {
  if (!isFact(fact) && declared[fact]?.is !== "boolean")
    return bands(fact, conditions, 0, Number.POSITIVE_INFINITY, STEP);
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

/** The smallest difference of two declared numbers. */
const STEP = 1 / UNITS;

/** Widest bands within which no condition changes; each is tested at its first value. */
function bands(
  fact: AnyFact,
  conditions: readonly Condition[],
  first: number,
  last: number,
  step = 1,
): Point[] {
  const moved = (value: number, by: number): number => Number((value + by).toFixed(4));
  const starts = new Set([first]);
  for (const when of conditions) {
    const range = when[fact];
    if (range === undefined) continue;
    const { from, to } = interval(range as string);
    for (const start of [from, moved(to, step)])
      if (start > first && start <= last && Number.isFinite(start)) starts.add(start);
  }
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((start, i) => {
    const end = moved(sorted[i + 1] ?? Number.POSITIVE_INFINITY, -step);
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
