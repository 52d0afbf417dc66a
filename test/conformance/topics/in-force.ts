import type { Draft } from "../vector.ts";

const years: readonly (readonly [number, string])[] = [
  ...[2018, 2019, 2020, 2021, 2022, 2023].map((year) => [year, "the FPMT of 2018"] as const),
  ...[2024, 2025].map((year) => [year, "the FPMT as amended in 2024"] as const),
  ...[2026, 2027, 2028, 2029].map((year) => [year, "the FMT"] as const),
  ...[2000, 2017, 2030, 2100].map((year) => [year, "no schedule"] as const),
];
const days = [
  "2017-12-31",
  "2018-01-01",
  "2020-02-29",
  "2023-12-31",
  "2024-01-01",
  "2024-02-08",
  "2025-12-31",
  "2026-01-01",
  "2026-03-01",
  "2029-12-31",
  "2030-01-01",
];
const wrong = ["2026", "2026-03", "2025-02-29", "2026-13-01", "01/01/2026", "", 2026.5, 1899, 3000];

/** Which schedule is in force, by year and by day; and computed without naming it. */
export const inForce = (): readonly Draft[] => [
  ...years.map(([year, why]): Draft => ({
    id: `in-force.year.${year}`,
    why: `${why} in ${year}`,
    call: "in-force",
    options: {},
    input: { when: year },
  })),
  ...days.map((day): Draft => ({
    id: `in-force.day.${day}`,
    why: `the schedule in force on ${day}`,
    call: "in-force",
    options: {},
    input: { when: day },
  })),
  ...wrong.map((when, i): Draft => ({
    id: `in-force.wrong.${i + 1}`,
    why: `${JSON.stringify(when)} is neither a year nor a day`,
    call: "in-force",
    options: {},
    input: { when },
  })),
  ...years.map(([year, why]): Draft => ({
    id: `in-force.computed.${year}`,
    why: `${why} pays a list in ${year}, no schedule being named`,
    options: { year, readings: {} },
    input: {
      patients: [
        { age: 82, ald: true, c2s: true },
        { age: 4, ald: false, c2s: false },
      ],
    },
  })),
];
