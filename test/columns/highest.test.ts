import type { ComputeOptions, Patient, Physician } from "../../src/index.ts";
import { anAdult } from "../support/rows.ts";
import { euros, table } from "../support/table.ts";
import { byVillage, eachWay, many } from "./each-way.ts";

const highest: ComputeOptions = { year: 2026, readings: { "zone-and-age": "highest" } };

/** An adult at 5 EUR and one of 82 in ALD at 100 EUR. */
const patients: readonly Patient[] = [anAdult, { age: 82, ald: true, c2s: false }];
const uplifted = (zone: number, age67: number): unknown => ({
  patients: 2,
  base: euros(5 + 100),
  c2s: "0.00",
  prevention: "0.00",
  zone: euros(zone),
  age67: euros(age67),
});

const old = { zone: "ZIP", age: 67 } as const;

table<{ physician: Physician; options?: ComputeOptions }, unknown>(
  "of the uplifts for zone and for age, only the highest",
  [
    [
      "the first, where it is higher",
      { physician: { ...old, firstInstallation: "2025-03-01" } },
      uplifted(105 * 0.5, 0),
    ],
    ["the first, where both are 10 %", { physician: old }, uplifted(105 * 0.1, 0)],
    [
      "the second, where it is higher",
      { physician: old, options: { ...highest, patch: { "age67.rate": "20%" } } },
      uplifted(0, 105 * 0.2),
    ],
    ["the only one", { physician: { age: 67 } }, uplifted(0, 105 * 0.1)],
    ["none", { physician: { age: 66 } }, uplifted(0, 0)],
    [
      "both, where they are added",
      { physician: old, options: { year: 2026 } },
      uplifted(105 * 0.1, 105 * 0.1),
    ],
  ],
  ({ physician, options = highest }) => eachWay({ patients, physician, options }),
);

type Edits = Readonly<Record<string, string>>;

/** The share pays 60 % of what is over 7 %, and counts no further than 25 %: up to 10.8 %. */
const steeper = {
  "uplifts.together": "highest",
  "uplifts.cases.share.cases.any.rate.slope": "60%",
};
/** Six decimals each, whose products pass 2^53. */
const long = {
  "uplifts.cases.share.cases.any.rate.slope": "60.000001%",
  "uplifts.cases.share.cases.any.rate.above": "7.000001%",
  "uplifts.cases.share.cases.any.rate.cap": "25.000001%",
};
const withC2s = { ...anAdult, c2s: true } as const;
const inVillage = (c2s: number, zone: number, share: number): unknown => ({
  patients: 100,
  base: euros(100 * 20),
  c2s: euros(c2s * 4),
  care: "0.00",
  zone: euros(zone),
  share: euros(share),
});

table<{ c2s: number; physician: Physician; rate?: Edits }, unknown>(
  "of an uplift at a rate and one on a share, only the highest",
  [
    [
      "the rate, over a share of 23 %",
      { c2s: 23, physician: { zone: "ZIP" } },
      inVillage(23, 2000 * 0.1, 0),
    ],
    [
      "the share, from 24 %",
      { c2s: 24, physician: { zone: "ZIP" } },
      inVillage(24, 0, (2000 * 60 * (24 - 7)) / 10_000),
    ],
    [
      "the share, from 24 %, at percentages too long for doubles: a millionth moves no cent",
      { c2s: 24, physician: { zone: "ZIP" }, rate: long },
      inVillage(24, 0, (2000 * 60 * (24 - 7)) / 10_000),
    ],
    [
      "the rate, over a share of 23 %, at such percentages",
      { c2s: 23, physician: { zone: "ZIP" }, rate: long },
      inVillage(23, 2000 * 0.1, 0),
    ],
    [
      "the share, where there is no zone",
      { c2s: 8, physician: {} },
      inVillage(8, 0, (2000 * 60 * (8 - 7)) / 10_000),
    ],
  ],
  ({ c2s, physician, rate = {} }) =>
    eachWay({
      patients: [...many(c2s, withC2s), ...many(100 - c2s, anAdult)],
      physician,
      options: byVillage({ ...steeper, ...rate }),
    }),
);
