import fc from "fast-check";
import { expect, test } from "vitest";
import {
  applyPatch,
  computeColumns,
  computePanels,
  computePhysician,
  getSchedule,
  panelsFromColumns,
  type PanelColumns,
  type Physician,
  type Schedule,
} from "../../src/index.ts";
import { times } from "../support/runs.ts";

const fmt = getSchedule("fr.fmt.2026");
/** The FMT with zones read on one of two days that follow each other. */
const schedules = {
  lastOf2025: applyPatch(fmt, { "reads.zoneOn": "31/12/N-1" }),
  firstOf2026: applyPatch(fmt, { "reads.zoneOn": "01/01/N" }),
};
const DAYS = ["2025-06-15", "2025-12-30", "2025-12-31", "2026-01-01", "2026-01-02", "2026-06-15"];

/** One patient of each physician, of 82 years and in ALD, who brings 100 euros. */
function oneEach(physicians: readonly Physician[]): PanelColumns {
  const fill = (value: number): Uint8Array => new Uint8Array(physicians.length).fill(value);
  return {
    physicianId: Int32Array.from(physicians, (_, i) => i),
    age: fill(82),
    ald: fill(1),
    c2s: fill(0),
  };
}
const patients = [{ age: 82, ald: true, c2s: false }];

/** Cents of each physician under each schedule: in one pass, and from panels of the first one. */
function everyWay(physicians: readonly Physician[]): number[][] {
  const columns = oneEach(physicians);
  const given = { physicians, match: "index", year: 2026 } as const;
  const panels = panelsFromColumns(columns, { ...given, schedule: schedules.lastOf2025 });
  return Object.values(schedules).map((schedule: Schedule) => {
    const inOnePass = [...computeColumns(columns, { ...given, schedule }).totalCents];
    const priced = computePanels(panels, { year: 2026, schedule });
    expect([...priced.totalCents]).toEqual(inOnePass);
    const byRows = physicians.map((physician) =>
      computePhysician({ physician, patients }, { year: 2026, schedule }),
    );
    expect(physicians.map((_, i) => priced.statement(i))).toEqual(byRows);
    expect(byRows.map(({ total }) => Math.round(Number(total) * 100))).toEqual(inOnePass);
    return inOnePass;
  });
}

test("a zone that ends on the day of one schedule is not that of the day after", () => {
  const zone = [
    { value: "ZIP", until: "2025-12-31" },
    { value: "none", from: "2026-01-01" },
  ] as const;
  const other = [
    { value: "none", until: "2025-12-31" },
    { value: "QPV", from: "2026-01-01" },
  ] as const;
  const physicians = [
    { id: "a", zone },
    { id: "b", zone: other },
    { id: "c", zone: "ZIP" },
  ];
  const [plain, zoned] = [100_00, 100_00 + 10_00]; // 10% more in a zone
  expect(everyWay(physicians as readonly Physician[])).toEqual([
    [zoned, plain, zoned],
    [plain, zoned, zoned],
  ]);
});

/** Two values in turn, or a gap before the second. */
function inTurn<Value>(...values: Value[]): fc.Arbitrary<unknown> {
  const value = fc.constantFrom(...values);
  const change = fc.integer({ min: 1, max: DAYS.length - 1 });
  return fc.oneof(
    value,
    fc.tuple(value, value, change, fc.boolean()).map(([first, second, at, hasGap]) => [
      { value: first, until: DAYS[hasGap ? Math.max(0, at - 2) : at - 1] },
      { value: second, from: DAYS[at] },
    ]),
  );
}

test("facts of physicians in turn pay in columns, from panels and by rows alike", () => {
  const physician = fc.record({
    zone: inTurn("ZIP", "QPV", "none"),
    contract: inTurn(true, false),
    sector: inTurn("1", "2", "2-optam"),
  });
  fc.assert(
    fc.property(fc.array(physician, { minLength: 1, maxLength: 12 }), (facts) => {
      everyWay(facts.map((one, i) => ({ id: `${i}`, ...one }) as Physician));
    }),
    times(4),
  );
});
