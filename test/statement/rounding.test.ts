import { computePhysician, type ComputeOptions, type Physician } from "../../src/index.ts";
import { adults } from "../support/lists.ts";
import { table } from "../support/table.ts";

/** The zone uplift of so many adults, at an amount that a user gives: 10 % of it. */
function zone(count: number, amount: string): string {
  const options: ComputeOptions = { year: 2026, patch: { "base.7-74.amount": amount } };
  return (
    computePhysician({ physician: { zone: "ZIP" }, patients: adults(count) }, options).components[
      "zone"
    ] ?? ""
  );
}

table<readonly [count: number, amount: string], string>(
  "a line is rounded once, half a cent away from zero",
  [
    ["10 % of 5.04: 0.504", [1, "5.04"], "0.50"],
    ["10 % of 5.05: 0.505", [1, "5.05"], "0.51"],
    ["10 % of 5.06: 0.506", [1, "5.06"], "0.51"],
    ["10 % of 3 x 5.05: 1.515, not 3 x 0.51", [3, "5.05"], "1.52"],
    ["10 % of 10 x 5.05: 5.05, not 10 x 0.51", [10, "5.05"], "5.05"],
    ["10 % of 0.04: 0.004", [1, "0.04"], "0.00"],
    ["10 % of 0.05: 0.005", [1, "0.05"], "0.01"],
  ],
  ([count, amount]) => zone(count, amount),
);

/** What is taken off for one quarter of the FPMT of 2023, at an amount that a user gives. */
function reduction(amount: string): string {
  const physician: Physician = { activeUntil: "2023-09-30" };
  const { lines } = computePhysician(
    { physician, patients: adults(1) },
    { year: 2023, patch: { "base.7-79.amount": amount } },
  );
  return lines.find(({ rule }) => rule === "eligible.partYear")?.amount ?? "";
}

table<string, string>(
  "a reduction as well, the other way",
  [
    ["a quarter of 0.01: 0.0025", "0.01", "0.00"],
    ["a quarter of 0.02: 0.005", "0.02", "-0.01"],
    ["a quarter of 0.05: 0.0125", "0.05", "-0.01"],
    ["a quarter of 0.06: 0.015", "0.06", "-0.02"],
  ],
  reduction,
);
