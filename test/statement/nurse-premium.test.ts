import { expect, test } from "vitest";
import { computePhysician, type Patient, type SchedulePatch } from "../../src/index.ts";
import { adults } from "../support/lists.ts";
import { tableOfEuros } from "../support/table.ts";

/** The slabs of the Belgian page, at their real size. */

interface Given {
  readonly patients: number;
  readonly hours: number;
  readonly patch?: SchedulePatch;
  readonly gate?: "from" | "over";
}

const everyone: readonly Patient[] = adults(11_000);

function total({ patients, hours, patch = {}, gate }: Given): string {
  return computePhysician(
    { practice: { facts: { nurseHours: hours } }, patients: everyone.slice(0, patients) },
    {
      schedule: "be.nurse-premium.2024",
      year: 2024,
      patch,
      readings: gate === undefined ? {} : { gate },
    },
  ).total;
}

tableOfEuros<Given>(
  "the nurse premium, by 500 patients and 6 hours",
  [
    [
      "6,000 patients and 72 hours on the scale of 2023: twelve slabs",
      { patients: 6000, hours: 72, patch: { "nurse.amount": "9373.5" } },
      112_482,
    ],
    ["10,000 patients and 120 hours: twenty slabs", { patients: 10_000, hours: 120 }, 198_810],
    ["more of both: twenty slabs at most", { patients: 11_000, hours: 200 }, 198_810],
    ["9,999 patients: nineteen", { patients: 9999, hours: 120 }, 19 * 9940.5],
    ["119.9999 hours: nineteen", { patients: 10_000, hours: 119.9999 }, 19 * 9940.5],
    ["1,001 patients and 12 hours: two", { patients: 1001, hours: 12 }, 2 * 9940.5],
    ["1,000 patients are not more than 1,000", { patients: 1000, hours: 12 }, 0],
    ["11.9999 hours are not 12", { patients: 1001, hours: 11.9999 }, 0],
    ["1,000 patients, if they are enough", { patients: 1000, hours: 12, gate: "from" }, 2 * 9940.5],
    ["999 patients are not", { patients: 999, hours: 12, gate: "from" }, 0],
    ["12 hours, if more are asked", { patients: 1001, hours: 12, gate: "over" }, 0],
    ["12.0001 hours are more", { patients: 1001, hours: 12.0001, gate: "over" }, 2 * 9940.5],
  ],
  total,
);

test("the line says how many slabs of which amount", () => {
  const { lines } = computePhysician(
    { practice: { facts: { nurseHours: 120 } }, patients: everyone },
    { schedule: "be.nurse-premium.2024", year: 2024 },
  );
  expect(
    lines.map((line) => line.kind === "amount" && [line.rule, line.quantity, line.unitAmount]),
  ).toEqual([["nurse.amount", 20, "9940.50"]]);
});
