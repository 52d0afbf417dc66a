import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareSchedules,
  computePanels,
  panelsFromCounts,
  solveFor,
  type SolveOptions,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { runs } from "../support/runs.ts";
import { table } from "../support/table.ts";
import { A, B, one, two } from "./panels.ts";

const solve = (
  path: SolveOptions["path"],
  target: SolveOptions["target"],
  others: Partial<SolveOptions> = {},
  panels = two,
) => solveFor(panels, { year: 2026, path, target, ...others });

describe("a target between two amounts", () => {
  test("by change: 100 patients make a euro a cent", () => {
    const { below, above, exact, target, reason } = solve("c2s.amount", { change: "100.50" });
    expect([target, exact, reason]).toEqual([(A + B + 100.5).toFixed(2), false, null]);
    expect(below).toEqual({
      value: "11.00",
      values: { "c2s.amount": "11.00" },
      total: (A + B + 100).toFixed(2),
      rest: "-0.50",
    });
    expect(above).toMatchObject({ value: "11.01", rest: "0.50" });
  });

  test("is exact where one gives it to the cent", () => {
    const { exact, below, above } = solve("c2s.amount", { total: String(A + B - 1000) });
    expect([exact, below?.value, below?.rest]).toEqual([true, "0.00", "0.00"]);
    expect(above).toEqual(below);
  });

  test("by another schedule, on the same reference day", () => {
    // Two euros more for the C2S cost 200; 30 children give them back at 15 - 6.67, less 0.10.
    const patch = { "c2s.amount": "12" };
    const { below, above } = solve("base.0-6.amount", { neutralTo: "fr.fmt.2026" }, { patch });
    expect([below?.value, below?.rest, above?.value, above?.rest]).toEqual([
      "8.33",
      "-0.10",
      "8.34",
      "0.20",
    ]);
    const fpmt = solve("base.7-74.amount", { neutralTo: "fr.fpmt.2024" }).target;
    expect(fpmt).toBe((1900 + 171 + 30 * 6 + 7 * 5).toFixed(2));
  });

  test("of a rate, by a hundredth of a point", () => {
    // 2500 of base: a hundredth of a point is 25 cents.
    const { below, above } = solve("zone.year-3+.rate", { change: "100.10" });
    expect([below?.value, below?.rest, above?.value, above?.rest]).toEqual([
      "14%",
      "-0.10",
      "14.01%",
      "0.15",
    ]);
  });
});

test("several amounts are multiplied by one factor, each rounded", () => {
  const paths = ["base.7-74.amount", "base.75-79.amount", "c2s.amount"];
  const { below, above } = solve(paths, { change: "300" });
  // 100 * 5 * 1.2 + 7 * 15 + 100 * 10 moves by 1705 * (k - 1) before rounding: k is near 1.1760.
  const amounts = (values: object | undefined) => Object.values(values ?? {}).map(Number);
  for (const side of [below, above]) {
    const k = Number(side?.value);
    expect(amounts(side?.values)).toEqual([5, 15, 10].map((x) => Math.round(x * k * 100) / 100));
    const { totalCents } = computePanels(two, { year: 2026, patch: side?.values ?? {} }).sums;
    expect((totalCents / 100).toFixed(2)).toBe(side?.total);
  }
  expect(Number(above?.value) - Number(below?.value)).toBeCloseTo(0.000001, 9);
  expect([Number(below?.rest) < 0, Number(above?.rest) >= 0]).toEqual([true, true]);
});

describe("a target that is not between two values has a reason", () => {
  test("flat: nobody has it", () => {
    const { below, above, exact, reason } = solve("base.80+.amount", { change: "100" });
    expect([below, above, exact, reason?.code]).toEqual([null, null, false, "flat"]);
    expect(solve("base.80+.amount", { change: "0" })).toMatchObject({
      exact: true,
      below: { value: "55.00", rest: "0.00" },
      reason: { code: "flat" },
    });
  });

  test("too low: nothing is less than the floor", () => {
    const { below, above, reason } = solve(
      "c2s.amount",
      { total: "0" },
      { schedule: "fr.proposal.2024-02-08" },
    );
    expect([below, above?.value, reason?.code]).toEqual([null, "5.00", "too-low"]);
  });

  test("too high: a rate has a limit", () => {
    const { below, above, reason } = solve("zone.year-3+.rate", { change: "1000000" });
    expect([below?.value, above, reason?.code]).toEqual(["9999%", null, "too-high"]);
  });

  test("a rate under the highest is not flat: it is paid once it is the highest", () => {
    const readings = { "zone-and-age": "highest" };
    const found = solve("age67.rate", { change: "250" }, { readings });
    expect([found.exact, found.above?.value]).toEqual([true, "20%"]);
  });
});

