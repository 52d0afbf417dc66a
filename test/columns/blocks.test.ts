import { Dictionary, Int32, makeVector, Utf8, Vector, vectorFromArray } from "apache-arrow";
import { expect, test } from "vitest";
import {
  panelsFromColumns,
  computeColumns,
  computePanels,
  type Column,
  type PanelColumns,
} from "../../src/index.ts";
import { table } from "../support/table.ts";

/** A list is read 32,768 rows at a time; this one has five more, all of them patients over 80 in ALD. */
const BLOCK = 32_768;
const ROWS = BLOCK + 5;

/** Which of two physicians each patient has. */
const grouped = Uint8Array.from({ length: ROWS }, (_, row) => (row < 2 ? 0 : 1));
const shuffled = Uint8Array.from({ length: ROWS }, (_, row) => row % 2);

const ald = new Uint8Array(ROWS).fill(1, BLOCK);
const age = Uint8Array.from(ald, (isOld) => (isOld ? 82 : 40));
const c2s = new Uint8Array(ROWS);

/** A column cut after its third row, and within the last five. */
function cut(column: Vector): Vector {
  const edges = [0, 3, ROWS - 1, ROWS];
  return new Vector(edges.slice(1).flatMap((end, i) => column.slice(edges[i] as number, end).data));
}

const textOf = (who: Uint8Array): string[] => Array.from(who, (one) => `dr-${one}`);

function totals(columns: object): number[][] {
  const list = { age, ald, c2s, ...columns } as PanelColumns;
  const { totalCents, patients, rejected } = computeColumns(list, { year: 2026 });
  const panels = panelsFromColumns(list, { year: 2026 });
  expect([...computePanels(panels, { year: 2026 }).totalCents]).toEqual([...totalCents]);
  expect([...panels.patients]).toEqual([...patients]);
  expect(rejected.rows).toBe(0);
  return [[...patients], [...totalCents]];
}

type ColumnOf = (who: Uint8Array) => Column;

const forms: readonly (readonly [string, ColumnOf])[] = [
  ["texts", textOf],
  ["bytes", (who) => who],
  ["16 bits", (who) => Int16Array.from(who)],
  ["32 bits", (who) => Int32Array.from(who)],
  ["32 bits in pieces", (who) => cut(makeVector(Int32Array.from(who)))],
  [
    "a dictionary in pieces",
    (who) => cut(vectorFromArray(textOf(who), new Dictionary(new Utf8(), new Int32()))),
  ],
];

table<ColumnOf, number[][]>(
  "the patients of one physician, then those of another to the last",
  forms.map(([name, columnOf]) => [
    name,
    columnOf,
    [
      [2, BLOCK - 2 + 5],
      [2 * 5 * 100, ((BLOCK - 2) * 5 + 5 * 100) * 100],
    ],
  ]),
  (columnOf) => totals({ physicianId: columnOf(grouped) }),
);

table<ColumnOf, number[][]>(
  "the patients of two physicians by turns",
  forms.map(([name, columnOf]) => [
    name,
    columnOf,
    [
      [BLOCK / 2 + 3, BLOCK / 2 + 2],
      [((BLOCK / 2) * 5 + 3 * 100) * 100, ((BLOCK / 2) * 5 + 2 * 100) * 100],
    ],
  ]),
  (columnOf) => totals({ physicianId: columnOf(shuffled) }),
);

test("the newborns of two physicians by turns", () => {
  const newborns = { physicianId: shuffled, age: new Uint8Array(ROWS), ald: new Uint8Array(ROWS) };
  expect(totals(newborns)).toEqual([
    [BLOCK / 2 + 3, BLOCK / 2 + 2],
    [(BLOCK / 2 + 3) * 15 * 100, (BLOCK / 2 + 2) * 15 * 100],
  ]);
});

const flu = ald;
const all = (BLOCK * 5 + 5 * 100) * 100;

table<object, number[][]>(
  "the patients of a physician without a name",
  [
    ["as bytes", {}, [[ROWS], [all]]],
    [
      "as years of birth",
      { age: undefined, birthYear: Int16Array.from(age, (years) => 2025 - years) },
      [[ROWS], [all]],
    ],
    [
      "as longer numbers",
      { age: Float64Array.from(age), ald: Int32Array.from(ald) },
      [[ROWS], [all]],
    ],
    [
      "with a number of actions",
      { prevention: Int16Array.from(flu, (done) => 2 * done) },
      [[ROWS], [all + 5 * 2 * 5 * 100]],
    ],
    ["with an indicator", { prevention: { hpv: c2s, flu } }, [[ROWS], [all + 5 * 5 * 100]]],
    [
      "with a mask",
      {
        prevention: { mask: Int32Array.from(flu, (done) => 2 * done), indicators: ["hpv", "flu"] },
      },
      [[ROWS], [all + 5 * 5 * 100]],
    ],
  ],
  totals,
);
