import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  computePatient,
  computePhysician,
  type ComputeOptions,
  type Patient,
  type Physician,
} from "../../src/index.ts";
import { runs } from "../support/runs.ts";
import { cents, list, options, patient, physician } from "./arbitrary.ts";

/** What a physician is paid for this patient among these others, in cents. */
function paid(
  one: Patient,
  others: readonly Patient[],
  facts: Physician,
  by: ComputeOptions,
): number {
  return cents(computePhysician({ physician: facts, patients: [one, ...others] }, by).total);
}

const given = [patient, list, physician, options] as const;

describe("a complex patient never pays less", () => {
  test("in ALD than not", () => {
    fc.assert(
      fc.property(...given, (one, others, facts, by) => {
        const [without, withAld] = [false, true].map((ald) =>
          paid({ ...one, ald }, others, facts, by),
        ) as [number, number];
        expect(withAld).toBeGreaterThanOrEqual(without);
      }),
      runs(300),
    );
  });

  test("on the C2S than not", () => {
    fc.assert(
      fc.property(...given, (one, others, facts, by) => {
        const [without, withC2s] = ([false, "free"] as const).map((c2s) =>
          paid({ ...one, c2s }, others, facts, by),
        ) as [number, number];
        expect(withC2s).toBeGreaterThanOrEqual(without);
      }),
      runs(300),
    );
  });

  test("seen than not", () => {
    fc.assert(
      fc.property(...given, (one, others, facts, by) => {
        const [without, withSeen] = [false, true].map((seen) =>
          paid({ ...one, seen }, others, facts, by),
        ) as [number, number];
        expect(withSeen).toBeGreaterThanOrEqual(without);
      }),
      runs(300),
    );
  });

  test("with one more action than without", () => {
    fc.assert(
      fc.property(...given, fc.integer({ min: 0, max: 14 }), (one, others, facts, by, count) => {
        const [fewer, more] = [count, count + 1].map((prevention) =>
          paid({ ...one, prevention }, others, facts, by),
        ) as [number, number];
        expect(more).toBeGreaterThanOrEqual(fewer);
      }),
      runs(300),
    );
  });
});

describe("in ALD, a patient seen always pays strictly more, at every age", () => {
  const years: readonly ComputeOptions[] = [
    { year: 2018 },
    { year: 2024 },
    { year: 2026 },
    { year: 2024, schedule: "fr.proposal.2024-02-08" },
  ];
  const ages = Array.from({ length: 130 }, (_, age) => age);

  test.each(years)("%j", (by) => {
    const total = (age: number, ald: boolean): number =>
      cents(computePatient({ patient: { age, ald, c2s: false, seen: true } }, by).total);
    for (const age of ages)
      expect([age, total(age, true) > total(age, false)]).toEqual([age, true]);
  });
});

test("the proposal's floors hold for every age", () => {
  const proposal: ComputeOptions = { year: 2024, schedule: "fr.proposal.2024-02-08" };
  for (let age = 0; age < 130; age += 1) {
    expect(
      cents(
        computePatient({ patient: { age, ald: true, c2s: false } }, proposal).components["base"] ??
          "",
      ),
    ).toBeGreaterThanOrEqual(5500);
    expect(
      computePatient({ patient: { age, ald: false, c2s: true } }, proposal).components["c2s"],
    ).toBe("5.00");
  }
});
