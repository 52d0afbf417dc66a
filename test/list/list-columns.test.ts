import { expect, test } from "vitest";
import { ListColumns, type KeptRows } from "../../src/list/list-columns.ts";

const kept: KeptRows = { cells: [11, 22, 33], prevention: [undefined, 4, ["flu"]] };

/** What the columns hold of their first rows. */
const held = (columns: ListColumns, size: number): object => ({
  cells: [...columns.cells].slice(0, size),
  actions: [...columns.actions].slice(0, size),
  rows: [...columns.rows].slice(0, size),
  ids: columns.ids.slice(0, size),
  indicators: [...columns.indicators],
});

test("rows from a first to an end are added, and nothing is written after them", () => {
  const columns = new ListColumns(8);
  expect(columns.add(5, "x", 1, 100)).toBe(0);
  expect(columns.addAll(kept, Int32Array.of(0, 1, 2, 1, 2), 1, 4, 200)).toBe(1);
  expect(held(columns, 8)).toEqual({
    cells: [5, 22, 33, 22, 0, 0, 0, 0],
    actions: [1, 4, 0, 4, 0, 0, 0, 0],
    rows: [100, 200, 201, 202, 0, 0, 0, 0],
    ids: ["x", null, null, null, ...Array<undefined>(4).fill(undefined)],
    indicators: [[2, ["flu"]]],
  });
  expect(columns.addAll(kept, Int32Array.of(2, 1), 0, 2, 7)).toBe(4);
  expect(held(columns, 6)).toMatchObject({
    cells: [5, 22, 33, 22, 33, 22],
    rows: [100, 200, 201, 202, 7, 8],
    indicators: [
      [2, ["flu"]],
      [4, ["flu"]],
    ],
  });
});

test("no rows are added from an end on, nor is anything written", () => {
  const columns = new ListColumns(2);
  expect(columns.addAll(kept, Int32Array.of(1, 1), 1, 1, 9)).toBe(0);
  expect(held(columns, 2)).toMatchObject({ cells: [0, 0], actions: [0, 0], rows: [0, 0] });
  expect(columns.ids).toEqual([undefined, undefined]);
});

test("columns keep what they hold when they grow past the number that is expected", () => {
  const columns = new ListColumns();
  const numbers = Array.from({ length: 5000 }, (_, i) => i);
  for (const i of numbers) expect(columns.add(i, `${i}`, i % 200, i + 7)).toBe(i);
  expect(held(columns, 5000)).toEqual({
    cells: numbers,
    actions: numbers.map((i) => i % 200),
    rows: numbers.map((i) => i + 7),
    ids: numbers.map((i) => `${i}`),
    indicators: [],
  });
});

test("columns that keep no rows hold the facts alone", () => {
  const columns = new ListColumns(1, false);
  columns.add(5, "x", 3, 100);
  columns.addAll(kept, Int32Array.of(2, 1), 0, 2, 7);
  expect(held(columns, 3)).toEqual({
    cells: [5, 33, 22],
    actions: [3, 0, 4],
    rows: [],
    ids: [],
    indicators: [[1, ["flu"]]],
  });
});

test("columns of as many rows as expected do not grow", () => {
  const columns = new ListColumns(3);
  columns.addAll(kept, Int32Array.of(0, 0, 0), 0, 3, 0);
  expect([columns.cells, columns.rows, columns.actions].map((one) => one.length)).toEqual([
    3, 3, 3,
  ]);
  expect(columns.ids).toEqual([null, null, null]);
});
