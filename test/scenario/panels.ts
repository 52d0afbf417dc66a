import { panelsFromCounts, type CountRow, type Panels } from "../../src/index.ts";

/**
 * Two physicians, by hand under the FMT of 2026. A, in a ZIP for long and 70 years old: base
 * `100 * 5 + 20 * 100`, C2S `100 * 10`, zone and age 10 % of the base each. B: base
 * `30 * 15 + 7 * 15`.
 */
export const A = 2500 + 1000 + 250 + 250;
export const B = 450 + 105;

export const physicians = [
  { id: "A", zone: "ZIP", age: 70, sector: "1" },
  { id: "B", age: 50 },
] as const;

const table: readonly CountRow[] = [
  { physicianId: "A", age: 40, ald: false, c2s: true, yearsSinceSeen: 0, n: 100 },
  { physicianId: "A", age: 82, ald: true, c2s: false, yearsSinceSeen: 1, n: 20 },
  { physicianId: "B", age: 3, ald: false, c2s: false, yearsSinceSeen: 0, n: 30 },
  { physicianId: "B", age: 77, ald: false, c2s: false, yearsSinceSeen: 0, n: 7 },
];

export const two: Panels = panelsFromCounts(table, { year: 2026, physicians });

/** Panels of one physician in a ZIP for long, or elsewhere, by number of patients of each row. */
export function one(rows: readonly Omit<CountRow, "physicianId">[], zone: "ZIP" | "none"): Panels {
  return panelsFromCounts(rows, { year: 2026, physicians: [{ zone }] });
}