test("is static, and frozen", () => {
  const found = solve("c2s.amount", { change: "1" });
  expect([found.isStatic, Object.isFrozen(found), Object.isFrozen(found.below)]).toEqual([
    true,
    true,
    true,
  ]);
});

test("each side of a solution put back gives exactly its rest", () => {
  const path = fc.constantFrom(
    "c2s.amount",
    "base.7-74.amount",
    "zone.year-3+.rate",
    ["base.7-74.amount", "base.ald-80+.amount"],
    ["zone.year-3+.rate", "age67.rate", "c2s.amount"],
  );
  fc.assert(
    fc.property(path, fc.integer({ min: -50_000, max: 500_000 }), fc.boolean(), (of, by, isAll) => {
      const change = (by / 100).toFixed(2);
      const readings = isAll ? { "zone-and-age": "highest" } : {};
      const { below, above, target, exact } = solve(of, { change }, { readings });
      for (const side of [below, above].filter((one) => one !== null)) {
        const patch = side.values;
        const { totalCents } = computePanels(two, { year: 2026, readings, patch }).sums;
        expect((totalCents / 100).toFixed(2)).toBe(side.total);
        expect(Math.round(Number(side.rest) * 100)).toBe(
          totalCents - Math.round(Number(target) * 100),
        );
      }
      if (below && !exact) expect(Number(below.rest)).toBeLessThan(0);
      if (above && !exact) expect(Number(above.rest)).toBeGreaterThan(0);
    }),
    runs(400),
  );
});

test("before rounding a total is affine in an amount while the same lines are paid", () => {
  const rows = [
    { age: 40, ald: false, c2s: true, n: 33 },
    { age: 77, ald: true, c2s: false, n: 11 },
  ];
  const panels = one(rows, "ZIP");
  const total = (cents: number): number =>
    computePanels(panels, {
      year: 2026,
      patch: { "base.7-74.amount": (cents / 100).toFixed(2) },
    }).sums.totalCents;
  const exact = (cents: number): number => {
    const base = 33 * cents + 11 * 5500;
    return base + 33 * 1000 + base * 0.1;
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (cents) => {
      // One line is rounded: the zone's.
      expect(Math.abs(total(cents) - exact(cents))).toBeLessThanOrEqual(0.5 + 1e-6);
      const [p, q, r] = [exact(cents - 1), exact(cents), exact(cents + 1)];
      expect(r - q).toBeCloseTo(q - p, 6);
    }),
    runs(400),
  );
});

test("weights count", () => {
  const panels = panelsFromCounts([{ physicianId: "A", age: 40, ald: false, c2s: true, n: 1 }], {
    year: 2026,
  });
  const { below } = solveFor(panels, {
    year: 2026,
    path: "c2s.amount",
    target: { change: "10" },
    weights: [2.5],
  });
  expect([below?.value, below?.total]).toEqual(["14.00", "47.50"]); // 2.5 * (5 + 14)
  const compared = compareSchedules(panels, {
    year: 2026,
    b: { patch: below?.values ?? {} },
    weights: [2.5],
  });
  expect(compared.total.change).toBe("10.00");
});

table<Partial<SolveOptions>, readonly [string, string]>(
  "options of a solution that are refused",
  [
    ["a path to an age", { path: "base.7-74.when.age" }, ["INPUT_INVALID", "options.path"]],
    ["a path to nothing", { path: "base.8-74.amount" }, ["INPUT_INVALID", "options.path"]],
    [
      "a case without an amount",
      { path: "prevention.flu.amount" },
      ["PATCH_PATH_UNKNOWN", "options.path"],
    ],
    ["no path", { path: undefined as never }, ["INPUT_INVALID", "options.path"]],
    ["an empty list", { path: [] }, ["INPUT_INVALID", "options.path"]],
    ["a path twice", { path: ["c2s.amount", "c2s.amount"] }, ["INPUT_INVALID", "options.path"]],
    ["one of a list", { path: ["c2s.amount", "c2s"] }, ["INPUT_INVALID", "options.path[1]"]],
    ["no target", { target: undefined as never }, ["INPUT_INVALID", "options.target"]],
    ["two targets", { target: { total: "1", change: "1" } }, ["INPUT_INVALID", "options.target"]],
    ["a number", { target: { total: 5 as never } }, ["AMOUNT_INVALID", "options.target.total"]],
    ["another key", { target: { keep: "total" } as never }, ["KEY_UNKNOWN", "options.target.keep"]],
  ],
  (edits) => {
    const { code, path } = refused(() => solve("c2s.amount", { change: "1" }, edits));
    return [code, path];
  },
);
