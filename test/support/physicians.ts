import fc from "fast-check";
import type { Physician } from "../../src/index.ts";
import { declaredFacts } from "./declared-facts.ts";

/** A value that a list may not tell. */
export const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 3 });

export const two = (value: number): string => String(value).padStart(2, "0");

/** A day of some years, `YYYY-MM-DD`. */
export const day = (from: number, to: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.integer({ min: from, max: to }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`);

/** Facts of a physician around the thresholds, each known or not, and all that schedules declare; `on` is the year of the reference day. */
export function physicianFacts(on: number, year: number): fc.Arbitrary<Physician> {
  const facts = fc.record({
    zone: maybe(fc.constantFrom("ZIP", "QPV", "ZAC", "none")),
    birthDate: maybe(fc.constantFrom(66, 67, 40, 80).map((age) => `${on - age}-06-15`)),
    firstInstallation: maybe(day(year - 4, year + 1)),
    contract: maybe(fc.boolean()),
    sector: maybe(fc.constantFrom("1", "1", "2-optam", "2")),
    facts: declaredFacts,
    activity: fc.oneof(
      fc.constant({}),
      day(year - 2, year).map((activeFrom) => ({ activeFrom })),
      day(year - 1, year + 1).map((activeUntil) => ({ activeUntil })),
      fc
        .tuple(day(year - 1, year), day(year, year + 1))
        .map(([a, b]) =>
          a < b ? { activeFrom: a, activeUntil: b } : { activeFrom: b, activeUntil: a },
        ),
    ),
  });
  return facts.map(
    ({ activity, ...told }) =>
      ({
        ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)),
        ...activity,
      }) as Physician,
  );
}
