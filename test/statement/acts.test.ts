import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  assessPrevention,
  computePatient,
  computePhysician,
  computePhysicians,
  computeReadings,
  getSchedule,
  marginalValue,
  type Patient,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { runs } from "../support/runs.ts";

const base = { age: 70, ald: false, c2s: false } as const;
const act = (kind: string, date: string) => ({ kind, date });
const linesOf = (patients: readonly Patient[]): readonly (readonly [string, string])[] =>
  computePhysician({ patients }, { year: 2026 })
    .lines.filter(({ component }) => component === "prevention")
    .map(({ rule, amount }) => [rule, amount]);

test("acts that validate are paid as their indicators", () => {
  const acts = [act("flu-vaccine", "2026-11-02"), act("faecal-test", "2025-03-01")];
  expect(linesOf([{ ...base, acts }])).toEqual([
    ["prevention.flu.amount", "5.00"],
    ["prevention.colorectal.amount", "5.00"],
  ]);
});

test("acts of who is not known to be eligible, or out of their window, are not", () => {
  expect(linesOf([{ ...base, acts: [act("mammography", "2026-05-01")] }])).toEqual([]);
  expect(linesOf([{ ...base, acts: [act("flu-vaccine", "2026-09-30")] }])).toEqual([]);
  expect(linesOf([{ ...base, age: 40, acts: [act("flu-vaccine", "2026-11-02")] }])).toEqual([]);
});

test("indicators that are told are paid besides, each once", () => {
  const acts = [act("flu-vaccine", "2026-11-02")];
  const lines = linesOf([{ ...base, acts, prevention: ["flu", "covid"] }]);
  expect(lines.map(([rule]) => rule)).toEqual(["prevention.flu.amount", "prevention.covid.amount"]);
});

test("what the caisse says is paid", () => {
  const preventionStatus = {
    flu: "validated",
    covid: "unknown",
    colorectal: "not-validated",
  } as const;
  expect(linesOf([{ ...base, preventionStatus }])).toEqual([["prevention.flu.amount", "5.00"]]);
});

test("the year of the actions is the reading's", () => {
  const patients = [{ ...base, age: 80, acts: [act("flu-vaccine", "2025-11-02")] }];
  const under = (option: string): string =>
    computePhysician({ patients }, { year: 2026, readings: { "prevention-year": option } }).total;
  expect([under("N"), under("N-1")]).toEqual(["55.00", "60.00"]);
  const { readings } = computeReadings({ patients }, { year: 2026 });
  const prices = readings.find(({ id }) => id === "prevention-year")?.options;
  expect(prices?.map(({ difference }) => difference)).toEqual(["0.00", "5.00"]);
});

test("a patch of who is eligible changes what is paid", () => {
  const patients = [{ ...base, age: 60, acts: [act("flu-vaccine", "2026-11-02")] }];
  const patch = { "prevention.flu.eligible.65+.age": "60+" };
  expect(computePhysician({ patients }, { year: 2026 }).total).toBe("5.00");
  expect(computePhysician({ patients }, { year: 2026, patch }).total).toBe("10.00");
});

test("one more patient with acts is worth what acts bring", () => {
  const added = { ...base, acts: [act("flu-vaccine", "2026-11-02")] };
  const change = { add: [added] };
  expect(marginalValue({ patients: [base], change }, { year: 2026 }).change).toBe("10.00");
});

