import { describe, expect, test } from "vitest";
import { computePhysicians, preventionRange } from "../../src/index.ts";
import { assessed } from "../support/prevention.ts";
import { table } from "../support/table.ts";

/** What acts validate, on the first and the last day of each window, and the days beside them. */
type Row = readonly [indicator: string, patient: object, asOf?: string];

const validated = ([indicator, patient, asOf = "2027-12-31"]: Row): string => {
  const { validated: is, because } = assessed(indicator, patient, { asOf });
  return `${is}: ${because.code}`;
};
const acts = (kind: string, ...dates: readonly string[]) => ({
  acts: dates.map((date) => ({ kind, date })),
});
const old = { birthDate: "1950-01-01", ald: false };
const woman = (age: number) => ({ birthDate: `${2026 - age}-06-01`, sex: "F", ald: false });
const diabetic = { birthDate: "1960-01-01", conditions: ["diabetes"] };
const [DONE, ELSEWHERE, NO] = ["yes: acts", "unknown: not-recorded-here", "no: window-closed"];

const window = (
  id: string,
  kind: string,
  patient: object,
  from: string,
  to: string,
  before: string,
  after: string,
  missed: string,
) =>
  [
    [`${id}: first day`, [id, { ...patient, ...acts(kind, from) }], DONE],
    [`${id}: last day`, [id, { ...patient, ...acts(kind, to) }], DONE],
    [`${id}: the day before`, [id, { ...patient, ...acts(kind, before) }], missed],
    [`${id}: the day after`, [id, { ...patient, ...acts(kind, after) }], missed],
  ] as const;

table<Row, string>(
  "a window",
  [
    ...window(
      "flu",
      "flu-vaccine",
      old,
      "2026-10-01",
      "2027-01-31",
      "2026-09-30",
      "2027-02-01",
      ELSEWHERE,
    ),
    ...window(
      "covid",
      "covid-vaccine",
      old,
      "2026-10-01",
      "2027-01-31",
      "2026-09-30",
      "2027-02-01",
      ELSEWHERE,
    ),
    ...window(
      "breast",
      "mammography",
      woman(60),
      "2025-01-01",
      "2026-12-31",
      "2024-12-31",
      "2027-01-01",
      ELSEWHERE,
    ),
    ...window(
      "cervix",
      "cervical-cytology",
      woman(27),
      "2024-01-01",
      "2026-12-31",
      "2023-12-31",
      "2027-01-01",
      ELSEWHERE,
    ),
    ...window(
      "cervix",
      "hpv-test",
      woman(40),
      "2022-01-01",
      "2026-12-31",
      "2021-12-31",
      "2027-01-01",
      ELSEWHERE,
    ),
    ...window(
      "colorectal",
      "faecal-test",
      woman(60),
      "2025-01-01",
      "2026-12-31",
      "2024-12-31",
      "2027-01-01",
      ELSEWHERE,
    ),
    ...window(
      "colorectal",
      "colonoscopy",
      woman(60),
      "2022-01-01",
      "2026-12-31",
      "2021-12-31",
      "2027-01-01",
      ELSEWHERE,
    ),
    ...window(
      "glycaemia",
      "glycaemia",
      { ...woman(60), conditions: ["cardiovascular-risk"] },
      "2024-01-01",
      "2026-12-31",
      "2023-12-31",
      "2027-01-01",
      NO,
    ),
    ...window(
      "dental",
      "dental-exam",
      { birthDate: "2016-02-02" },
      "2026-01-01",
      "2026-12-31",
      "2025-12-31",
      "2027-01-01",
      ELSEWHERE,
    ),
    ...window(
      "exam-9m",
      "exam-9m",
      { birthDate: "2025-06-15" },
      "2026-02-15",
      "2026-04-15",
      "2026-02-14",
      "2026-04-16",
      ELSEWHERE,
    ),
    ...window(
      "exam-24m",
      "exam-24m",
      { birthDate: "2024-02-29" },
      "2026-01-29",
      "2026-03-29",
      "2026-01-28",
      "2026-03-30",
      ELSEWHERE,
    ),
  ],
  validated,
);

