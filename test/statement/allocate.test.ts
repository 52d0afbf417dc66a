import { expect, test } from "vitest";
import { computeShares, loadSchedule } from "../../src/index.ts";
import { adults } from "../support/lists.ts";
import { anAdult } from "../support/rows.ts";
import { euros } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

test("a patient's share of the uplifts is that of what they bear on", () => {
  const { shares } = computeShares(
    {
      physician: { zone: "ZIP", age: 70 },
      patients: [
        { id: "a", age: 80, ald: true, c2s: true, prevention: 3 },
        { id: 2, age: 40, ald: false, c2s: false },
      ],
    },
    { year: 2026 },
  );
  expect(shares).toEqual([
    {
      index: 0,
      id: "a",
      components: {
        base: euros(100),
        c2s: euros(10),
        prevention: euros(3 * 5),
        zone: euros(100 * 0.1),
        age67: euros(100 * 0.1),
      },
      total: euros(100 + 10 + 3 * 5 + 2 * 100 * 0.1),
    },
    {
      index: 1,
      id: "2",
      components: {
        base: euros(5),
        c2s: euros(0),
        prevention: euros(0),
        zone: euros(5 * 0.1),
        age67: euros(5 * 0.1),
      },
      total: euros(5 + 2 * 5 * 0.1),
    },
  ]);
});

test("the shares of a line of 1.52 EUR are 0.51, 0.51 and 0.50", () => {
  const { shares } = computeShares(
    { physician: { zone: "ZIP" }, patients: adults(3) },
    { year: 2026, patch: { "base.7-74.amount": "5.05" } },
  );
  expect(shares.map(({ components: { zone } }) => zone)).toEqual(["0.51", "0.51", "0.50"]);
});

/** The precarity of 75 EUR is 9 %, 6.75; half of it, 3.375, is 3.38 taken off and 3.37 due: 6.30 - 3.15 for one patient and 0.45 - 0.23 for the other. */
test("the reduction of who leaves is shared as each component is", () => {
  const { shares } = computeShares(
    {
      physician: { activeUntil: "2023-06-30" },
      patients: [
        { age: 80, ald: true, c2s: true },
        { age: 40, ald: false, c2s: false },
      ],
    },
    { year: 2023 },
  );
  expect(shares.map(({ components }) => components)).toEqual([
    { base: euros(70 / 2), precarity: euros(6.3 - 3.15) },
    { base: euros(5 / 2), precarity: euros(0.45 - 0.23) },
  ]);
});

test("indicators are shared among those for whom they were validated, each in its component", () => {
  const extra = {
    fr: "Autres",
    en: "Others",
    per: "indicator",
    amount: "7",
    paid: "advances",
    source: "COUNCIL",
    cases: { rsv: {} },
  };
  const patients = [["flu"], ["hpv", "rsv"], ["flu", "hpv"], []].map((prevention) => ({
    ...anAdult,
    prevention,
  }));
  const { shares } = computeShares(
    { patients },
    { year: 2026, schedule: loadSchedule(villageWith({ "amounts.extra": extra })) },
  );
  expect(shares.map(({ components: { care, extra: others } }) => [care, others])).toEqual([
    ["3.00", "0.00"],
    ["2.50", "7.00"],
    ["5.50", "0.00"],
    ["0.00", "0.00"],
  ]);
});

test("a number of actions is shared beside indicators by name, 5 EUR each", () => {
  const patients = [3, ["flu"], []].map((prevention) => ({ ...anAdult, prevention }));
  const { shares } = computeShares({ patients }, { year: 2026 });
  expect(shares.map(({ components: { prevention } }) => prevention)).toEqual([
    "15.00",
    "5.00",
    "0.00",
  ]);
});

test("a case of any indicator is that of those without their own, and none done is none", () => {
  const edits = { "amounts.care.cases": { flu: {}, any: { amount: "2.50" } } };
  const patients = [["flu"], ["hpv"], []].map((prevention) => ({ ...anAdult, prevention }));
  const { shares } = computeShares(
    { patients },
    { year: 2026, schedule: loadSchedule(villageWith(edits)) },
  );
  expect(shares.map(({ components: { care } }) => care)).toEqual(["3.00", "2.50", "0.00"]);
});
