import { describe, expect, test } from "vitest";
import { assessed } from "../support/prevention.ts";
import { table } from "../support/table.ts";

/** Who is eligible, on both sides of each bound. Born on 31 December 1961: 65 years at the end of 2026. */
type Row = readonly [indicator: string, patient: object];

const eligible = ([indicator, patient]: Row): string => assessed(indicator, patient).eligible;
const none = {
  ald: false,
  conditions: {
    bronchodilators: false,
    diabetes: false,
    hypertension: false,
    "cardiovascular-risk": false,
  },
};

const seniors = ["flu", "covid"].flatMap(
  (id) =>
    [
      [`${id}: 65 on the last day of the year`, [id, { birthDate: "1961-12-31", ...none }], "yes"],
      [`${id}: 64 on the last day of the year`, [id, { birthDate: "1962-01-01", ...none }], "no"],
      [
        `${id}: 64, at 64 on the day of the list, 65 in the year`,
        [id, { age: 64, ...none }],
        "yes",
      ],
      [`${id}: 63 on the day of the list`, [id, { age: 63, ...none }], "no"],
      [`${id}: an ALD of the list`, [id, { age: 40, ...none, ald: true, aldNumbers: [8] }], "yes"],
      [`${id}: an ALD out of it`, [id, { age: 40, ...none, ald: true, aldNumbers: [17] }], "no"],
      [`${id}: one ALD of two`, [id, { age: 40, ...none, ald: true, aldNumbers: [17, 30] }], "yes"],
      [`${id}: a number as text`, [id, { age: 40, ...none, ald: true, aldNumbers: ["8"] }], "yes"],
      [
        `${id}: a number that is not told`,
        [id, { age: 40, ...none, ald: true, aldNumbers: ["0", "17"] }],
        "unknown",
      ],
      [`${id}: no ALD`, [id, { age: 40, ...none, aldNumbers: [] }], "no"],
      [`${id}: an ALD without its number`, [id, { age: 40, ...none, ald: true }], "unknown"],
      [
        `${id}: bronchodilators`,
        [id, { age: 40, ald: false, conditions: ["bronchodilators"] }],
        "yes",
      ],
      [`${id}: nothing told`, [id, { age: 40, ald: false }], "unknown"],
    ] as const,
);

table<Row, string>("the old, and those with an ALD", seniors, eligible);

table<Row, string>(
  "numbers of ALD that part the vaccines",
  [
    ["ALD 3 for the flu", ["flu", { age: 40, ...none, ald: true, aldNumbers: [3] }], "no"],
    ["ALD 3 for Covid-19", ["covid", { age: 40, ...none, ald: true, aldNumbers: [3] }], "yes"],
    ["ALD 1 for the flu", ["flu", { age: 40, ...none, ald: true, aldNumbers: [1] }], "yes"],
    [
      "ALD 1 for the pneumococcus",
      ["pneumococcus", { age: 40, ...none, ald: true, aldNumbers: [1] }],
      "no",
    ],
    [
      "ALD 14 for the pneumococcus",
      ["pneumococcus", { age: 40, ...none, ald: true, aldNumbers: [14] }],
      "yes",
    ],
    ["ALD 32", ["covid", { age: 40, ...none, ald: true, aldNumbers: [32] }], "no"],
    [
      "pneumococcus at 18 in the year",
      ["pneumococcus", { birthDate: "2008-12-31", ...none, ald: true, aldNumbers: [14] }],
      "yes",
    ],
    [
      "pneumococcus at 17",
      ["pneumococcus", { birthDate: "2009-01-01", ...none, ald: true, aldNumbers: [14] }],
      "no",
    ],
    [
      "bronchodilators at 18 in the year",
      ["pneumococcus", { birthDate: "2008-12-31", ald: false, conditions: ["bronchodilators"] }],
      "yes",
    ],
    [
      "bronchodilators at 17",
      ["pneumococcus", { birthDate: "2009-01-01", ald: false, conditions: ["bronchodilators"] }],
      "no",
    ],
    ["pneumococcus at 90 without ALD", ["pneumococcus", { age: 90, ...none }], "no"],
  ],
  eligible,
);

/** The lists of the text, in its words. */
const NUMBERS = {
  flu: "1 2 5 6 7 8 9 10 12 13 14 15 16 18 19 20 21 22 24 25 27 28 30",
  covid: "1 2 3 5 6 7 8 9 10 12 13 14 15 16 18 19 20 21 22 23 24 25 27 28 30",
  pneumococcus: "2 3 5 6 7 8 9 14 19 21 22 24 25 27 28 30",
} as const;

