import { UNITS } from "../decimal.ts";
import { C2S_KINDS, isFact, OLDEST, SECTORS, ZONES, type AnyFact } from "../facts.ts";
import { interval } from "../interval.ts";
import { isRange, predicateOf, type FactValue } from "./conditions.ts";
import type { Condition, DeclaredFact } from "./language.ts";
import type { Span } from "./region.ts";

/** Values of a fact that conditions tell apart, in order: bands of numbers, or single values. */
export interface Domain {
  readonly names: readonly string[];
  /** Indices of the values that a condition on the fact takes; all without one. */
  readonly spansOf: (wanted: unknown) => readonly Span[];
}

/** The smallest difference of two declared numbers. */
const STEP = 1 / UNITS;

/** The values of a fact that these conditions tell apart. */
export function domainOf(
  fact: AnyFact,
  conditions: readonly Condition[],
  declared: Readonly<Record<string, DeclaredFact>>,
): Domain {
  if (!isFact(fact) && declared[fact]?.is !== "boolean")
    return bands(fact, conditions, 0, Number.POSITIVE_INFINITY, STEP);
  if (fact === "age" || fact === "physicianAge") return bands(fact, conditions, 0, OLDEST);
  if (fact === "installationYear") return bands(fact, conditions, 1, Number.POSITIVE_INFINITY);
  const values =
    fact === "zone"
      ? ZONES
      : fact === "sector"
        ? SECTORS
        : fact === "c2s"
          ? ["none", ...C2S_KINDS]
          : [false, true];
  const all = [{ from: 0, to: values.length }];
  const known = new Map<unknown, readonly Span[]>([[undefined, all]]);
  return {
    names: values.map(String),
    spansOf: (wanted) => {
      const spans = known.get(wanted) ?? spansOfValues(fact, values, wanted);
      known.set(wanted, spans);
      return spans;
    },
  };
}

function spansOfValues(
  fact: AnyFact,
  values: readonly FactValue[],
  wanted: unknown,
): readonly Span[] {
  const holds = predicateOf({ [fact]: wanted } as Condition);
  return values.flatMap((value, i) => (holds(() => value) ? [{ from: i, to: i + 1 }] : []));
}

/** Widest bands within which no condition changes. */
function bands(
  fact: AnyFact,
  conditions: readonly Condition[],
  first: number,
  last: number,
  step = 1,
): Domain {
  const moved = (value: number, by: number): number => Number((value + by).toFixed(4));
  const found = new Set([first]);
  for (const when of conditions) {
    const range = when[fact];
    if (!isRange(fact, range) || range === undefined) continue;
    const { from, to } = interval(range as string);
    for (const start of [from, moved(to, step)])
      if (start > first && start <= last && Number.isFinite(start)) found.add(start);
  }
  const starts = [...found].sort((a, b) => a - b);
  const names = starts.map((start, i) => {
    const end = moved(starts[i + 1] ?? Number.POSITIVE_INFINITY, -step);
    return Number.isFinite(end) ? (end === start ? `${start}` : `${start}-${end}`) : `${start}+`;
  });
  const places = new Map(starts.map((start, i) => [start, i]));
  /** Place of the first band that begins at a number or later. */
  const placeOf = (start: number): number =>
    start <= first ? 0 : (places.get(start) ?? starts.length);
  const all = [{ from: 0, to: starts.length }];
  return {
    names,
    spansOf: (wanted) => {
      if (wanted === undefined) return all;
      const { from, to } = interval(wanted as string);
      const span = { from: placeOf(from), to: placeOf(moved(to, step)) };
      return span.from < span.to ? [span] : [];
    },
  };
}
