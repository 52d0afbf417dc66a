import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  computePhysicians,
  preventionRange,
  preventionRangeOfCounts,
  type IndicatorRange,
  type Patient,
  type PreventionRates,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { runs } from "../support/runs.ts";
import { table } from "../support/table.ts";

const options = { year: 2026, asOf: "2026-11-15" };
const senior = { age: 70, ald: false, c2s: false } as const;
const vaccinated = { ...senior, acts: [{ kind: "flu-vaccine", date: "2026-10-20" }] };
const unvaccinated = { ...senior, acts: [] };

const flu = (patients: readonly Patient[], rates?: PreventionRates): IndicatorRange | undefined =>
  preventionRange({ patients }, { ...options, ...(rates && { rates }) }).physicians[0]
    ?.indicators[0];

describe("the flu vaccine of four patients, one of whom is vaccinated", () => {
  const patients = [vaccinated, unvaccinated, unvaccinated, unvaccinated];

  test("without a rate is between one and four, and nothing is expected", () => {
    expect(flu(patients)).toMatchObject({
      eligible: 4,
      validated: 1,
      unknown: 3,
      rate: null,
      certain: "5.00",
      expected: null,
      possible: "20.00",
      spread: null,
    });
  });

  // 5 + 3 x 5 x 0.6 = 14; the deviation is 5 x sqrt(3 x 0.6 x 0.4) = 4.24
  test.each([[0.6], ["60%"]])("at a rate of %s", (rate) => {
    expect(flu(patients, { flu: rate })).toMatchObject({
      expected: "14.00",
      spread: { independent: "4.24", linked: "4.24" },
    });
  });

  // of four eligible 60 % are 2.4; one is known, so 1.4 of the three unknown: 5 + 5 x 1.4 = 12
  test("at a coverage of 60 % of all", () => {
    expect(flu(patients, { flu: { coverage: "60%" } })).toMatchObject({ expected: "12.00" });
  });

  test("at a coverage that is passed already, and at one of all", () => {
    expect(flu(patients, { flu: { coverage: 0.1 } })).toMatchObject({ rate: 0, expected: "5.00" });
    expect(flu(patients, { flu: { coverage: 1 } })).toMatchObject({ rate: 1, expected: "20.00" });
  });
});

test("the spread of indicators that say nothing of one another is less than of linked ones", () => {
  const counts = [
    { indicator: "flu", eligible: 100 },
    { indicator: "covid", eligible: 100 },
  ];
  const [physician] = preventionRangeOfCounts(counts, {
    year: 2026,
    rates: { flu: 0.5, covid: 0.5 },
  });
  // each 5 x sqrt(100 x 0.25) = 25; together sqrt(2) x 25, or 50
  expect(physician?.spread).toEqual({ independent: "35.36", linked: "50.00" });
});

test("312 patients, 60 %: counts give what a list gives", () => {
  const patients = Array.from({ length: 312 }, () => unvaccinated);
  const rates = { flu: "60%" };
  const counts = [{ indicator: "flu", eligible: 312 }];
  const fromCounts = preventionRangeOfCounts(counts, { year: 2026, rates })[0]?.indicators[0];
  expect(fromCounts).toEqual(flu(patients, rates));
  expect(fromCounts?.expected).toBe("936.00");
});

test("a price of a patch is that of the range", () => {
  const patch = { "prevention.flu.amount": "8" };
  const range = preventionRange({ patients: [unvaccinated] }, { ...options, patch });
  expect(range.physicians[0]?.indicators[0]?.possible).toBe("8.00");
});

test("a physician who is not paid is due nothing, whatever is done", () => {
  const physicians = [{ id: "a", sector: "2" as const }];
  const patients = [{ ...unvaccinated, physicianId: "a" }];
  const [physician] = preventionRange({ physicians, patients }, options).physicians;
  expect([physician?.certain, physician?.possible]).toEqual(["0.00", "0.00"]);
});

test("a refused row is listed by its number, and the others are priced", () => {
  const patients = [
    { ...senior, prevention: 3 },
    unvaccinated,
    { ...senior, age: 200 },
  ] as Patient[];
  const { rejected, physicians } = preventionRange({ patients }, options);
  expect(rejected.map(({ index, refusals }) => [index, refusals[0]?.code])).toEqual([
    [0, "PREVENTION_INVALID"],
    [2, "AGE_INVALID"],
  ]);
  expect(physicians[0]?.indicators[0]?.unknown).toBe(1);
});

table<unknown, string>(
  "rates are refused",
  [
    ["over one", { flu: 1.1 }, "RATE_INVALID options.rates.flu"],
    ["under none", { flu: -0.1 }, "RATE_INVALID options.rates.flu"],
    ["over 100 %", { flu: "101%" }, "RATE_INVALID options.rates.flu"],
    ["no number", { flu: "many" }, "RATE_INVALID options.rates.flu"],
    ["a coverage over one", { flu: { coverage: 60 } }, "RATE_INVALID options.rates.flu"],
    ["of an unknown indicator", { tetanus: 0.5 }, "PREVENTION_UNKNOWN options.rates"],
    ["a list", [0.5], "RATE_INVALID options.rates"],
  ],
  (rates) => {
    const { code, path } = refused(() => flu([senior], rates as PreventionRates));
    return `${code} ${path}`;
  },
);

