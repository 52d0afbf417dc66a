import { describe, expect, test } from "vitest";
import {
  computeColumns,
  computePanels,
  computePatient,
  computePhysician,
  computeShares,
  explainPatient,
  panelsFromCounts,
  type ComputeOptions,
  type Patient,
  type Physician,
} from "../../src/index.ts";
import { clinicWith } from "../support/clinic.ts";
import { refused, why } from "../support/refused.ts";
import { table } from "../support/table.ts";

/** So many patients of forty years, of whom some in ALD. */
function listOf(size: number, inAld = 0): Patient[] {
  return Array.from({ length: size }, (_, i) => ({
    id: `p${i}`,
    age: 40,
    ald: i < inAld,
    c2s: false,
  }));
}

const year = 2030;

table<readonly [patients: number, hours: number | string], string>(
  "of two measures the one with the fewest slabs counts, four at most; 100.01 a slab",
  [
    ["more hours than patients", [5, 11], "200.02"],
    ["more patients than hours", [9, 3.3], "300.03"],
    ["as many of each", [6, 3.3], "300.03"],
    ["a slab that is not whole", [6, 3.2999], "200.02"],
    ["hours where each is 1.1 and binary fractions fall short", [8, "3.3"], "300.03"],
    ["the cap", [20, 50], "400.04"],
    ["as many patients as must be passed", [3, 11], "0.00"],
    ["one patient more", [4, 11], "200.02"],
    ["as many hours as must be reached", [4, 2.2], "200.02"],
    ["hours just under", [4, 2.1999], "0.00"],
    ["no patients", [0, 11], "0.00"],
    ["no hours", [9, 0], "0.00"],
  ],
  ([patients, hours]) =>
    computePhysician(
      { patients: listOf(patients), practice: { facts: { hours } } },
      { year, schedule: clinicWith() },
    ).total,
);

test("the line is the number of slabs times the amount of one", () => {
  const { lines } = computePhysician(
    { patients: listOf(5), practice: { facts: { hours: 11 } } },
    { year, schedule: clinicWith() },
  );
  expect(lines).toMatchObject([
    { kind: "amount", rule: "nurse.amount", quantity: 2, unitAmount: "100.01", amount: "200.02" },
  ]);
});

test("only the patients who meet the conditions are counted", () => {
  const schedule = clinicWith({
    "amounts.nurse.when": { ald: true },
    "amounts.nurse.slabs": { patients: { each: "2" } },
  });
  const input = { patients: listOf(9, 5), practice: { facts: { hours: 0 } } };
  expect(computePhysician(input, { year, schedule }).total).toBe("200.02");
});

test("slabs of parts of patients: 5.5 of them are two slabs of 2, in columns and lines", () => {
  const by = { year, schedule: clinicWith() };
  const physicians = [{ id: "a", facts: { hours: 11 } }];
  const counts = [{ physicianId: "a", age: "40", ald: false, c2s: false, n: 5.5 }];
  const priced = computePanels(panelsFromCounts(counts, { ...by, physicians }), by);
  expect([...priced.totalCents]).toEqual([20002]);
  expect(priced.statement(0).lines).toMatchObject([{ quantity: 2, amount: "200.02" }]);
});

test("hours are not asked of who does not meet the conditions", () => {
  const schedule = clinicWith({ "amounts.nurse.when": { software: true } });
  const totalWith = (software: boolean) =>
    computePhysician(
      { patients: listOf(9), physician: { facts: { software } } },
      { year, schedule },
    ).components["nurse"];
  expect(totalWith(false)).toBe("0.00");
  expect(refused(() => totalWith(true)).code).toBe("FACT_MISSING");
});

describe("the nurse premium of the Belgian New Deal", () => {
  const premium = (
    n: number,
    nurseHours: number,
    options: Partial<ComputeOptions> = {},
  ): string => {
    const by = { year: 2024, schedule: "be.nurse-premium.2024", ...options } as const;
    const physicians = [{ id: "practice", facts: { nurseHours } }];
    const counts = [{ physicianId: "practice", age: "0+", ald: false, c2s: false, n }];
    const [cents] = computePanels(panelsFromCounts(counts, { ...by, physicians }), by).totalCents;
    return ((cents as number) / 100).toFixed(2);
  };

  test("of 2023, 6,000 patients and 72 hours: 12 slabs of 9,373.50", () => {
    expect(premium(6000, 72, { patch: { "nurse.amount": "9373.5" } })).toBe("112482.00");
  });

  test("of 2024, 10,000 patients and 120 hours: 20 slabs of 9,940.50", () => {
    expect(premium(10000, 120)).toBe("198810.00");
  });

  test("from the rows of a practice", () => {
    const practice = { facts: { nurseHours: 18 } };
    const by = { year: 2024, schedule: "be.nurse-premium.2024" };
    expect(computePhysician({ patients: listOf(1500), practice }, by).total).toBe("29821.50");
  });

  test("1,000 patients and 12 hours are not more than 1,000, under one reading they are", () => {
    expect(premium(1000, 12)).toBe("0.00");
    expect(premium(1001, 12)).toBe("19881.00");
    expect(premium(1000, 12, { readings: { gate: "from" } })).toBe("19881.00");
    expect(premium(1001, 12, { readings: { gate: "over" } })).toBe("0.00");
    expect(premium(1001, 12.0001, { readings: { gate: "over" } })).toBe("19881.00");
  });
});

