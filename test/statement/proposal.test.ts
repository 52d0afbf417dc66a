import { expect, test } from "vitest";
import {
  computePatient,
  computePhysician,
  type ComputeOptions,
  type Patient,
  type Physician,
} from "../../src/index.ts";
import { calculationOf } from "../support/lines.ts";
import { euros, table, tableOfEuros } from "../support/table.ts";

const proposal: ComputeOptions = { schedule: "fr.proposal.2024-02-08", year: 2024 };
const total = (patient: Partial<Patient>): string =>
  computePatient({ patient: { ald: false, c2s: false, ...patient } }, proposal).total;

tableOfEuros<Partial<Patient>>(
  "the proposal of 8 February 2024",
  [
    ["6 years", { age: 6 }, 6],
    ["7 years", { age: 7 }, 5],
    ["79 years", { age: 79 }, 5],
    ["80 years", { age: 80 }, 46],
    ["6 years, in ALD", { age: 6, ald: true }, 55],
    ["79 years, in ALD", { age: 79, ald: true }, 55],
    ["80 years, in ALD", { age: 80, ald: true }, 70],
    ["40 years, on the C2S", { age: 40, c2s: true }, 5 + 5],
    [
      "40 years, three actions of any kind",
      { age: 40, prevention: ["flu", "tetanus", "sleep"] },
      5 + 3 * 5,
    ],
    ["40 years, a count of three actions", { age: 40, prevention: 3 }, 5 + 3 * 5],
    [
      "80 years, in ALD, on the C2S, three actions",
      { age: 80, ald: true, c2s: true, prevention: 3 },
      70 + 5 + 3 * 5,
    ],
    ["not seen: no such condition", { age: 80, seen: false }, 46],
  ],
  total,
);

/** What the zone adds for one patient of 80 in ALD, on the C2S, with three actions: 70 + 5 + 15 EUR. */
function zone(physician: Physician, readings: ComputeOptions["readings"] = {}): string {
  const patients: Patient[] = [{ age: 80, ald: true, c2s: true, prevention: 3 }];
  return (
    computePhysician({ physician, patients }, { ...proposal, readings }).components["zone"] ?? ""
  );
}

const whole = 70 + 5 + 3 * 5;

tableOfEuros<readonly [physician: Physician, readings?: ComputeOptions["readings"]]>(
  "the zone adds 10 % of the whole forfait, in a ZIP or a ZAC",
  [
    ["ZIP", [{ zone: "ZIP" }], whole * 0.1],
    ["ZAC", [{ zone: "ZAC" }], whole * 0.1],
    ["QPV", [{ zone: "QPV" }], 0],
    ["none", [{ zone: "none" }], 0],
    ["ZAC, when under-served is ZIP only", [{ zone: "ZAC" }, { zones: "ZIP" }], 0],
    ["ZIP, when under-served is ZIP only", [{ zone: "ZIP" }, { zones: "ZIP" }], whole * 0.1],
    ["ZIP, on the base amount only", [{ zone: "ZIP" }, { "uplift-base": "base" }], 70 * 0.1],
    [
      "ZIP, of an installation that pays no more",
      [{ zone: "ZIP", firstInstallation: "2023" }],
      whole * 0.1,
    ],
    ["ZIP, at 70, which pays no more", [{ zone: "ZIP", age: 70 }], whole * 0.1],
  ],
  ([physician, readings]) => zone(physician, readings),
);

test("the age is that of 31 December of the year before, and all is paid once", () => {
  const { instalments, schedule } = computePatient(
    { patient: { birthDate: "1943-12-31", ald: false, c2s: false } },
    proposal,
  );
  expect(schedule.referenceDate).toBe("2023-12-31");
  expect(instalments).toEqual([
    {
      due: "2024",
      amount: "46.00",
      components: { base: "46.00", c2s: "0.00", prevention: "0.00", zone: "0.00" },
    },
  ]);
});

table<Partial<Patient>, readonly string[]>(
  "every line is assumed: the document gives floors and no list",
  [
    [
      "80 years, in ALD, on the C2S, an action",
      { age: 80, ald: true, c2s: true, prevention: ["flu"] },
      ["base assumed", "c2s assumed", "prevention assumed"],
    ],
  ],
  (patient) =>
    computePatient({ patient: { ald: false, c2s: false, ...patient } }, proposal).lines.map(
      ({ component, status }) => `${component} ${status}`,
    ),
);

test("the lines name the action by its case, list or count together", () => {
  const patients: Patient[] = [
    { age: 40, ald: false, c2s: false, prevention: ["flu"] },
    { age: 40, ald: false, c2s: false, prevention: 2 },
  ];
  const lines = computePhysician({ patients }, proposal).lines.filter(
    ({ component }) => component === "prevention",
  );
  expect(lines.map((line) => [line.rule, ...calculationOf(line), line.amount])).toEqual([
    ["prevention.any.amount", 1 + 2, "5.00", euros((1 + 2) * 5)],
  ]);
});
