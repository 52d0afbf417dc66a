import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compareSchedules,
  computePanels,
  panelsFromCounts,
  projectPanels,
  type CountRow,
  type ProjectOptions,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { runs } from "../support/runs.ts";

const year = 2026;
const one = (age: number | string, n: number, more: Partial<CountRow> = {}): CountRow => ({
  age,
  ald: false,
  c2s: false,
  n,
  ...more,
});
const of = (...table: CountRow[]) => panelsFromCounts(table, { year });

test("a closed list grows older, and says that nobody dies", () => {
  const panels = of(one(73, 10), one(79, 4, { ald: true }));
  const later = projectPanels(panels, { to: 2029 });
  expect([later.referenceYear, later.patients[0], later.isStatic]).toEqual([2028, 14, true]);
  expect(computePanels(later, { year: 2029 }).sums.totalCents).toBe(10 * 1500 + 4 * 10_000);
  expect(later.assumptions.map(({ en }) => en).join()).toMatch(/nobody dies.*nobody is born/);
  expect(later.assumptions.map(({ fr }) => fr).join()).toMatch(/personne ne meurt/);
  expect(later.years.map(({ referenceDate }) => referenceDate)).toEqual([
    "2026-12-31",
    "2027-12-31",
    "2028-12-31",
  ]);
});

test("the part of an age leaves before it grows older, to the millionth", () => {
  // 7 x 0.9 = 6.3, then at 80: 6.3 x 0.5 = 3.15
  const exits = { "0-79": "10%", "80+": "50%" };
  const later = projectPanels(of(one(79, 7)), { to: 2028, exits });
  expect(later.years).toEqual([
    { referenceDate: "2026-12-31", patients: 6.3, entered: 0, left: 0.7 },
    { referenceDate: "2027-12-31", patients: 3.15, entered: 0, left: 3.15 },
  ]);
  expect(computePanels(later, { year: 2028 }).totalCents[0]).toBe(3.15 * 5500);
});

test("who joins in a year is as old as told on its last day", () => {
  const later = projectPanels(of(one(40, 100)), { to: 2028, entries: [one(5, 2), one(6, 1)] });
  // Of the first year 2 are 6 and 1 is 7; of the second 3 are 5 and 6.
  expect(computePanels(later, { year: 2028 }).totalCents[0]).toBe(101 * 500 + 5 * 1500);
});

test("entries without a physician go by the size of the lists; with one, to theirs", () => {
  const panels = panelsFromCounts(
    [one(40, 30, { physicianId: "a" }), one(40, 10, { physicianId: "b" })],
    { year },
  );
  const patients = (entries: CountRow[]) => [
    ...projectPanels(panels, { to: 2027, entries }).patients,
  ];
  expect(patients([one(0, 3)])).toEqual([32.25, 10.75]);
  expect(patients([one(0, 3, { physicianId: "b" })])).toEqual([30, 13]);
});

test("each patient has as many prevention actions as before", () => {
  const panels = of(one(40, 100, { prevention: 40 }));
  const later = projectPanels(panels, { to: 2027, exits: { "0+": "25%" } });
  expect(computePanels(later, { year: 2027 }).totalCents[0]).toBe(75 * 500 + 30 * 500);
});

test("a band without an end stays as it is, and others grow into it", () => {
  const panels = of(one("80+", 10, { ald: true }), one(79, 3, { ald: true }));
  const later = projectPanels(panels, { to: 2029, exits: { "0-79": "0%", "80+": "10%" } });
  // 10 x 0.9³ + 3 x 0.9²
  expect(later.patients[0]).toBe(7.29 + 2.43);
  expect(computePanels(later, { year: 2029 }).totalCents[0]).toBe(97_200);
});

test("projected panels are panels: a schedule is compared on them", () => {
  const later = projectPanels(of(one(40, 100, { c2s: true })), { to: 2029 });
  const b = { patch: { "c2s.amount": "15" } };
  expect(compareSchedules(later, { year: 2029, b }).total.change).toBe("500.00");
  expect(Object.isFrozen(later.years[0])).toBe(true);
});

test.each<[string, object, string]>([
  ["a year before", { to: 2024 }, "INPUT_INVALID options.to"],
  ["an age without exits", { exits: { "0-79": "1%" } }, "INPUT_INVALID options.exits"],
  ["an age twice", { exits: { "0+": "1%", "80+": "2%" } }, "INPUT_INVALID options.exits.80+"],
  ["more than all", { exits: { "0+": "101%" } }, "INPUT_INVALID options.exits.0+"],
  ["an age that is none", { exits: { old: "1%" } }, "BAND_INVALID options.exits.old"],
  [
    "prevention of entries",
    { entries: [{ age: 0, prevention: 1 }] },
    "KEY_UNKNOWN options.entries[0].prevention",
  ],
  [
    "an entry without ALD",
    { entries: [{ age: 0, c2s: false, n: 1 }] },
    "ALD_MISSING options.entries[0].ald",
  ],
  ["an unknown option", { births: 3 }, "KEY_UNKNOWN options.births"],
])("refuses %s", (_, options, expected) => {
  const act = () => projectPanels(of(one(40, 1)), { to: 2027, ...options } as ProjectOptions);
  const { code, path } = refused(act);
  expect(`${code} ${path}`).toBe(expected);
});

test("refuses ages known as a band, and patients who grow too old", () => {
  const exits = { "0-84": "1%", "85+": "2%" };
  const code = (panels: ReturnType<typeof of>, options: object = {}) =>
    refused(() => projectPanels(panels, { to: 2027, ...options })).code;
  expect(code(of(one("7-74", 5)))).toBe("BAND_STRADDLES");
  expect(code(of(one("80+", 5)), { exits })).toBe("BAND_STRADDLES");
  expect(code(of(one(129, 5)))).toBe("AGE_INVALID");
});

test("closed and without exits, it is the list that is moved", () => {
  const rows = fc.array(
    fc.record({
      age: fc.integer({ min: 0, max: 100 }),
      ald: fc.boolean(),
      n: fc.integer({ min: 1, max: 90 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(rows, fc.integer({ min: 2026, max: 2029 }), (table, to) => {
      const panels = of(...table.map((row) => one(row.age, row.n, { ald: row.ald })));
      const moved = computePanels(panels, { year: to, move: true });
      const later = computePanels(projectPanels(panels, { to }), { year: to });
      expect(later.componentCents).toEqual(moved.componentCents);
    }),
    runs(200),
  );
});
