import type { AnyFact } from "../facts.ts";
import { domainOf, type Domain } from "./domains.ts";
import type { AmountCase, CasePick, Condition, DeclaredFact, UpliftCase } from "./language.ts";
import { common, overlap, sizeFrom, type Region, type Span } from "./region.ts";

/** A combination of facts matched by too few or too many cases. */
export interface Uncovered {
  /** The facts as text: `age 75-79, ald false, seen true`. */
  readonly facts: string;
  /** Matching cases: none for a gap, several for an overlap. */
  readonly cases: readonly string[];
}

type Cases = Readonly<Record<string, AmountCase | UpliftCase>>;
type Declared = Readonly<Record<string, DeclaredFact>>;

/**
 * Finds the first combination of facts that several cases match or, where exactly one must, none.
 *
 * Combinations are never listed, because their number is a product over the facts. Cases overlap
 * if two of them do; those that do not leave a gap if together they hold fewer combinations than
 * the component.
 */
export function uncovered(
  component: Condition | undefined,
  cases: Cases,
  declared: Declared,
  pick: CasePick | undefined,
): Uncovered | undefined {
  const whens = Object.values(cases).map(({ when }) => when);
  const conditions = [component, ...whens].filter((when) => when !== undefined);
  const facts = [...new Set(conditions.flatMap((when) => Object.keys(when)))];
  const domains = facts.map((fact) => domainOf(fact, conditions, declared));
  const regionOf = (when: Condition | undefined): Region =>
    domains.map(({ spansOf }, i) => spansOf(when?.[facts[i] as AnyFact]));

  const whole = regionOf(component);
  const regions = Object.entries(cases).flatMap(([id, { when }]) => {
    const region = common(whole, regionOf(when));
    return region ? [{ id, region }] : [];
  });
  const point =
    firstOverlap(regions.map(({ region }) => region)) ??
    (pick === "exactly one"
      ? firstGap(
          whole,
          regions.map(({ region }) => region),
        )
      : undefined);
  if (!point) return undefined;
  return {
    facts: facts
      .map((fact, i) => nameOf(fact, domains[i] as Domain, point[i] as number))
      .join(", "),
    cases: regions.filter(({ region }) => holds(region, point)).map(({ id }) => id),
  };
}

/** Of each fact, the index of a value. */
type Point = readonly number[];

function nameOf(fact: AnyFact, { names }: Domain, at: number): string {
  return `${fact} ${names[at]}`;
}

function holds(region: Region, point: Point): boolean {
  return region.every((spans, i) => isWithin(spans, point[i] as number));
}

function isWithin(spans: readonly Span[], at: number): boolean {
  return spans.some(({ from, to }) => from <= at && at < to);
}

/** The first combination that lies in two regions. */
function firstOverlap(regions: readonly Region[]): Point | undefined {
  let first: Point | undefined;
  for (const [i, one] of regions.entries())
    for (let j = i + 1; j < regions.length; j++) {
      const other = regions[j] as Region;
      if (!overlap(one, other)) continue;
      const point = common(one, other)?.map(([span]) => (span as Span).from) as Point;
      if (!first || isBefore(point, first)) first = point;
    }
  return first;
}

/** Points that are equal differ at no index, and neither is before the other. */
function isBefore(one: Point, other: Point): boolean {
  const at = one.findIndex((index, i) => index !== other[i]);
  return (one[at] as number) < (other[at] as number);
}

/** The first combination of a whole that lies in none of its parts, which do not overlap. */
function firstGap(whole: Region, parts: readonly Region[]): Point | undefined {
  if (sizeFrom(whole, 0) === sum(parts.map((part) => sizeFrom(part, 0)))) return undefined;
  const point: number[] = [];
  let left = parts;
  for (const [i, spans] of whole.entries()) {
    const wanted = sizeFrom(whole, i + 1);
    const at = firstLacking(spans, wanted, left, i);
    point.push(at);
    left = left.filter((part) => isWithin(part[i] as readonly Span[], at));
  }
  return point;
}

/** The first value of a fact with which the parts hold fewer combinations than wanted. */
function firstLacking(
  spans: readonly Span[],
  wanted: bigint,
  parts: readonly Region[],
  fact: number,
): number {
  const changes = new Map<number, bigint>();
  const change = (at: number, by: bigint): unknown => changes.set(at, (changes.get(at) ?? 0n) + by);
  for (const part of parts) {
    const size = sizeFrom(part, fact + 1);
    for (const { from, to } of part[fact] as readonly Span[]) {
      change(from, size);
      change(to, -size);
    }
  }
  let held = 0n;
  for (let at = 0; ; at++) {
    held += changes.get(at) ?? 0n;
    if (held < wanted && isWithin(spans, at)) return at;
  }
}

function sum(sizes: readonly bigint[]): bigint {
  return sizes.reduce((total, size) => total + size, 0n);
}