test.each(Object.entries(NUMBERS))("every number of ALD for the vaccine %s", (id, numbers) => {
  const found = Array.from({ length: 32 }, (_, i) => i + 1).filter(
    (number) => eligible([id, { age: 40, ...none, ald: true, aldNumbers: [number] }]) === "yes",
  );
  expect(found.join(" ")).toBe(numbers);
});

const reaches = (
  id: string,
  months: number,
  last: string,
  first: string,
  before: string,
  after: string,
) =>
  [
    [`${id}: reaches ${months} months on 1 January`, [id, { birthDate: first }], "yes"],
    [`${id}: on 31 December`, [id, { birthDate: last }], "yes"],
    [`${id}: the day before`, [id, { birthDate: before }], "no"],
    [`${id}: the day after`, [id, { birthDate: after }], "no"],
  ] as const;

table<Row, string>(
  "children who reach an age in the year, if they are on the list of 31 December 2025",
  [
    ["exam-9m: reaches nine months on 1 January", ["exam-9m", { birthDate: "2025-04-01" }], "yes"],
    ["exam-9m: the day before", ["exam-9m", { birthDate: "2025-03-31" }], "no"],
    ["exam-9m: the last of the list", ["exam-9m", { birthDate: "2025-12-31" }], "yes"],
    ["exam-9m: born after the list", ["exam-9m", { birthDate: "2026-01-01" }], "no"],
    ...reaches("exam-24m", 24, "2024-12-31", "2024-01-01", "2023-12-31", "2025-01-01"),
    ...reaches("mmr", 24, "2024-12-31", "2024-01-01", "2023-12-31", "2025-01-01"),
    ...reaches("meningococcus", 18, "2025-06-30", "2024-07-01", "2024-06-30", "2025-07-01"),
    ["exam-24m: born on a leap day", ["exam-24m", { birthDate: "2024-02-29" }], "yes"],
    ["exam-9m: born in 2025", ["exam-9m", { birthDate: "2025" }], "unknown"],
    ["exam-9m: born in May 2025", ["exam-9m", { birthDate: "2025-05" }], "yes"],
    ["exam-24m: born in 2024", ["exam-24m", { birthDate: "2024" }], "yes"],
  ],
  eligible,
);

const ages = (id: string, from: number, to: number, more: object = {}) =>
  [
    [`${id}: ${from} on the last day`, [id, { birthDate: `${2026 - from}-12-31`, ...more }], "yes"],
    [
      `${id}: ${from - 1} on the last day`,
      [id, { birthDate: `${2027 - from}-01-01`, ...more }],
      "no",
    ],
    [`${id}: ${to} on the last day`, [id, { birthDate: `${2026 - to}-01-01`, ...more }], "yes"],
    [`${id}: ${to + 1} on the last day`, [id, { birthDate: `${2025 - to}-12-31`, ...more }], "no"],
  ] as const;

table<Row, string>(
  "ages of a programme",
  [
    ...ages("hpv", 11, 14),
    ...ages("breast", 50, 74, { sex: "F" }),
    ...ages("cervix", 25, 65, { sex: "F" }),
    ...ages("colorectal", 50, 74),
    ...ages("dental", 3, 24),
    ["breast: a man", ["breast", { age: 60, sex: "M" }], "no"],
    ["breast: a sex that is not told", ["breast", { age: 60 }], "unknown"],
    ["breast: a man out of the ages, sex not told", ["breast", { age: 30 }], "no"],
    ["cervix: a man", ["cervix", { age: 40, sex: "M" }], "no"],
    ["hpv: a boy", ["hpv", { age: 12, sex: "M" }], "yes"],
  ],
  eligible,
);