table<object, string>(
  "counts are refused",
  [
    [
      "a part of a patient",
      { indicator: "flu", eligible: 1.5 },
      "COUNT_INVALID counts[0].eligible",
    ],
    ["fewer than none", { indicator: "flu", eligible: -1 }, "COUNT_INVALID counts[0].eligible"],
    [
      "more validated than eligible",
      { indicator: "flu", eligible: 1, validated: 2 },
      "COUNT_INVALID counts[0].unknown",
    ],
    [
      "an unknown indicator",
      { indicator: "tetanus", eligible: 1 },
      "PREVENTION_UNKNOWN counts[0].indicator",
    ],
    ["an unknown key", { indicator: "flu", eligible: 1, done: 1 }, "KEY_UNKNOWN counts[0].done"],
  ],
  (count) => {
    const { code, path } = refused(() => preventionRangeOfCounts([count as never], { year: 2026 }));
    return `${code} ${path}`;
  },
);

const kind = fc.constantFrom(
  "flu-vaccine",
  "covid-vaccine",
  "hba1c",
  "creatinine",
  "albuminuria",
  "faecal-test",
);
const acts = fc.array(
  fc.record({
    kind,
    date: fc.constantFrom("2025-03-01", "2026-03-01", "2026-09-01", "2026-10-20"),
  }),
  { maxLength: 6 },
);
const facts = fc.record(
  {
    age: fc.integer({ min: 0, max: 100 }),
    acts,
    sex: fc.constantFrom("F", "M"),
    conditions: fc.record({
      diabetes: fc.boolean(),
      hypertension: fc.boolean(),
      bronchodilators: fc.boolean(),
      "cardiovascular-risk": fc.boolean(),
    }),
  },
  { requiredKeys: ["age", "acts"] },
);
const patientOf = (row: object): Patient => ({ ald: false, c2s: false, ...row }) as Patient;
const cents = (euros: string | null | undefined): number => Math.round(Number(euros) * 100);

test("what is certain is at most what is expected, and that at most what is possible", () => {
  fc.assert(
    fc.property(
      fc.array(facts, { maxLength: 4 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (rows, rate) => {
        const rates = Object.fromEntries(
          (preventionRange({ patients: [senior] }, options).physicians[0]?.indicators ?? []).map(
            ({ indicator }) => [indicator, rate],
          ),
        );
        for (const one of preventionRange({ patients: rows.map(patientOf) }, { ...options, rates })
          .physicians) {
          expect(cents(one.certain)).toBeLessThanOrEqual(cents(one.expected));
          expect(cents(one.expected)).toBeLessThanOrEqual(cents(one.possible));
          expect(cents(one.spread?.independent)).toBeLessThanOrEqual(cents(one.spread?.linked));
        }
      },
    ),
    runs(200),
  );
});

test("more facts never widen a range", () => {
  fc.assert(
    fc.property(facts, fc.constantFrom("sex", "conditions", "aldNumbers"), (given, field) => {
      const row = { ...given, ald: true, aldNumbers: [8] };
      const { [field]: _, ...less } = row as Record<string, unknown>;
      const widthOf = (one: object): number => {
        const [physician] = preventionRange({ patients: [patientOf(one)] }, options).physicians;
        return cents(physician?.possible) - cents(physician?.certain);
      };
      expect(widthOf(row)).toBeLessThanOrEqual(widthOf(less));
    }),
    runs(200),
  );
});

test("where nothing is unknown the range is a point, that of the statement", () => {
  const known = {
    "prevention.glycaemia": null,
    ...Object.fromEntries(
      [
        "flu-vaccine",
        "covid-vaccine",
        "pneumococcal-vaccine",
        "mmr-vaccine",
        "meningococcal-vaccine",
        "hpv-vaccine",
        "mammography",
        "cervical-cytology",
        "hpv-test",
        "faecal-test",
        "colonoscopy",
        "dental-exam",
        "exam-9m",
        "exam-24m",
        "bronchodilator",
      ].map((id) => [`acts.${id}.recorded`, "here"]),
    ),
  };
  fc.assert(
    fc.property(fc.array(facts, { minLength: 1, maxLength: 4 }), (rows) => {
      const patients = rows.map((row) => {
        const birthDate = `${2025 - row.age}-05-05`;
        return patientOf({
          ...row,
          sex: row.sex ?? "F",
          birthDate,
          age: undefined,
          acts: row.acts?.filter(({ date }) => date >= birthDate),
          conditions: {
            diabetes: true,
            hypertension: false,
            bronchodilators: false,
            "cardiovascular-risk": false,
            ...row.conditions,
          },
        });
      });
      const after = { year: 2026, asOf: "2029-12-31", patch: known };
      const [physician] = preventionRange({ patients }, after).physicians;
      const [statement] = computePhysicians({ patients }, { year: 2026, patch: known }).statements;
      expect(physician?.certain).toBe(physician?.possible);
      expect(physician?.expected).toBe(physician?.certain);
      expect(physician?.certain).toBe(statement?.components["prevention"]);
    }),
    runs(200),
  );
});
