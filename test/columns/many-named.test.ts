import { expect, test } from "vitest";
import { panelsFromColumns, computeColumns, computePanels } from "../../src/index.ts";

const indicators = [
  "flu",
  "covid",
  "pneumococcus",
  "mmr",
  "meningococcus",
  "hpv",
  "breast",
  "cervix",
  "colorectal",
  "glycaemia",
  "ckd",
  "hba1c",
  "exam-9m",
  "exam-24m",
  "dental",
];

/** Patients of 40 who have had every prevention action, told by indicator. */
function columnsOf(physicianId: readonly string[]): Parameters<typeof computeColumns>[0] {
  const rows = physicianId.length;
  const all = new Uint8Array(rows).fill(1);
  return {
    physicianId,
    age: new Uint8Array(rows).fill(40),
    ald: new Uint8Array(rows),
    c2s: new Uint8Array(rows),
    prevention: Object.fromEntries(indicators.map((id) => [id, all])),
  };
}

test.each([
  ["one after the other", (row: number) => Math.floor(row / 20)],
  ["shuffled", (row: number) => row % 200],
])("indicators of two hundred physicians whom the list names, %s", (_, physicianAt) => {
  const columns = columnsOf(
    Array.from({ length: 200 * 20 }, (_row, row) => `dr-${physicianAt(row)}`),
  );
  const due = Array<number>(200).fill(20 * (5 + 15 * 5) * 100);
  expect([...computeColumns(columns, { year: 2026 }).totalCents]).toEqual(due);
  const panels = panelsFromColumns(columns, { year: 2026 });
  expect([...computePanels(panels, { year: 2026 }).totalCents]).toEqual(due);
});
