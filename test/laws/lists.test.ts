import fc from "fast-check";
import { expect, test } from "vitest";
import {
  computePatient,
  computePhysician,
  computePhysicians,
  getSchedule,
  type ComputeOptions,
  type Patient,
  type Physician,
  type Statement,
} from "../../src/index.ts";
import { runs } from "../support/runs.ts";
import { cents, forAll, input, list, options, physician, sum } from "./arbitrary.ts";

/** Components whose lines are numbers of patients or actions: exact, whatever the list. */
function exact({ lines, schedule }: Statement, id: string): boolean {
  const per = getSchedule(schedule.id).amounts[id]?.per;
  return (
    per !== "slab" &&
    per !== "point" &&
    lines.every(({ component, kind }) => component !== id || kind === "amount")
  );
}

test("exact amounts add over patients", () => {
  fc.assert(
    fc.property(list, physician, options, (patients, facts, by) => {
      const whole = computePhysician({ physician: facts, patients }, by);
      const alone = patients.map((patient) => computePatient({ patient, physician: facts }, by));
      for (const id of Object.keys(whole.components).filter((component) =>
        exact(whole, component),
      )) {
        expect(sum(alone.map(({ components }) => components[id] ?? ""))).toBe(
          cents(whole.components[id] ?? ""),
        );
      }
    }),
    runs(200),
  );
});

test("so does the whole FMT, whose rates of whole euros are whole cents", () => {
  fc.assert(
    fc.property(list, physician, (patients, facts) => {
      const by: ComputeOptions = { year: 2026 };
      const alone = patients.map(
        (patient) => computePatient({ patient, physician: facts }, by).total,
      );
      expect(sum(alone)).toBe(cents(computePhysician({ physician: facts, patients }, by).total));
    }),
    runs(200),
  );
});

test("two lists of one physician add up in the same way", () => {
  fc.assert(
    fc.property(list, list, physician, (a, b, facts) => {
      const total = (patients: Patient[]): number =>
        cents(computePhysician({ physician: facts, patients }, { year: 2026 }).total);
      expect(total([...a, ...b])).toBe(total(a) + total(b));
    }),
    runs(200),
  );
});

test("the order of a list does not matter", () => {
  const shuffled = input.chain((given) =>
    fc.tuple(
      fc.constant(given),
      fc.shuffledSubarray([...given.patients], { minLength: given.patients.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, options, ([given, patients], by) => {
      expect(unplaced(computePhysician({ ...given, patients }, by))).toEqual(
        unplaced(computePhysician(given, by)),
      );
    }),
    runs(200),
  );
});

/** A statement whose notices name no row: what is said of many is said of the first. */
function unplaced({ warnings, ...statement }: Statement): unknown {
  const texts = warnings.map(({ path, ...notice }) =>
    JSON.stringify({ ...notice, path: path.replace(/\[\d+\]/, "[]") }),
  );
  return { ...statement, warnings: texts.sort() };
}

test("physicians do not touch each other: a batch is each of them alone", () => {
  const accounts = fc.uniqueArray(fc.record({ facts: physician, patients: list }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(accounts, options, (given, by) => {
      const physicians: Physician[] = given.map(({ facts }, i) => ({ ...facts, id: `m${i}` }));
      const named = given.map(({ patients }, i) =>
        patients.map((patient) => ({ ...patient, physicianId: `m${i}` })),
      );
      const { statements, rejected } = computePhysicians(
        { physicians, patients: named.flat() },
        by,
      );
      expect(rejected).toEqual([]);
      expect(statements.map(({ components }) => components)).toEqual(
        physicians.map(
          (one, i) => computePhysician({ physician: one, patients: named[i] ?? [] }, by).components,
        ),
      );
    }),
    runs(100),
  );
});

test("the same input gives the same output, and is left as it was", () => {
  forAll((statement, given, by) => {
    const before = JSON.stringify(given);
    expect(computePhysician(given, by)).toEqual(statement);
    expect(JSON.stringify(given)).toBe(before);
  });
});

test("a statement survives JSON", () => {
  forAll((statement) => {
    expect(JSON.parse(JSON.stringify(statement))).toEqual(statement);
  });
});
