import { describe, expect, test } from "vitest";
import { computePanels, sensitivity, type SensitivityOptions } from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { A, B, two } from "./panels.ts";

const sweep = (options: Partial<SensitivityOptions> = {}) =>
  sensitivity(two, { year: 2026, ...options });

describe("a grid", () => {
  const vary = { "c2s.amount": ["10", "12.5"], "zone.year-3+.rate": ["0%", "10%", "20%"] };
  const result = sweep({ vary });

  test("takes all with all, the last path fastest", () => {
    expect(result.total).toBe((A + B).toFixed(2));
    expect(result.results.map(({ values, change }) => [...Object.values(values), change])).toEqual([
      ["10", "0%", "-250.00"],
      ["10", "10%", "0.00"],
      ["10", "20%", "250.00"],
      ["12.5", "0%", "0.00"],
      ["12.5", "10%", "250.00"],
      ["12.5", "20%", "500.00"],
    ]);
  });

  test("equals repeated computation", () => {
    for (const { values, total } of result.results) {
      const { totalCents } = computePanels(two, { year: 2026, patch: values }).sums;
      expect(total).toBe((totalCents / 100).toFixed(2));
    }
  });

  test("has rows to draw, is static and frozen", () => {
    expect(result.rows()[5]).toEqual({
      "c2s.amount": "12.5",
      "zone.year-3+.rate": "20%",
      total: A + B + 500,
      change: 500,
    });
    expect(JSON.parse(JSON.stringify(result))).not.toHaveProperty("rows");
    expect([result.isStatic, Object.isFrozen(result.results[0])]).toEqual([true, true]);
  });
});

test("one more on each value: a euro, or a point", () => {
  const { results } = sweep();
  const changes = Object.fromEntries(
    results.map(({ values, change }) => [Object.entries(values).flat().join(" "), change]),
  );
  expect(changes).toMatchObject({
    "base.0-6.amount 16.00": "30.00",
    "base.7-74.amount 6.00": "120.00", // and 10 % of it twice
    "base.75-79.amount 16.00": "7.00",
    "base.ald-80+.amount 101.00": "24.00",
    "base.80+.amount 56.00": "0.00",
    "c2s.amount 11.00": "100.00",
    "prevention.amount 6.00": "0.00",
    "zone.year-3+.rate 11%": "25.00",
    "age67.rate 11%": "25.00",
  });
  expect(results.length).toBe(Object.keys(changes).length);
});

test("of another schedule, under readings and a patch", () => {
  const options = {
    schedule: "fr.fmt.2026",
    readings: { "zone-and-age": "highest" },
    patch: { "c2s.amount": "20" },
    vary: { "c2s.amount": ["20", "21"] },
  } as const;
  const { total, results } = sweep(options);
  expect(total).toBe((A - 250 + 1000 + B).toFixed(2));
  expect(results.map(({ change }) => change)).toEqual(["0.00", "100.00"]);
});

test("any value may be varied, not amounts alone", () => {
  const { results } = sweep({ vary: { "uplifts.together": ["added", "highest"] } });
  expect(results.map(({ change }) => change)).toEqual(["0.00", "-250.00"]);
});

table<Partial<SensitivityOptions>, readonly [string, string]>(
  "options of a sweep that are refused",
  [
    ["no path", { vary: {} }, ["INPUT_INVALID", "options.vary"]],
    ["no value", { vary: { "c2s.amount": [] } }, ["INPUT_INVALID", "options.vary.c2s.amount"]],
    [
      "one value",
      { vary: { "c2s.amount": "10" as never } },
      ["INPUT_INVALID", "options.vary.c2s.amount"],
    ],
    [
      "too many",
      { vary: Object.fromEntries(["a", "b"].map((key) => [key, Array(400).fill("1")])) },
      ["INPUT_INVALID", "options.vary"],
    ],
    ["an unknown path", { vary: { "csq.amount": ["10"] } }, ["PATCH_PATH_UNKNOWN", "csq.amount"]],
    ["a number", { vary: { "c2s.amount": [10] } }, ["SCHEDULE_INVALID", "amounts.c2s.amount"]],
    ["another key", { grid: {} } as never, ["KEY_UNKNOWN", "options.grid"]],
  ],
  (edits) => {
    const { code, path } = refused(() => sweep(edits));
    return [code, path];
  },
);
