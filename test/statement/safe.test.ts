import { expect, test } from "vitest";
import {
  computePatient,
  computePhysician,
  safeComputePatient,
  safeComputePhysician,
  type Patient,
  type Physician,
  type PhysicianInput,
  type SafeResult,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";

const good: Patient = { age: 82, ald: true, c2s: false };
const codes = (result: SafeResult): (readonly [string, string])[] =>
  result.ok ? [] : result.refusals.map(({ path, code }) => [path, code] as const);

test("gives the statement that the others give", () => {
  const input = { physician: { zone: "ZIP" as const }, patients: [good] };
  expect(safeComputePhysician(input, { year: 2026 })).toEqual({
    ok: true,
    statement: computePhysician(input, { year: 2026 }),
  });
  expect(safeComputePatient({ patient: good }, { year: 2026 })).toEqual({
    ok: true,
    statement: computePatient({ patient: good }, { year: 2026 }),
  });
});

test("of one patient without the uplifts of a list, which one physician's list has", () => {
  const patient = { ...good, c2s: true };
  const [alone, list] = [{ patient }, { patients: [patient] }];
  // 70, and (25 % - 7 %) / 2 of it for a list of which all have the C2S
  expect([
    computePatient(alone, { year: 2025 }).total,
    computePhysician(list, { year: 2025 }).total,
  ]).toEqual(["70.00", "76.30"]);
  expect(safeComputePatient(alone, { year: 2025 })).toMatchObject({
    statement: { total: "70.00", warnings: [{ code: "needs-list" }] },
  });
  expect(safeComputePhysician(list, { year: 2025 })).toMatchObject({
    statement: { total: "76.30", warnings: [] },
  });
});

test("gives every reason of every row, physician and practice", () => {
  const bad = { age: 300, ald: 1, c2s: false } as unknown as Patient;
  expect(codes(safeComputePhysician({ patients: [bad, good, bad] }, { year: 2026 }))).toEqual([
    ["patients[0].age", "AGE_INVALID"],
    ["patients[0].ald", "ALD_INVALID"],
    ["patients[2].age", "AGE_INVALID"],
    ["patients[2].ald", "ALD_INVALID"],
  ]);
});

test("of a refused physician, does not say again with each patient that they are", () => {
  const physician = { zone: "Z", birthdate: "1950" } as unknown as Physician;
  expect(
    codes(safeComputePhysician({ physician, patients: [good, good] }, { year: 2026 })),
  ).toEqual([
    ["physician.birthdate", "KEY_UNKNOWN"],
    ["physician.zone", "ZONE_INVALID"],
  ]);
});

test.each([
  [{ year: 1800 }, "YEAR_INVALID"],
  [{ year: 2017 }, "DATE_NOT_COVERED"],
  [{ year: 2026, schedule: "fr.fmt.2O26" }, "SCHEDULE_UNKNOWN"],
  [{ year: 2026, readings: { "zone-and-age": "none" } }, "READING_OPTION_UNKNOWN"],
  [{ year: 2026, patch: { "base.ald80+.amount": "1" } }, "PATCH_PATH_UNKNOWN"],
])("returns what is refused of the values of options: %j", (options, code) => {
  expect(codes(safeComputePhysician({ patients: [good] }, options)).map(([, one]) => one)).toEqual([
    code,
  ]);
});

test("returns what is refused of a list that is none, and of a hostile row", () => {
  const input = { patients: "all" } as unknown as PhysicianInput;
  expect(codes(safeComputePhysician(input, { year: 2026 }))).toEqual([
    ["patients", "INPUT_INVALID"],
  ]);
  const hostile = Object.defineProperty({ ...good }, "age", {
    enumerable: true,
    get() {
      throw new Error("no");
    },
  });
  expect(codes(safeComputePatient({ patient: hostile }, { year: 2026 }))).toEqual([
    ["patients[0]", "INPUT_INVALID"],
  ]);
});

test("throws for what only the program can have written: keys that nothing reads", () => {
  const misspelt = { year: 2026, reading: {} };
  expect(refused(() => safeComputePhysician({ patients: [good] }, misspelt)).path).toBe(
    "options.reading",
  );
  expect(
    refused(() => safeComputePatient({ patient: good, physcian: {} } as never, { year: 2026 }))
      .path,
  ).toBe("input.physcian");
  expect(
    refused(() => safeComputePhysician({ patient: [good] } as never, { year: 2026 })).path,
  ).toBe("input.patient");
  expect(refused(() => safeComputePhysician({ patients: [] }, undefined as never)).code).toBe(
    "INPUT_INVALID",
  );
});

test("results are frozen, and JSON", () => {
  const result = safeComputePatient({ patient: { ...good, age: -1 } }, { year: 2026 });
  expect(Object.isFrozen(result) && Object.isFrozen(codes(result)) === false).toBe(true);
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
});
