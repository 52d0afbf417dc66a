import { expect, test } from "vitest";
import {
  computePhysician,
  type ComputeOptions,
  type Physician,
  type Readings,
} from "../../src/index.ts";
import { calculationOf } from "../support/lines.ts";
import { adults } from "../support/lists.ts";
import { tableOfEuros } from "../support/table.ts";

/** 100 adults, 15 % on the C2S: a base of 500 EUR and a precarity uplift of 4 %, 20 EUR. */
const patients = adults(100, { onC2s: 15 });
const year = 500 + 500 * 0.04;

const total = (physician: Physician, options: ComputeOptions): string =>
  computePhysician({ physician, patients }, options).total;
const leaving = (activeUntil: string): Physician => ({ activeUntil });

tableOfEuros<Physician>(
  "quarters begun, in 2023",
  [
    ["leaving on 31 December 2022: nothing", leaving("2022-12-31"), 0],
    ["on 1 January", leaving("2023-01-01"), year * (1 / 4)],
    ["on 31 March", leaving("2023-03-31"), year * (1 / 4)],
    ["on 1 April", leaving("2023-04-01"), year * (2 / 4)],
    ["on 30 June", leaving("2023-06-30"), year * (2 / 4)],
    ["on 1 July", leaving("2023-07-01"), year * (3 / 4)],
    ["on 30 September", leaving("2023-09-30"), year * (3 / 4)],
    ["on 1 October", leaving("2023-10-01"), year],
    ["on 31 December", leaving("2023-12-31"), year],
    ["in 2024", leaving("2024-01-01"), year],
    ["never", {}, year],
    ["coming on 1 May, not leaving: the whole year", { activeFrom: "2023-05-01" }, year],
    ["coming on 31 December", { activeFrom: "2023-12-31" }, year],
    ["coming in 2024: nothing", { activeFrom: "2024-01-01" }, 0],
    [
      "coming on 31 March, leaving on 1 April: two quarters",
      { activeFrom: "2023-03-31", activeUntil: "2023-04-01" },
      year * (2 / 4),
    ],
    [
      "coming on 1 April, leaving on 30 September",
      { activeFrom: "2023-04-01", activeUntil: "2023-09-30" },
      year * (2 / 4),
    ],
    ["there for one day", { activeFrom: "2023-08-15", activeUntil: "2023-08-15" }, year * (1 / 4)],
  ],
  (physician) => total(physician, { year: 2023 }),
);

tableOfEuros<readonly [physician: Physician, year: number]>(
  "days, under a reading",
  [
    ["leaving on 1 January", [leaving("2023-01-01"), 2023], year - lost(364, 365)],
    [
      "on 31 March of a year of 365 days",
      [leaving("2023-03-31"), 2023],
      year - lost(365 - (31 + 28 + 31), 365),
    ],
    [
      "on 31 March of a leap year",
      [leaving("2024-03-31"), 2024],
      year - lost(366 - (31 + 29 + 31), 366),
    ],
    [
      "on 28 February of a leap year",
      [leaving("2024-02-28"), 2024],
      year - lost(366 - (31 + 28), 366),
    ],
    ["on 29 February", [leaving("2024-02-29"), 2024], year - lost(366 - (31 + 29), 366)],
    ["on 30 December", [leaving("2023-12-30"), 2023], year - lost(1, 365)],
    ["on 31 December", [leaving("2023-12-31"), 2023], year],
    [
      "there in July",
      [{ activeFrom: "2023-07-01", activeUntil: "2023-07-31" }, 2023],
      year - lost(365 - 31, 365),
    ],
    [
      "there from 15 January to 30 June",
      [{ activeFrom: "2023-01-15", activeUntil: "2023-06-30" }, 2023],
      year - lost(14 + (31 + 31 + 30 + 31 + 30 + 31), 365),
    ],
    [
      "there from a year before",
      [{ activeFrom: "2021-07-01", activeUntil: "2023-01-31" }, 2023],
      year - lost(365 - 31, 365),
    ],
  ],
  ([physician, payment]) => total(physician, { year: payment, readings: { leaving: "days" } }),
);

/** What is taken off for so many days of a year, each component rounded to the cent. */
function lost(days: number, of: number): number {
  return [500, 500 * 0.04].reduce(
    (before, amount) => before + Math.round((amount * 100 * days) / of) / 100,
    0,
  );
}

