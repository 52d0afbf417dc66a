import { isFact, type AnyFact } from "../facts.ts";
import { interval } from "../interval.ts";
import type { Condition } from "./language.ts";

/** Value of a fact. `c2s` is `none`, `free`, `contributory` or `yes` (kind unknown). */
export type FactValue = boolean | number | string;

/** Reads a fact; called only for facts that affect the result. */
export type FactReader = (fact: AnyFact) => FactValue;

/** Whether a condition holds. Facts are read in order, up to the first that fails. */
export type Predicate = (read: FactReader) => boolean;

/** A condition as a predicate, which parses nothing when it is asked. */
export function predicateOf(...conditions: readonly (Condition | undefined)[]): Predicate {
  const tests = conditions.flatMap((when) =>
    Object.entries(when ?? {}).map(([fact, wanted]) => ({
      fact,
      test: testOf(fact, wanted as FactValue | readonly FactValue[]),
    })),
  );
  return (read) => {
    for (let i = 0; i < tests.length; i++) {
      const { fact, test } = tests[i] as (typeof tests)[number];
      if (!test(read(fact))) return false;
    }
    return true;
  };
}

export function holds(when: Condition | undefined, read: FactReader): boolean {
  return predicateOf(when)(read);
}

function testOf(
  fact: AnyFact,
  wanted: FactValue | readonly FactValue[],
): (value: FactValue) => boolean {
  if (isRange(fact, wanted)) {
    const { from, to } = interval(wanted as string);
    return (value) => {
      const known = interval(value as string | number);
      return from <= known.from && known.to <= to;
    };
  }
  if (fact === "c2s" && typeof wanted === "boolean")
    return (value) => (value !== "none") === wanted;
  return Array.isArray(wanted)
    ? (value) => (wanted as readonly FactValue[]).includes(value)
    : (value) => wanted === value;
}

/** Whether a condition on a fact is a range of numbers. */
export function isRange(fact: AnyFact, wanted: unknown): boolean {
  if (fact === "age" || fact === "physicianAge" || fact === "installationYear") return true;
  return !isFact(fact) && typeof wanted === "string";
}
