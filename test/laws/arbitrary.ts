import fc from "fast-check";
import {
  computePhysician,
  getSchedule,
  listSchedules,
  type ComputeOptions,
  type Patient,
  type Physician,
  type PhysicianInput,
  type Statement,
} from "../../src/index.ts";
import { declaredFacts, smallSlabs } from "../support/declared-facts.ts";
import { runs } from "../support/runs.ts";

/** Random lists, physicians and options; birth, visits and installations fall around the years that are paid. */

const indicators = Object.keys(getSchedule("fr.fmt.2026").amounts["prevention"]?.cases ?? {});
const age = fc.oneof(fc.constantFrom(0, 6, 7, 74, 75, 79, 80), fc.integer({ min: 0, max: 99 }));

/** A patient of whom all is told. Under the proposal as under the FMT, prevention is a list of indicators or a count. */
export const patient: fc.Arbitrary<Patient> = fc.record({
  age,
  ald: fc.boolean(),
  c2s: fc.constantFrom<Patient["c2s"]>(false, false, "free", "contributory"),
  seen: fc.boolean(),
  prevention: fc.oneof(fc.subarray(indicators), fc.integer({ min: 0, max: 15 })),
});

export const list: fc.Arbitrary<Patient[]> = fc.array(patient, { maxLength: 40 });

const part = <Facts extends object>(facts: {
  [Fact in keyof Facts]: fc.Arbitrary<Facts[Fact]>;
}): fc.Arbitrary<Partial<Facts>> =>
  fc.record(facts, { requiredKeys: [] }) as fc.Arbitrary<Partial<Facts>>;

/** A physician who may be in any zone, of any age, installed lately or not, and leave during the year. */
export const physician: fc.Arbitrary<Physician> = fc
  .tuple(
    part({
      zone: fc.constantFrom("ZIP", "QPV", "ZAC", "none"),
      age: fc.constantFrom(40, 66, 67, 80),
      firstInstallation: fc.constantFrom("2016", "2022", "2023", "2024", "2025"),
      contract: fc.boolean(),
      sector: fc.constantFrom("1", "1", "2-optam", "2"),
      activeUntil: fc.constantFrom("2023-02-28", "2024-06-30", "2025-12-31", "2031-01-01"),
    }) as fc.Arbitrary<Physician>,
    declaredFacts,
  )
  .map(([some, declared]) => ({ ...some, facts: declared }));

/** A schedule, a year that it is in force (the proposal: 2024), and one option for each of its readings. */
export const options: fc.Arbitrary<ComputeOptions> = fc
  .constantFrom(...listSchedules())
  .chain(({ id, from, to }) => {
    const years =
      from && to
        ? { min: Number(from.slice(0, 4)), max: Number(to.slice(0, 4)) }
        : { min: 2024, max: 2024 };
    const readings = Object.entries(getSchedule(id).readings ?? {}).map(
      ([reading, one]) => [reading, fc.constantFrom(one.default, ...Object.keys(one.or))] as const,
    );
    return fc.record({
      schedule: fc.constant(id),
      year: fc.integer(years),
      readings: fc.record(Object.fromEntries(readings)),
      ...(id === "be.nurse-premium.2024" && { patch: fc.constant(smallSlabs) }),
    }) as fc.Arbitrary<ComputeOptions>;
  });

/** A physician, a list, and at times the list of the year before. */
export const input: fc.Arbitrary<PhysicianInput> = fc.record(
  { physician, patients: list, previousPatients: list },
  { requiredKeys: ["physician", "patients"] },
);

/** Whole cents of an amount of a statement. */
export function cents(euros: string): number {
  return Math.round(Number(euros) * 100);
}

export function sum(amounts: Iterable<string>): number {
  return [...amounts].reduce((before, amount) => before + cents(amount), 0);
}

/** Checks a law on random statements. */
export function forAll(
  law: (statement: Statement, input: PhysicianInput, options: ComputeOptions) => void,
): void {
  fc.assert(
    fc.property(input, options, (given, by) => law(computePhysician(given, by), given, by)),
    runs(300),
  );
}
