import { expect, test } from "vitest";
import { computeColumns, computePanels, panelsFromColumns } from "../../src/index.ts";

const columns = { age: [82, 40], ald: [true, false], c2s: [false, false] };
const options = { year: 2026 };

test("results in columns say the library and the schedule of their statements", () => {
  const panels = computePanels(panelsFromColumns(columns, options), options);
  const { library, schedule } = panels.statement(0);
  for (const result of [panels, computeColumns(columns, options)])
    expect(result).toMatchObject({ library, schedule });
});
