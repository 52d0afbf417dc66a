import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  followUp,
  panelsFromColumns,
  panelsFromCounts,
  type FollowUpOptions,
  type Panels,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { times } from "../support/runs.ts";

const year = 2026;
/** Physicians of 100, 200, 300... patients, a tenth of them of 82 years and in ALD. */
function panelsOf(physicians: number): Panels {
  return panelsFromCounts(
    Array.from({ length: physicians }, (_, i) => [
      { physicianId: `m${i}`, age: "7-74", ald: false, c2s: false, seen: true, n: 90 * (i + 1) },
      { physicianId: `m${i}`, age: "80+", ald: true, c2s: true, seen: false, n: 10 * (i + 1) },
    ]).flat(),
    { year },
  );
}
const by = (values: readonly string[]): FollowUpOptions => ({ by: { key: "departement", values } });

test("of all: sizes 100 to 500, a tenth in ALD, on the C2S, of 80 and over, not seen", () => {
  expect(followUp(panelsOf(5))).toEqual({
    referenceDate: "2025-12-31",
    by: null,
    all: {
      physicians: 5,
      patients: 1500,
      listSize: { mean: 300, median: 300 },
      shares: { ald: 0.1, c2s: 0.1, aged80: 0.1, seen: 0.9 },
      prevention: null,
      aldWithoutPhysician: null,
    },
    groups: [],
    least: 5,
  });
});

test("the median of six is the third size, without interpolation", () => {
  expect(followUp(panelsOf(6)).all.listSize).toEqual({ mean: 350, median: 300 });
});

test("prevention: validations for each hundred patients", () => {
  const physicianId = Array.from({ length: 50 }, (_, i) => `m${i % 5}`);
  const panels = panelsFromColumns(
    {
      physicianId,
      age: new Uint8Array(50).fill(66),
      ald: new Uint8Array(50),
      c2s: new Uint8Array(50),
      prevention: {
        flu: Uint8Array.from(physicianId.keys(), (i) => (i < 20 ? 1 : 0)),
        hpv: new Uint8Array(50),
      },
    } as never,
    { year },
  );
  expect(followUp(panels).all.prevention).toEqual({ flu: 40, hpv: 0 });
});

test("what a list does not tell is null: seen, and an age band across 80", () => {
  const panels = panelsFromCounts(
    ["a", "b", "c", "d", "e"].map((physicianId) => ({
      physicianId,
      age: "70-89",
      ald: true,
      c2s: false,
      n: 10,
    })),
    {
      year,
      schedule: "fr.fmt.2026",
      patch: { "base.ald-0-79.when.age": "0-69", "base.ald-80+.when.age": "70+" },
    },
  );
  expect(followUp(panels).all.shares).toEqual({ ald: 1, c2s: 0, aged80: null, seen: null });
});

describe("groups", () => {
  const panels = panelsOf(12);
  const values = ["01", "01", "01", "01", "01", "02", "02", "02", "02", "02", "2A", "2A"];

  test("of fewer than five are put together, with the smallest of the others", () => {
    const { groups } = followUp(panels, by(values));
    expect(groups.map((group) => [group.values, group.physicians, group.patients])).toEqual([
      [["02"], 5, 600 + 700 + 800 + 900 + 1000],
      [["01", "2A"], 7, 100 + 200 + 300 + 400 + 500 + 1100 + 1200],
    ]);
  });

  test("never have fewer than five, and sum to the whole: nothing is left to subtract", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 5, max: 40 })
          .chain((n) =>
            fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: n, maxLength: n }),
          ),
        (drawn) => {
          const { all, groups } = followUp(panelsOf(drawn.length), by(drawn));
          for (const { physicians } of groups) expect(physicians).toBeGreaterThanOrEqual(5);
          const sum = (of: "physicians" | "patients"): number =>
            groups.reduce((before, group) => before + group[of], 0);
          expect([sum("physicians"), sum("patients")]).toEqual([all.physicians, all.patients]);
          expect(groups.flatMap((group) => group.values).sort()).toEqual(
            [...new Set(drawn)].sort(),
          );
        },
      ),
      times(20),
    );
  });

  test("have their patients in ALD without a médecin traitant, if told of each value", () => {
    const aldWithoutPhysician = { all: 780, groups: { "01": 100, "02": 400 } };
    const { all, groups } = followUp(panels, { ...by(values), aldWithoutPhysician });
    // 7,800 patients, 780 of them in ALD: half of all who are in ALD have nobody.
    expect(all.aldWithoutPhysician).toEqual({ patients: 780, share: 0.5 });
    expect(groups.map((group) => group.aldWithoutPhysician)).toEqual([
      { patients: 400, share: 0.5 },
      null,
    ]);
  });
});

test.each([
  ["four physicians", 4, {}, "PHYSICIANS_TOO_FEW"],
  ["a value too few", 6, by(["a", "b"]), "INPUT_INVALID"],
  ["a key without values", 6, { by: { key: "departement" } }, "INPUT_INVALID"],
  ["a text", 6, { by: "departement" }, "INPUT_INVALID"],
  ["a count that is none", 6, { aldWithoutPhysician: { all: -1 } }, "COUNT_INVALID"],
  [
    "a count of an unknown group",
    6,
    { aldWithoutPhysician: { groups: { "99": 1 } } },
    "INPUT_INVALID",
  ],
  ["a misspelt key", 6, { groupBy: {} }, "KEY_UNKNOWN"],
])("refuses %s", (_, physicians, options, code) => {
  expect(refused(() => followUp(panelsOf(physicians), options as never)).code).toBe(code);
});

test("weighted counts have the sizes and shares of their weights", () => {
  const table = ["a", "b", "c", "d", "e"].flatMap((physicianId) => [
    { physicianId, age: "7-74", ald: false, c2s: false, n: 7.5 },
    { physicianId, age: "80+", ald: true, c2s: false, n: 2.5 },
  ]);
  const { all } = followUp(panelsFromCounts(table, { year: 2026 }));
  expect([all.patients, all.listSize, all.shares.ald]).toEqual([
    50,
    { mean: 10, median: 10 },
    0.25,
  ]);
});