table<Row, string>(
  "a window that ends only",
  [
    [
      "one dose long ago",
      [
        "pneumococcus",
        { ...old, aldNumbers: [14], ald: true, ...acts("pneumococcal-vaccine", "2024-03-01") },
      ],
      DONE,
    ],
    [
      "one dose on the last day",
      [
        "pneumococcus",
        { ...old, aldNumbers: [14], ald: true, ...acts("pneumococcal-vaccine", "2026-12-31") },
      ],
      DONE,
    ],
    [
      "one dose the day after",
      [
        "pneumococcus",
        { ...old, aldNumbers: [14], ald: true, ...acts("pneumococcal-vaccine", "2027-01-01") },
      ],
      ELSEWHERE,
    ],
    [
      "the second dose on the day of 24 months",
      ["mmr", { birthDate: "2024-05-31", ...acts("mmr-vaccine", "2025-06-01", "2026-05-31") }],
      DONE,
    ],
    [
      "the second dose the day after",
      ["mmr", { birthDate: "2024-05-31", ...acts("mmr-vaccine", "2025-06-01", "2026-06-01") }],
      ELSEWHERE,
    ],
    [
      "of a leap day, on the last of February",
      ["mmr", { birthDate: "2024-02-29", ...acts("mmr-vaccine", "2025-06-01", "2026-02-28") }],
      DONE,
    ],
    [
      "of a leap day, on 1 March",
      ["mmr", { birthDate: "2024-02-29", ...acts("mmr-vaccine", "2025-06-01", "2026-03-01") }],
      ELSEWHERE,
    ],
    [
      "one dose of two",
      ["mmr", { birthDate: "2024-05-31", ...acts("mmr-vaccine", "2025-06-01") }],
      ELSEWHERE,
    ],
    [
      "the second dose on the day of 18 months",
      [
        "meningococcus",
        { birthDate: "2024-12-10", ...acts("meningococcal-vaccine", "2025-06-10", "2026-06-10") },
      ],
      DONE,
    ],
    [
      "the second dose the day after",
      [
        "meningococcus",
        { birthDate: "2024-12-10", ...acts("meningococcal-vaccine", "2025-06-10", "2026-06-11") },
      ],
      ELSEWHERE,
    ],
    [
      "two doses before the last day",
      ["hpv", { birthDate: "2014-05-05", ...acts("hpv-vaccine", "2025-09-01", "2026-12-31") }],
      DONE,
    ],
    [
      "the second dose after it",
      ["hpv", { birthDate: "2014-05-05", ...acts("hpv-vaccine", "2025-09-01", "2027-01-01") }],
      ELSEWHERE,
    ],
  ],
  validated,
);

const kidneys = (...given: readonly (readonly [string, string])[]) => ({
  ...diabetic,
  acts: given.map(([kind, date]) => ({ kind, date })),
});

table<Row, string>(
  "acts that are needed together, or twice",
  [
    [
      "creatinine and albuminuria",
      ["ckd", kidneys(["creatinine", "2026-01-01"], ["albuminuria", "2026-12-31"])],
      DONE,
    ],
    ["creatinine alone", ["ckd", kidneys(["creatinine", "2026-01-01"])], NO],
    [
      "creatinine twice",
      ["ckd", kidneys(["creatinine", "2026-01-01"], ["creatinine", "2026-05-01"])],
      NO,
    ],
    [
      "one of them in the year before",
      ["ckd", kidneys(["creatinine", "2026-01-01"], ["albuminuria", "2025-12-31"])],
      NO,
    ],
    ["two HbA1c", ["hba1c", { ...diabetic, ...acts("hba1c", "2026-01-01", "2026-12-31") }], DONE],
    ["one HbA1c", ["hba1c", { ...diabetic, ...acts("hba1c", "2026-01-01") }], NO],
    [
      "the same HbA1c twice",
      ["hba1c", { ...diabetic, ...acts("hba1c", "2026-03-01", "2026-03-01") }],
      NO,
    ],
    [
      "three, in no order",
      ["hba1c", { ...diabetic, ...acts("hba1c", "2026-09-01", "2025-01-01", "2026-03-01") }],
      DONE,
    ],
    [
      "cytology does not count from 30",
      ["cervix", { ...woman(40), ...acts("cervical-cytology", "2026-03-01") }],
      ELSEWHERE,
    ],
    [
      "an HPV test does not count under 30",
      ["cervix", { ...woman(27), ...acts("hpv-test", "2026-03-01") }],
      ELSEWHERE,
    ],
  ],
  validated,
);

