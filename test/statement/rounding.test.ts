import { computePhysician, type ComputeOptions, type Physician } from "../../src/index.ts";
import {
  cutRateOf,
  fraction,
  percent,
  rateOf,
  rateText,
  shareRate,
  type Rate,
} from "../../src/statement/rate.ts";
import { cents, euros } from "../../src/statement/cents.ts";
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

table<readonly [rate: Rate, amount: number], readonly [rounded: number, cut: number]>(
  "a rate of cents, rounded and cut",
  [
    ["half of 1", [percent("50%"), 1], [1, 0]],
    ["half of -1", [percent("50%"), -1], [-1, 0]],
    ["a third of 100", [fraction(1, 3), 100], [33, 33]],
    ["two thirds of 100", [fraction(2, 3), 100], [67, 66]],
    ["0.000001 % of a hundred million euros", [percent("0.000001%"), 1e10], [100, 100]],
    ["49.999999 % of 1", [percent("49.999999%"), 1], [0, 0]],
  ],
  ([rate, amount]) => [rateOf(rate, amount) + 0, cutRateOf(rate, amount) + 0],
);

const capped = {
  share: { c2s: true },
  above: "7%",
  slope: "50%",
  cap: "25%",
  capOn: "share",
} as const;

table<Rate, string>(
  "a rate is written exactly",
  [
    ["a percentage", percent("12.5%"), "12.5%"],
    ["an eighth", fraction(1, 8), "12.5%"],
    ["a third", fraction(1, 3), "1/3"],
    ["a fraction, in its lowest terms", fraction(14, 240), "7/120"],
    ["a part taken off", fraction(-3, 4), "-75%"],
    ["a part of 365 days taken off", fraction(-275, 365), "-55/73"],
    ["none", fraction(0, 1), "0%"],
    ["a share of exactly the threshold", shareRate(capped, 7, 100), "0%"],
    ["a share of 10 of 120", shareRate(capped, 10, 120), "1/150"],
    ["a share of exactly the cap", shareRate(capped, 25, 100), "9%"],
    ["a share over the cap", shareRate(capped, 26, 100), "9%"],
    ["a rate of exactly the cap", shareRate({ ...capped, capOn: "rate" }, 57, 100), "25%"],
    ["a rate over the cap", shareRate({ ...capped, capOn: "rate" }, 58, 100), "25%"],
  ],
  rateText,
);

table<string, readonly [cents: number, euros: string]>(
  "euros are whole cents, and back",
  [
    ["without decimals", "15", [1500, "15.00"]],
    ["with one", "0.5", [50, "0.50"]],
    ["with two", "9940.05", [994005, "9940.05"]],
    ["a cent", "0.01", [1, "0.01"]],
    ["nothing", "0", [0, "0.00"]],
  ],
  (text) => [cents(text), euros(cents(text))],
);

table<number, string>(
  "negative cents",
  [
    ["a cent", -1, "-0.01"],
    ["euros", -123456, "-1234.56"],
    ["none", -0, "0.00"],
  ],
  euros,
);