test("one reduction line for each component that is due", () => {
  const { lines, assumptions } = computePhysician(
    { physician: leaving("2023-04-01"), patients },
    { year: 2023 },
  );
  const reductions = lines
    .filter(({ rule }) => rule === "eligible.partYear")
    .map((line) => [line.component, ...calculationOf(line), line.amount, line.status]);
  expect(reductions).toEqual([
    ["base", "500.00", "-50%", "-250.00", "assumed"],
    ["precarity", "20.00", "-50%", "-10.00", "assumed"],
  ]);
  expect(assumptions.map(({ code }) => code)).toContain("part-year");
});

test("no reduction line of zero, for a quarter begun in October or a component that pays nothing", () => {
  const rules = (physician: Physician, list = patients): string[] =>
    computePhysician({ physician, patients: list }, { year: 2023 }).lines.map(
      ({ component, rule }) => `${component} ${rule}`,
    );
  expect(rules(leaving("2023-10-01"))).toEqual([
    "base base.7-79.amount",
    "precarity precarity.rate",
  ]);
  expect(rules(leaving("2023-04-01"), adults(1))).toEqual([
    "base base.7-79.amount",
    "base eligible.partYear",
  ]);
});

test("who leaves on 31 December has the whole year, and nothing is said of a part of it", () => {
  const codes = (activeUntil: string): string[] =>
    computePhysician({ physician: leaving(activeUntil), patients }, { year: 2023 }).assumptions.map(
      ({ code }) => code,
    );
  const parts = ["part-year", "advances-whole"];
  expect(codes("2023-12-30")).toEqual(expect.arrayContaining(parts));
  expect(codes("2023-12-31").filter((code) => parts.includes(code))).toEqual([]);
});

tableOfEuros<Physician>(
  "the FMT knows no part of a year: in activity on 31 December 2025, or not",
  [
    ["from that day", { activeFrom: "2025-12-31" }, 100 * 5 + 15 * 10],
    ["from the day after", { activeFrom: "2026-01-01" }, 0],
    ["until that day", { activeUntil: "2025-12-31" }, 100 * 5 + 15 * 10],
    ["until the day before", { activeUntil: "2025-12-30" }, 0],
    ["leaving during the year of payment", { activeUntil: "2026-06-30" }, 100 * 5 + 15 * 10],
  ],
  (physician) => total(physician, { year: 2026 }),
);

/** 100 adults, 15 on the C2S: 500 EUR of base and 150 EUR. */
const fmt = 100 * 5 + 15 * 10;
const fmtUnder =
  (option: string, readings: Readings = {}) =>
  (physician: Physician): string =>
    total(physician, { year: 2026, readings: { leaving: option, ...readings } });

tableOfEuros<Physician>(
  "under a reading the FMT takes off the quarters after a departure",
  [
    ["leaving on 31 December 2026", leaving("2026-12-31"), fmt],
    ["on 1 October", leaving("2026-10-01"), fmt],
    ["on 30 September", leaving("2026-09-30"), fmt * (3 / 4)],
    ["on 1 January", leaving("2026-01-01"), fmt * (1 / 4)],
    ["on the reference day: no quarter is begun", leaving("2025-12-31"), 0],
    ["the day before it: not in activity on it", leaving("2025-12-30"), 0],
    [
      "activity is still asked for on the reference day",
      { activeFrom: "2026-01-01", activeUntil: "2026-09-30" },
      0,
    ],
    ["coming after it, and staying", { activeFrom: "2026-01-01" }, 0],
    ["never", {}, fmt],
  ],
  fmtUnder("quarters"),
);

tableOfEuros<Physician>(
  "or the days",
  [
    ["leaving on 31 December 2026", leaving("2026-12-31"), fmt],
    ["on 14 March, the 73rd day of 365", leaving("2026-03-14"), fmt * (73 / 365)],
    ["on the reference day", leaving("2025-12-31"), 0],
    ["coming after it", { activeFrom: "2026-01-01", activeUntil: "2026-03-14" }, 0],
  ],
  fmtUnder("days"),
);

tableOfEuros<Physician>(
  "and where the list is that of 31 December 2026, who has left is not paid at all",
  [
    ["leaving in the year", leaving("2026-09-30"), 0],
    ["coming in it", { activeFrom: "2026-05-01" }, fmt],
  ],
  fmtUnder("quarters", { "reference-day": "31/12/N" }),
);