table<Row, string>(
  "what is not recorded is unknown until the last day of the window",
  [
    ["before it opens", ["flu", { ...old, acts: [] }, "2026-06-30"], "unknown: window-open"],
    ["on its last day", ["flu", { ...old, acts: [] }, "2027-01-31"], "unknown: window-open"],
    [
      "after it, where the practice cannot know",
      ["flu", { ...old, acts: [] }, "2027-02-01"],
      ELSEWHERE,
    ],
    [
      "on the last day of the year",
      ["hba1c", { ...diabetic, acts: [] }, "2026-12-31"],
      "unknown: window-open",
    ],
    [
      "after it, where the practice would know",
      ["hba1c", { ...diabetic, acts: [] }, "2027-01-01"],
      NO,
    ],
    ["after it, nothing told of acts", ["hba1c", diabetic, "2027-01-01"], "unknown: fact-missing"],
    [
      "an act after the day is not known yet",
      ["hba1c", { ...diabetic, ...acts("hba1c", "2026-03-01", "2026-07-01") }, "2026-06-30"],
      "unknown: window-open",
    ],
    [
      "an act on the day is",
      ["hba1c", { ...diabetic, ...acts("hba1c", "2026-03-01", "2026-06-30") }, "2026-06-30"],
      DONE,
    ],
    [
      "one of the two where the practice would know is not done",
      ["ckd", { ...diabetic, acts: [] }, "2027-01-01"],
      NO,
    ],
  ],
  validated,
);

table<Row, string>(
  "a date without its day",
  [
    ["a month in the window", ["flu", { ...old, ...acts("flu-vaccine", "2026-10") }], DONE],
    [
      "a month across its end",
      ["exam-9m", { birthDate: "2025-06-15", ...acts("exam-9m", "2026-04") }],
      "unknown: fact-missing",
    ],
    ["a month out of it", ["flu", { ...old, ...acts("flu-vaccine", "2026-09") }], ELSEWHERE],
    [
      "the year alone",
      ["flu", { ...old, ...acts("flu-vaccine", "2026") }],
      "unknown: fact-missing",
    ],
    [
      "the year, of a window of years",
      ["breast", { ...woman(60), ...acts("mammography", "2025") }],
      DONE,
    ],
    [
      "a month that the day parts",
      ["hba1c", { ...diabetic, ...acts("hba1c", "2026-03-01", "2026-06") }, "2026-06-15"],
      "unknown: window-open",
    ],
  ],
  validated,
);

describe("what is told", () => {
  test("validates, whoever is eligible", () => {
    const told = assessed("hpv", { age: 82, prevention: ["hpv"] });
    expect(told).toMatchObject({ eligible: "no", validated: "yes", because: { code: "told" } });
  });

  test("in another year does not", () => {
    const prevention = [{ id: "flu", on: "2025-11-02" }];
    expect(assessed("flu", { ...old, prevention }).validated).toBe("unknown");
  });

  test.each([
    ["validated", "yes: told"],
    ["not-validated", "no: window-closed"],
    ["unknown", ELSEWHERE],
    ["not-eligible", "no: not-eligible"],
  ] as const)("by the caisse: %s", (status, expected) => {
    expect(validated(["flu", { ...old, acts: [], preventionStatus: { flu: status } }])).toBe(
      expected,
    );
  });

  test("by the caisse as validated is, whoever is eligible, and is paid", () => {
    const preventionStatus = { hpv: "validated", flu: "validated" } as const;
    const patient = { age: 82, ald: false, c2s: false, preventionStatus };
    const told = assessed("hpv", patient);
    expect(told).toMatchObject({ eligible: "no", validated: "yes", because: { code: "told" } });
    const options = { year: 2026, asOf: "2026-06-30" };
    const [range] = preventionRange({ patients: [patient] }, options).physicians;
    const [statement] = computePhysicians({ patients: [patient] }, { year: 2026 }).statements;
    expect([range?.certain, statement?.components["prevention"]]).toEqual(["10.00", "10.00"]);
    expect(statement?.warnings.map(({ code }) => code)).toContain("prevention-impossible");
  });

  test("by the caisse as not validated is still open in its window", () => {
    const preventionStatus = { flu: "not-validated" };
    expect(validated(["flu", { ...old, acts: [], preventionStatus }, "2026-12-01"])).toBe(
      "unknown: window-open",
    );
  });
});

test("the act that validated, its window and its source are told", () => {
  const patient = { ...diabetic, ...acts("hba1c", "2026-09-01", "2026-03-01", "2026-11-01") };
  expect(assessed("hba1c", patient, { asOf: "2026-12-01" })).toMatchObject({
    act: { kind: "hba1c", date: "2026-09-01" },
    from: "2026-01-01",
    by: "2026-12-31",
    missing: [],
    source: { status: "assumed", sources: ["DJIBE"] },
  });
});

test("what is missing counts what is done", () => {
  const { missing } = assessed("hba1c", { ...diabetic, ...acts("hba1c", "2026-03-01") });
  expect(missing).toEqual([{ acts: { hba1c: 1 } }]);
  const both = assessed("ckd", { ...diabetic, ...acts("creatinine", "2026-03-01") });
  expect(both.missing).toEqual([{ acts: { albuminuria: 1 } }]);
});
