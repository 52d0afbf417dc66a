import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bounds,
  computePanels,
  panelsFromCounts,
  type BoundsOptions,
  type CountRow,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { runs } from "../support/runs.ts";

const year = 2026;
const table: CountRow[] = [
  { physicianId: "a", age: "7-74", ald: false, c2s: false, n: 60, prevention: 70 },
  { physicianId: "a", age: "7-74", ald: false, c2s: true, n: 10 },
  { physicianId: "a", age: "80+", ald: true, c2s: false, n: 30 },
  { physicianId: "b", age: "75-79", ald: false, c2s: false, n: 50 },
];
const physicians = [{ id: "a" }, { id: "b", zone: "ZIP", firstInstallation: "2016" }] as const;
const panels = panelsFromCounts(table, { year, physicians });
/** 60 x 5 + 10 x 5 + 30 x 100, 10 x 10, 70 x 5; 50 x 15 and 10 % of it. */
const counted = 300 + 50 + 3000 + 100 + 350 + (750 + 75);

const of = (unknown: BoundsOptions["unknown"]): (string | null)[][] =>
  bounds(panels, { year, unknown }).bounds.map(({ low, proportional, high }) => [
    low,
    proportional,
    high,
  ]);
const euros = (amount: number): string => amount.toFixed(2);

describe("a fact that is not known of a part of the patients", () => {
  test("prevention: 30 of 100 patients of a and 15 of 50 of b", () => {
    // High: 15 indicators of 5 EUR for 45 patients. In proportion: 70 / 0.7 = 100 actions.
    expect(of({ prevention: "30%" })).toEqual([
      [euros(counted), euros(counted + 30 * 5), euros(counted + 45 * 15 * 5)],
    ]);
  });

  test("C2S: 20 of 100 and 10 of 50, where 10 of the 80 known of a have it", () => {
    // In proportion: 20 x 10 / 80 = 2.5 more.
    expect(of({ c2s: "20%" })).toEqual([
      [euros(counted), euros(counted + 2.5 * 10), euros(counted + 30 * 10)],
    ]);
  });

  test("seen: the dearest were not, at least; nobody known was not, in proportion", () => {
    // 20 of 80 or over in ALD lose 95; 10 of 75 to 79 lose 10, and the uplift of 10 % on it.
    expect(of({ seen: "20%" })).toEqual([
      [euros(counted - 20 * 95 - 10 * 10 * 1.1), euros(counted), euros(counted)],
    ]);
  });

  test("all together are the sum, where one says nothing of another", () => {
    const [seen, c2s, prevention, all] = of({ prevention: "30%", c2s: "20%", seen: "20%" });
    for (const i of [0, 1, 2]) {
      const changes = [seen, c2s, prevention].map((one) => Number(one?.[i]) - counted);
      expect(all?.[i]).toBe(euros(counted + changes.reduce((x, y) => x + y, 0)));
    }
  });

  test("of nobody known nothing is like the rest: null, and no row", () => {
    const none = panelsFromCounts(table.slice(3), { year });
    const result = bounds(none, { year, unknown: { prevention: "100%" } });
    expect(result.bounds[0]).toMatchObject({ low: "750.00", proportional: null, high: "4500.00" });
    expect(result.rows()).toEqual([
      { unknown: "prevention", bound: "low", total: 750, change: 0 },
      { unknown: "prevention", bound: "high", total: 4500, change: 3750 },
    ]);
  });

  test("a list that tells who was seen: in proportion to those who were", () => {
    // Of 100, 20 are unknown and counted as seen: 60 of 80 known are, so 5 of 20 were not.
    const told = panelsFromCounts(
      [
        { age: "80+", ald: true, c2s: false, seen: true, n: 80 },
        { age: "80+", ald: true, c2s: false, seen: false, n: 20 },
      ],
      { year },
    );
    const [one] = bounds(told, { year, unknown: { seen: "20%" } }).bounds;
    expect([one?.low, one?.proportional, one?.high]).toEqual([
      euros(60 * 100 + 40 * 5),
      euros(75 * 100 + 25 * 5),
      euros(80 * 100 + 20 * 5),
    ]);
  });
});

test("it says what it takes the unknown for, that it is static, and is frozen", () => {
  const result = bounds(panels, { year, unknown: { c2s: "20%" } });
  expect(result).toMatchObject({ isStatic: true, counted: euros(counted) });
  expect(result.bounds[0]?.assumption.fr).toContain("en proportion");
  expect(Object.isFrozen(result.bounds[0])).toBe(true);
  expect(JSON.parse(JSON.stringify(result))).not.toHaveProperty("rows");
});

test.each<[string, object, string]>([
  ["no unknown fact", {}, "INPUT_INVALID options.unknown"],
  ["a fact that is none", { ald: "10%" }, "KEY_UNKNOWN options.unknown.ald"],
  ["a number", { c2s: 0.3 }, "INPUT_INVALID options.unknown.c2s"],
  ["more than all", { c2s: "101%" }, "INPUT_INVALID options.unknown.c2s"],
  ["more than are counted so", { c2s: "95%" }, "INPUT_INVALID options.unknown.c2s"],
])("refuses %s", (_, unknown, expected) => {
  const { code, path } = refused(() => bounds(panels, { year, unknown }));
  expect(`${code} ${path}`).toBe(expected);
});

test("refuses an unknown C2S whose worth depends on who has it", () => {
  const readings = { "not-seen-c2s": "lost" };
  const some = [
    { age: 80, ald: true, c2s: false, seen: true, n: 3 },
    { age: 80, ald: true, c2s: false, seen: false, n: 3 },
  ];
  const told = panelsFromCounts(some, { year });
  const act = (): unknown => bounds(told, { year, readings, unknown: { c2s: "50%" } });
  expect(refused(act).code).toBe("MARGIN_CROSSED");
});

test("whoever the unknown patients are, the total is between low and high", () => {
  const sort = fc.record({
    age: fc.constantFrom(3, 40, 76, 85),
    ald: fc.boolean(),
    c2s: fc.boolean(),
    isUnseen: fc.boolean(),
    hasC2s: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(sort, { minLength: 20, maxLength: 20 }), (patients) => {
      const rowsOf = (isTrue: boolean): CountRow[] =>
        patients.map(({ age, ald, c2s, isUnseen, hasC2s }, i) => ({
          age,
          ald,
          c2s: i < 5 ? isTrue && hasC2s : c2s,
          seen: i < 5 ? !(isTrue && isUnseen) : !isUnseen,
          n: 1,
        }));
      const physician = [{ zone: "ZIP", firstInstallation: "2025-02-01" }] as const;
      const options = { year, physicians: physician };
      const unknown = { seen: "25%", c2s: "25%" };
      const result = bounds(panelsFromCounts(rowsOf(false), options), { year, unknown });
      const all = result.bounds.find((one) => one.unknown === "all");
      const truth = computePanels(panelsFromCounts(rowsOf(true), options), { year }).sums
        .totalCents;
      expect(truth).toBeGreaterThanOrEqual(Number(all?.low) * 100);
      expect(truth).toBeLessThanOrEqual(Number(all?.high) * 100);
    }),
    runs(200),
  );
});
