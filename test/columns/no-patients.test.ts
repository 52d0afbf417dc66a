import { expect, test } from "vitest";
import { panelsFromCounts, panelsFromColumns, computePanels } from "../../src/index.ts";
import { byVillage } from "./each-way.ts";

/** Uplifts bear on prevention, of which a list may tell without a patient. */
const options = byVillage({ "uplifts.of": ["base", "care"] });
const due = { base: [0], c2s: [0], care: [3 * 4 * 100], zone: [0], share: [0] };
const componentsOf = (all: Readonly<Record<string, Float64Array>>): unknown =>
  Object.fromEntries(Object.entries(all).map(([id, amounts]) => [id, [...amounts]]));

test("a share of nobody is none: counts of no patient", () => {
  const { componentCents, totalCents, statement } = computePanels(
    panelsFromCounts([], { ...options, physicians: [{}], prevention: { flu: 4 } }),
    options,
  );
  expect(componentsOf(componentCents)).toEqual(due);
  expect([...totalCents]).toEqual([3 * 4 * 100]);
  expect(statement(0).total).toBe("12.00");
});

test("a share of nobody is none: a list made younger than its patients", () => {
  const columns = {
    age: [1, 1, 1, 1],
    ald: [0, 0, 0, 0],
    c2s: [1, 1, 1, 1],
    prevention: { flu: [1, 1, 1, 1] },
  };
  const { componentCents, patients } = computePanels(panelsFromColumns(columns, options), {
    ...options,
    year: 2024,
    move: true,
  });
  expect([...patients]).toEqual([0]);
  expect(componentsOf(componentCents)).toEqual(due);
});
