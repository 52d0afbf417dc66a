import fc from "fast-check";
import { expect, test } from "vitest";
import {
  computeColumns,
  computePanels,
  computePhysicians,
  panelsFromColumns,
  panelsFromCounts,
  type PanelColumns,
  type Patient,
} from "../../src/index.ts";
import { times } from "../support/runs.ts";
import { columnsOf, patientOf, worlds, type Row, type World } from "./worlds.ts";

const options = { year: 2026 };

/** What became of the rows of a list, as every way of reading columns says it. */
function countsOf(columns: PanelColumns): unknown {
  const { counts } = computeColumns(columns, options);
  const panels = panelsFromColumns(columns, options);
  expect(panels.counts).toEqual(counts);
  expect(computePanels(panels, options).counts).toEqual(counts);
  return counts;
}

test("a list of which every row is computed", () => {
  expect(countsOf({ age: [82, 40], ald: [0, 0], c2s: [0, 0] })).toEqual({
    read: 2,
    computed: 2,
    leftOut: 0,
    rejected: 0,
    reasons: { leftOut: {}, rejected: {} },
  });
});

test("who is born after the reference day is left out, and everything else of a list is not", () => {
  const columns = {
    birthYear: Int16Array.of(2026, 2025, 2027, 1985, 1985, 9999),
    ald: Uint8Array.of(0, 0, 9, 0, 7, 0),
    c2s: Uint8Array.of(0, 0, 0, 0, 9, 0),
  };
  expect(countsOf(columns)).toEqual({
    read: 6,
    computed: 2,
    leftOut: 3,
    rejected: 1,
    reasons: { leftOut: { unborn: 3 }, rejected: { ALD_INVALID: 1, C2S_INVALID: 1 } },
  });
  const { rejected, totalCents } = computeColumns(columns, options);
  expect(rejected.listed.map(({ index }) => index)).toEqual([4]);
  expect([...totalCents]).toEqual([1500 + 500]);
});

test("rows of a physician who is not known count in the result only", () => {
  const columns = {
    physicianId: ["a", "x", "a", "x"],
    birthYear: [2026, 2026, 1985, 1985],
    ald: [0, 0, 0, 0],
    c2s: [0, 0, 0, 0],
  };
  const panels = panelsFromColumns(columns, { ...options, physicians: [{ id: "a" }] });
  const { counts, statement } = computePanels(panels, options);
  expect(counts).toEqual({
    read: 4,
    computed: 1,
    leftOut: 2,
    rejected: 1,
    reasons: { leftOut: { unborn: 2 }, rejected: { PHYSICIAN_UNKNOWN: 1 } },
  });
  expect(statement(0).counts).toEqual({
    read: 2,
    computed: 1,
    leftOut: 1,
    rejected: 0,
    reasons: { leftOut: { unborn: 1 }, rejected: {} },
  });
});

test("patients whom a move makes unborn are left out", () => {
  const columns = {
    physicianId: ["a", "a", "b", "b"],
    birthYear: [2025, 2024, 2026, 2024],
    ald: [0, 0, 0, 0],
    c2s: [0, 0, 0, 0],
  };
  const panels = panelsFromColumns(columns, options);
  const earlier = computePanels(panels, { year: 2025, schedule: "fr.fmt.2026", move: true });
  expect(earlier.counts).toMatchObject({ read: 4, computed: 2, leftOut: 2, rejected: 0 });
  expect(earlier.counts.reasons.leftOut).toEqual({ unborn: 2 });
  const each = [0, 1].map((i) => earlier.statement(i).counts);
  expect(each.map(({ read, computed, leftOut }) => [read, computed, leftOut])).toEqual([
    [2, 1, 1],
    [2, 1, 1],
  ]);
  expect(panels.counts).toMatchObject({ computed: 3, leftOut: 1 });
});

test("a table of counts is computed whole", () => {
  const table = [
    { age: 40, ald: false, c2s: false, n: 30 },
    { age: 82, ald: true, c2s: false, n: 12 },
  ];
  const panels = panelsFromCounts(table, options);
  const whole = {
    read: 42,
    computed: 42,
    leftOut: 0,
    rejected: 0,
    reasons: { leftOut: {}, rejected: {} },
  };
  expect(panels.counts).toEqual(whole);
  const { counts, statement } = computePanels(panels, options);
  expect([counts, statement(0).counts]).toEqual([whole, whole]);
});

/** Some rows are not born, some are wrong. */
function spoilt(row: Row, draw: number): Row {
  if (draw === 0) return { ...row, age: -1 };
  return draw === 1 ? { ...row, ald: 2 } : draw === 2 ? { ...row, age: -3, c2s: 4 } : row;
}

function objectOf(row: Row, world: World): Patient {
  const wrong = { ...(row.ald > 1 && { ald: row.ald }), ...(row.c2s > 3 && { c2s: row.c2s }) };
  return { ...patientOf(row, world), ...wrong } as unknown as Patient;
}

test("columns leave out and count what rows do, for each physician and for all", () => {
  fc.assert(
    fc.property(
      worlds,
      fc.array(fc.nat(15), { minLength: 200, maxLength: 200 }),
      (drawn, draws) => {
        const world: World = { ...drawn, forms: { ...drawn.forms, age: "birthYear" } };
        const rows = world.rows.map((row, i) => spoilt(row, draws[i] as number));
        const { physicians } = world;
        const patients = rows.map((row) => objectOf(row, world));
        const byRows = computePhysicians({ physicians, patients }, world.options);
        const columns = columnsOf(rows, world);
        const given = { ...world.options, physicians };
        const priced = computePanels(panelsFromColumns(columns, given), world.options);
        expect(priced.counts).toEqual(byRows.counts);
        expect(computeColumns(columns, given).counts).toEqual(byRows.counts);
        expect(physicians.map((_, i) => priced.statement(i).counts)).toEqual(
          byRows.statements.map(({ counts }) => counts),
        );
      },
    ),
    times(2),
  );
});