describe("of the whole list", () => {
  const schedule = clinicWith({ "amounts.nurse.amount": "100" });
  const input = { patients: listOf(6), practice: { facts: { hours: 2.2 } } };

  test("shares are equal, the odd cents to the first of the list, and sum to the line", () => {
    // 200 EUR of six patients: 33.33 each, two cents left.
    const { statement, shares } = computeShares(input, { year, schedule });
    expect(statement.total).toBe("200.00");
    expect(shares.map(({ total }) => total)).toEqual([
      "33.34",
      "33.34",
      "33.33",
      "33.33",
      "33.33",
      "33.33",
    ]);
  });

  test("only the patients who are counted have a share", () => {
    const ofAld = clinicWith({
      "amounts.nurse.amount": "100",
      "amounts.nurse.when": { ald: true },
    });
    const { shares } = computeShares(
      { ...input, patients: listOf(6, 4) },
      { year, schedule: ofAld },
    );
    expect(shares.map(({ total }) => total)).toEqual([
      "50.00",
      "50.00",
      "50.00",
      "50.00",
      "0.00",
      "0.00",
    ]);
  });

  test("slabs of the practice alone are shared among all patients", () => {
    const ofHours = clinicWith({
      "amounts.nurse.amount": "100",
      "amounts.nurse.slabs": { hours: { each: "1" } },
    });
    const { shares } = computeShares(
      { ...input, patients: listOf(4) },
      { year, schedule: ofHours },
    );
    expect(shares.map(({ total }) => total)).toEqual(["50.00", "50.00", "50.00", "50.00"]);
  });

  test("so are they where a condition on patients counts nobody", () => {
    const ofHours = clinicWith({
      "amounts.nurse.amount": "100",
      "amounts.nurse.when": { ald: true },
      "amounts.nurse.slabs": { hours: { each: "1" } },
    });
    const { shares } = computeShares(
      { ...input, patients: listOf(4, 1) },
      { year, schedule: ofHours },
    );
    expect(shares.map(({ total }) => total)).toEqual(["50.00", "50.00", "50.00", "50.00"]);
  });

  test("the sentence of a share says of which line it is", () => {
    const { lines } = explainPatient({ ...input, id: "p0" }, { year, schedule });
    expect(lines.map(({ sentence }) => sentence)).toEqual([
      {
        fr: "Infirmier\u00a0: 33,34\u00a0€, sa part de la ligne «\u00a02\u00a0×\u00a0100,00\u00a0€\u00a0».",
        en: 'Nurse: €33.34, the patient\'s share of the line "2\u00a0×\u00a0€100.00".',
      },
    ]);
  });

  test("a patient alone brings none, needs no fact of the practice, and a warning says so", () => {
    const { total, warnings } = computePatient(
      { patient: { age: 40, ald: false, c2s: false } },
      { year, schedule },
    );
    expect(total).toBe("0.00");
    expect(warnings.filter(({ code }) => code === "needs-list")).toMatchObject([
      { path: "nurse" },
      { path: "digital" },
      { path: "online" },
    ]);
  });
});

test("a total of which not every cent can be told is refused, in rows and columns", () => {
  const schedule = clinicWith({
    "amounts.nurse.most": undefined,
    "amounts.nurse.slabs": { hours: { each: "0.0001" } },
    "amounts.nurse.amount": "9.01",
  });
  // 99,999,999,900 slabs of 9.01 EUR; then 9,999,999,999,999 of 10 EUR, over 2^53 cents.
  const practice = { facts: { hours: 9999999.99 } };
  expect(computePhysician({ patients: [], practice }, { year, schedule }).total).toBe(
    "900999999099.00",
  );
  const many = { facts: { hours: "999999999.9999" } };
  const big = clinicWith({
    "amounts.nurse.most": undefined,
    "amounts.nurse.slabs": { hours: { each: "0.0001" } },
    "amounts.nurse.amount": "10",
  });
  // 9,999,999,999,999 slabs at 10 EUR
  expect(
    refused(() => computePhysician({ patients: [], practice: many }, { year, schedule: big })),
  ).toEqual(
    why(
      "AMOUNT_TOO_LARGE",
      "total",
      "99999999999990",
      "moins de 90 000 milliards d'euros",
      "less than 90,000 billion euros",
    ),
  );
  const columns = { age: [], ald: [], c2s: [], physicianId: [] };
  const physicians = [{ id: 1, ...many }];
  expect(refused(() => computeColumns(columns, { year, schedule: big, physicians }))).toMatchObject(
    { code: "AMOUNT_TOO_LARGE", path: "total" },
  );
});

table<readonly [partYear: string, physician: Physician], string>(
  "where a schedule asks for no activity, a part of the year is still never below zero",
  [
    ["who left the year before", ["quarters", { activeUntil: "2029-06-30" }], "0.00"],
    ["by days", ["days", { activeUntil: "2029-12-31" }], "0.00"],
    ["who left on the first day", ["days", { activeUntil: "2030-01-01" }], "0.55"],
    ["who left in June", ["quarters", { activeUntil: "2030-06-30" }], "100.01"],
  ],
  ([partYear, physician]) => {
    const schedule = clinicWith({ "eligible.partYear": partYear });
    const practice = { facts: { hours: 2.2 } };
    return computePhysician({ patients: listOf(4), practice, physician }, { year, schedule }).total;
  },
);
