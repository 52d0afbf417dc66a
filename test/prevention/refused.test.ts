import { expect, test } from "vitest";
import { assessPrevention, type Patient } from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { table } from "../support/table.ts";

const options = { year: 2026, asOf: "2026-06-30" };
const assess = (patient: unknown, more: object = {}): unknown =>
  assessPrevention(patient as Patient, { ...options, ...more });

table<unknown, readonly [code: string, path: string]>(
  "a fact that cannot be is refused",
  [
    ["no object", 1, ["INPUT_INVALID", "patient"]],
    ["a list", [], ["INPUT_INVALID", "patient"]],
    ["an age of 130", { age: 130 }, ["AGE_INVALID", "patient.age"]],
    [
      "a day that does not exist",
      { birthDate: "2026-02-29" },
      ["DATE_IMPOSSIBLE", "patient.birthDate"],
    ],
    ["a French date", { birthDate: "01/02/1960" }, ["DATE_INVALID", "patient.birthDate"]],
    ["an ALD in words", { ald: "oui" }, ["ALD_INVALID", "patient.ald"]],
    ["a sex in words", { sex: "femme" }, ["SEX_INVALID", "patient.sex"]],
    [
      "a number of ALD out of the list",
      { aldNumbers: [33] },
      ["ALD_NUMBERS_INVALID", "patient.aldNumbers"],
    ],
    ["one in words", { aldNumbers: ["ALD 8"] }, ["ALD_NUMBERS_INVALID", "patient.aldNumbers"]],
    ["one alone", { aldNumbers: 8 }, ["ALD_NUMBERS_INVALID", "patient.aldNumbers"]],
    ["one twice", { aldNumbers: [8, 8] }, ["ALD_NUMBERS_INVALID", "patient.aldNumbers"]],
    [
      "numbers without an ALD",
      { ald: false, aldNumbers: [8] },
      ["ALD_DISAGREES", "patient.aldNumbers"],
    ],
    [
      "an ALD without any number",
      { ald: true, aldNumbers: [] },
      ["ALD_DISAGREES", "patient.aldNumbers"],
    ],
    ["an unknown condition", { conditions: ["gout"] }, ["CONDITION_UNKNOWN", "patient.conditions"]],
    [
      "a name that every object has",
      { conditions: ["constructor"] },
      ["CONDITION_UNKNOWN", "patient.conditions"],
    ],
    [
      "a condition in words",
      { conditions: { diabetes: "oui" } },
      ["CONDITION_INVALID", "patient.conditions.diabetes"],
    ],
    [
      "conditions as a text",
      { conditions: "diabetes" },
      ["CONDITION_INVALID", "patient.conditions"],
    ],
    ["acts as a number", { acts: 3 }, ["ACT_INVALID", "patient.acts"]],
    ["an act that is a text", { acts: ["flu-vaccine"] }, ["ACT_INVALID", "patient.acts[0]"]],
    [
      "an unknown kind",
      { acts: [{ kind: "walk", date: "2026-01-01" }] },
      ["ACT_KIND_UNKNOWN", "patient.acts[0].kind"],
    ],
    [
      "an act without a date",
      { acts: [{ kind: "hba1c" }] },
      ["DATE_INVALID", "patient.acts[0].date"],
    ],
    [
      "an impossible date",
      { acts: [{ kind: "hba1c", date: "2026-06-31" }] },
      ["DATE_IMPOSSIBLE", "patient.acts[0].date"],
    ],
    [
      "another key of an act",
      { acts: [{ kind: "hba1c", date: "2026", place: "x" }] },
      ["KEY_UNKNOWN", "patient.acts[0].place"],
    ],
    [
      "an act before birth",
      { birthDate: "2025-05-05", acts: [{ kind: "mmr-vaccine", date: "2025-05-04" }] },
      ["ACT_BEFORE_BIRTH", "patient.acts[0].date"],
    ],
    ["a number of actions", { prevention: 3 }, ["PREVENTION_INVALID", "patient.prevention"]],
    [
      "an unknown indicator",
      { prevention: ["tetanus"] },
      ["PREVENTION_UNKNOWN", "patient.prevention"],
    ],
    [
      "a status of an unknown indicator",
      { preventionStatus: { tetanus: "unknown" } },
      ["PREVENTION_UNKNOWN", "patient.preventionStatus"],
    ],
    [
      "a status in words",
      { preventionStatus: { flu: "A vérifier" } },
      ["PREVENTION_STATUS_INVALID", "patient.preventionStatus.flu"],
    ],
    [
      "statuses in a list",
      { preventionStatus: ["flu"] },
      ["PREVENTION_STATUS_INVALID", "patient.preventionStatus"],
    ],
  ],
  (patient) => {
    const { code, path } = refused(() => assess(patient));
    return [code, path];
  },
);

table<object, readonly [code: string, path: string]>(
  "an option that cannot be is refused",
  [
    ["no day", { asOf: undefined }, ["DATE_INVALID", "options.asOf"]],
    ["a month", { asOf: "2026-06" }, ["DATE_INVALID", "options.asOf"]],
    ["a day that does not exist", { asOf: "2026-06-31" }, ["DATE_INVALID", "options.asOf"]],
    ["an unknown key", { today: "2026-06-30" }, ["KEY_UNKNOWN", "options.today"]],
    ["no year", { year: undefined }, ["YEAR_INVALID", "year"]],
  ],
  (more) => {
    const { code, path } = refused(() => assess({}, more));
    return [code, path];
  },
);

test("a value that throws when it is read is refused", () => {
  const patient = {
    get sex(): never {
      throw new Error("no");
    },
  };
  expect(refused(() => assess(patient)).code).toBe("INPUT_INVALID");
  const acts = [
    {
      kind: "hba1c",
      get date(): never {
        throw new Error("no");
      },
    },
  ];
  expect(refused(() => assess({ acts })).code).toBe("INPUT_INVALID");
});

test("a schedule that says nothing of its indicators has none to assess", () => {
  const { indicators } = assessPrevention(
    { age: 40, ald: false, c2s: false },
    { ...options, year: 2030, schedule: "fr.proposal.2024-02-08" },
  );
  expect(indicators).toEqual([]);
});

test("the same patient and day give the same answer, and later facts are of a later day", () => {
  const patient = {
    age: 70,
    ald: false,
    c2s: false,
    acts: [{ kind: "flu-vaccine", date: "2026-11-02" }],
  };
  const flu = (asOf: string) =>
    assessPrevention(patient, { year: 2026, asOf }).indicators[0]?.validated;
  expect([flu("2026-11-01"), flu("2026-11-02"), flu("2026-11-01")]).toEqual([
    "unknown",
    "yes",
    "unknown",
  ]);
});