describe("notices", () => {
  const noticesOf = (patients: readonly Patient[]) => {
    const { warnings } = computePhysician({ patients }, { year: 2026 });
    return warnings.filter(({ code }) => code.startsWith("prevention"));
  };

  test("tell of an infant's examination at 82, counted", () => {
    const patients = [82, 40].map((age) => ({ ...base, age, prevention: ["exam-9m"] }));
    expect(noticesOf(patients)).toMatchObject([
      {
        code: "prevention-impossible",
        path: "patients[0].prevention",
        en: '"examination of the 9th month": validated for a patient whom their age or sex excludes',
        count: 2,
      },
    ]);
  });

  test("tell of a man's mammography where the sex is told", () => {
    const patient = { ...base, prevention: ["breast"] };
    expect(noticesOf([patient])).toEqual([]);
    expect(noticesOf([{ ...patient, sex: "M" }])[0]?.code).toBe("prevention-impossible");
  });

  test.each([
    ["exam-9m", 0, 1],
    ["hpv", 10, 9],
    ["hpv", 13, 14],
    ["flu", 40, undefined],
    ["dental", 23, 24],
    ["colorectal", 49, 48],
  ])("of %s: none at %s on the day of the list, one at %s", (id, possible, impossible) => {
    const codes = (age: number) => noticesOf([{ ...base, age, prevention: [id] }]).length;
    expect(codes(possible)).toBe(0);
    if (impossible !== undefined) expect(codes(impossible)).toBe(1);
  });

  test("tell how many patients have indicators that stay unknown", () => {
    const found = noticesOf([
      { ...base, acts: [] },
      { ...base, acts: [] },
    ]);
    expect(found).toMatchObject([{ code: "prevention-unknown", count: 2 }]);
  });
});

test("a row whose acts are refused is refused, and the others are computed", () => {
  const patients = [
    { physicianId: "a", ...base, acts: [act("walk", "2026-01-01")] },
    { physicianId: "a", ...base, acts: [act("flu-vaccine", "2026-11-02")] },
  ];
  const { rejected, statements } = computePhysicians({ patients }, { year: 2026 });
  expect(rejected.map(({ refusals }) => refusals[0]?.path)).toEqual(["patients[0].acts[0].kind"]);
  expect(statements[0]?.total).toBe("10.00");
});

test("a number of actions does not go with acts", () => {
  const patient = { ...base, prevention: 2, acts: [] };
  const { code } = refused(() => computePatient({ patient }, { year: 2026 }));
  expect(code).toBe("PREVENTION_INVALID");
});

test("a list whose rows have acts lacks no column of prevention", () => {
  const { assumptions } = computePhysician({ patients: [{ ...base, acts: [] }] }, { year: 2026 });
  const missing = assumptions.filter(({ code }) => code === "if-missing");
  expect(missing.map(({ path }) => path)).not.toContain("patients[].prevention");
});

test("under a schedule that does not say what validates, acts are unknown fields", () => {
  const patients = [{ ...base, seen: true, acts: [] }];
  const { warnings } = computePhysician({ patients }, { year: 2024 });
  expect(warnings.map(({ code, path }) => [code, path])).toContainEqual([
    "unknown-field",
    "patients[].acts",
  ]);
});

const kinds = Object.keys(getSchedule("fr.fmt.2026").acts ?? {});
const date = fc
  .tuple(
    fc.integer({ min: 2021, max: 2027 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`);
const patientWithActs = fc.record(
  {
    birthDate: fc.integer({ min: 1920, max: 2020 }).map((year) => `${year}-05-05`),
    ald: fc.constant(true),
    aldNumbers: fc.uniqueArray(fc.integer({ min: 1, max: 32 }), { minLength: 1, maxLength: 3 }),
    sex: fc.constantFrom("F", "M"),
    conditions: fc.constantFrom(["diabetes"], { hypertension: true }, {}),
    acts: fc.array(fc.record({ kind: fc.constantFrom(...kinds), date }), { maxLength: 12 }),
  },
  { requiredKeys: ["birthDate", "ald", "acts"] },
);

test("a statement of acts is that of the indicators that they are assessed to validate", () => {
  fc.assert(
    fc.property(fc.array(patientWithActs, { maxLength: 5 }), (rows) => {
      const patients = rows.map((row) => ({ ...row, c2s: false }) as unknown as Patient);
      const asIds = patients.map((patient) => {
        const { indicators } = assessPrevention(patient, { year: 2026, asOf: "2029-12-31" });
        const { acts: _, ...row } = patient;
        const prevention = indicators
          .filter(({ eligible, validated }) => eligible === "yes" && validated === "yes")
          .map(({ indicator }) => indicator);
        return { ...row, prevention };
      });
      const [byActs, byIds] = [patients, asIds].map((list) => {
        const { lines, total, instalments } = computePhysician({ patients: list }, { year: 2026 });
        return { lines, total, instalments };
      });
      expect(byActs).toEqual(byIds);
    }),
    runs(200),
  );
});
