import { expect, test } from "vitest";
import { panelsFromCounts, type ComputeOptions, type CountRow } from "../../src/index.ts";
import { countsOf } from "../../src/panel/panels.ts";
import { pricePanels } from "../../src/statement/bulk/price-panels.ts";
import { unroundedTotal } from "../../src/statement/bulk/unrounded.ts";
import { compile } from "../../src/statement/compile.ts";
import { scheduleOf } from "../../src/statement/schedule-of.ts";

test("what physicians are due before any line is rounded, each as their facts ask", () => {
  const options: ComputeOptions = {
    year: 2026,
    patch: { "zone.year-3+.rate": "0.1234%" },
    readings: { leaving: "quarters" },
  };
  const table: CountRow[] = [
    { physicianId: "zone", age: 40, ald: false, c2s: true, n: 10 },
    { physicianId: "not eligible", age: 40, ald: false, c2s: false, n: 3 },
    { physicianId: "plain", age: 40, ald: false, c2s: false, n: 7 },
    { physicianId: "leaves in June", age: 40, ald: false, c2s: false, n: 4 },
  ];
  const physicians = [
    { id: "zone", zone: "ZIP", age: 70 },
    { id: "not eligible", sector: "2" },
    { id: "plain" },
    { id: "leaves in June", activeUntil: "2026-06-30" },
  ] as const;
  const panels = countsOf(panelsFromCounts(table, { ...options, physicians }));
  const compiled = compile(scheduleOf(options));
  const priced = pricePanels(panels, compiled, 2026);
  const total = unroundedTotal(panels, compiled, 2026, priced.table, undefined);
  // 10 * (5 + 10), and 0.1234 % and 10 % of 50; then 7 * 5, and half of 4 * 5; in cents
  expect(total.toString()).toBe("20006.17");
});