const diabetic = { age: 40, ald: true, aldNumbers: [8] };
table<Row, string>(
  "conditions, told or shown",
  [
    ["hba1c: ALD 8", ["hba1c", diabetic], "yes"],
    ["hba1c: told", ["hba1c", { age: 40, ald: false, conditions: { diabetes: true } }], "yes"],
    [
      "hba1c: told not to be",
      ["hba1c", { age: 40, ald: false, conditions: { diabetes: false } }],
      "no",
    ],
    [
      "hba1c: what is told counts before what shows it",
      ["hba1c", { ...diabetic, conditions: { diabetes: false } }],
      "no",
    ],
    [
      "hba1c: another ALD shows nothing",
      ["hba1c", { age: 40, ald: true, aldNumbers: [30] }],
      "unknown",
    ],
    [
      "ckd: hypertension alone",
      ["ckd", { age: 40, ald: false, conditions: { hypertension: true } }],
      "yes",
    ],
    ["ckd: ALD 12", ["ckd", { age: 40, ald: true, aldNumbers: [12] }], "yes"],
    ["ckd: neither", ["ckd", { age: 40, ...none }], "no"],
    [
      "ckd: not the one, the other unknown",
      ["ckd", { age: 40, ald: false, conditions: { diabetes: false } }],
      "unknown",
    ],
    ["glycaemia: told", ["glycaemia", { age: 40, conditions: ["cardiovascular-risk"] }], "yes"],
    ["glycaemia: told by nobody", ["glycaemia", { age: 40 }], "unknown"],
    [
      "flu: four deliveries in the year",
      ["flu", { age: 40, ald: false, acts: deliveries(4) }],
      "yes",
    ],
    [
      "flu: three deliveries show nothing",
      ["flu", { age: 40, ald: false, acts: deliveries(3) }],
      "unknown",
    ],
    [
      "flu: the fourth on a day that is still to come",
      [
        "flu",
        {
          age: 40,
          ald: false,
          acts: [...deliveries(3), { kind: "bronchodilator", date: "2026-12-31" }],
        },
      ],
      "unknown",
    ],
    [
      "flu: the fourth in the year before",
      [
        "flu",
        {
          age: 40,
          ald: false,
          acts: [...deliveries(3), { kind: "bronchodilator", date: "2025-12-31" }],
        },
      ],
      "unknown",
    ],
  ],
  eligible,
);

function deliveries(count: number) {
  return Array.from({ length: count }, (_, i) => ({
    kind: "bronchodilator",
    date: `2026-0${i + 1}-01`,
  }));
}

describe("what is missing", () => {
  test("is the number where an ALD is told by yes alone", () => {
    const {
      eligible: is,
      eligibleBecause,
      missing,
    } = assessed("covid", { age: 40, ...none, ald: true });
    expect([is, eligibleBecause.code, missing[0]]).toEqual([
      "unknown",
      "fact-missing",
      { fact: "aldNumbers" },
    ]);
  });

  test("is every fact that would settle it", () => {
    const { missing } = assessed("flu", { age: 40 });
    expect(missing.slice(0, 2)).toEqual([{ fact: "ald" }, { fact: "conditions.bronchodilators" }]);
  });

  test("is the sex, and the birth date", () => {
    expect(assessed("breast", { age: 60 }).missing[0]).toEqual({ fact: "sex" });
    expect(assessed("dental", {}).missing[0]).toEqual({ fact: "birthDate" });
  });
});

describe("who is not on the list of the day", () => {
  const patient = { birthDate: "1950-05-05", ald: false };
  test("is not eligible", () => {
    const { eligible: is, eligibleBecause } = assessed("flu", { ...patient, diedOn: "2025-12-30" });
    expect([is, eligibleBecause.code]).toEqual(["no", "not-on-list"]);
  });

  test("is eligible where the list is read at the end of the year", () => {
    const born = { birthDate: "2026-01-01" };
    const readings = { "reference-day": "31/12/N" };
    expect(assessed("exam-9m", born, { readings }).eligible).toBe("yes");
    expect(assessed("exam-9m", { birthDate: "2026-03-31" }, { readings }).eligible).toBe("yes");
    expect(assessed("exam-9m", { birthDate: "2026-04-01" }, { readings }).eligible).toBe("no");
  });
});

test("under the actions of the year before, ages and windows move by a year", () => {
  const readings = { "prevention-year": "N-1" };
  const born = { birthDate: "1961-12-31", ...none };
  expect(assessed("flu", born, { readings })).toMatchObject({ eligible: "no" });
  const older = { birthDate: "1960-12-31", ...none };
  expect(assessed("flu", older, { readings })).toMatchObject({
    eligible: "yes",
    from: "2025-10-01",
    by: "2026-01-31",
  });
});

test("an ALD with dates is read on the day of the list", () => {
  const ald = { age: 40, ...none, aldNumbers: [8] };
  expect(assessed("flu", { ...ald, ald: true, aldFrom: "2025-12-31" }).eligible).toBe("yes");
  expect(assessed("flu", { ...ald, ald: true, aldFrom: "2026-01-01" }).eligible).toBe("no");
});
