import { Bool, makeVector, Vector, vectorFromArray } from "apache-arrow";
import { expect, test } from "vitest";
import {
  panelsFromColumns,
  computeColumns,
  computePanels,
  type ErrorCode,
  type PanelColumns,
} from "../../src/index.ts";
import { refused, why } from "../support/refused.ts";
import { table } from "../support/table.ts";

/** Five patients without ALD nor C2S; a row of a test says another way of telling the same, or more. */
const five = { age: [40, 82, 5, 75, 129], ald: new Uint8Array(5), c2s: new Uint8Array(5) };
const plain = 5 + 55 + 15 + 15 + 55;

/** Euros of the only physician, and how many rows are refused; both ways of reading columns must say the same. */
function euros(columns: object): readonly [euros: number, refused: number] {
  const year = 2026;
  const list = { ...five, ...columns } as PanelColumns;
  const { totalCents, rejected: rows } = computeColumns(list, { year });
  const panels = panelsFromColumns(list, { year });
  expect([computePanels(panels, { year }).totalCents, panels.rejected]).toEqual([totalCents, rows]);
  return [(totalCents[0] as number) / 100, rows.rows];
}

const ages = Uint8Array.of(0, 40, 82, 5, 75, 129);
const pieces = (...all: Vector[]): Vector => new Vector(all.flatMap(({ data }) => data));

table<object, readonly [number, number]>(
  "an age is the same whatever it stands in",
  [
    ["bytes that begin within others", { age: ages.subarray(1) }, [plain, 0]],
    [
      "bytes that are cut to what they hold",
      { age: Uint8ClampedArray.from(ages).subarray(1) },
      [plain, 0],
    ],
    ["bytes that are cut, alone", { age: Uint8ClampedArray.from(five.age) }, [plain, 0]],
    [
      "pieces of bytes",
      { age: pieces(makeVector(ages.slice(1, 3)), makeVector(ages.slice(3))) },
      [plain, 0],
    ],
    [
      "years of birth",
      { age: undefined, birthYear: five.age.map((years) => 2025 - years) },
      [plain, 0],
    ],
    [
      "years of birth in bytes, which are all too long ago",
      { age: undefined, birthYear: Uint8Array.from(five.age) },
      [0, 5],
    ],
  ],
  euros,
);

/** A vector of another library, in two pieces of a type that is not of numbers. */
function ofPieces(...pieces: readonly (readonly unknown[])[]): object {
  const values = pieces.flat();
  const data = pieces.map(({ length }) => ({
    type: { typeId: 99 },
    length,
    offset: 0,
    nullCount: 0,
    values: [],
  }));
  return { length: values.length, data, get: (i: number) => values[i] };
}

table<object, Partial<Record<ErrorCode, number>>>(
  "true is a C2S whose kind is not told, wherever it stands",
  [
    ["in an array", { c2s: [true, false, false, false, false] }, { C2S_KIND_MISSING: 1 }],
    [
      "after a null",
      { c2s: [null, true, false, false, true] },
      { C2S_MISSING: 1, C2S_KIND_MISSING: 2 },
    ],
    [
      "after a hole",
      { c2s: [undefined, true, false, false, false] },
      { C2S_MISSING: 1, C2S_KIND_MISSING: 1 },
    ],
    [
      "in bits",
      { c2s: vectorFromArray([true, false, false, true, false], new Bool()) },
      { C2S_KIND_MISSING: 2 },
    ],
    [
      "in a piece after one of nulls",
      { c2s: ofPieces([null, null], [true, false, false]) },
      { C2S_MISSING: 2, C2S_KIND_MISSING: 1 },
    ],
  ],
  (columns) =>
    computeColumns({ ...five, ...columns }, { year: 2025, readings: { "precarity-of": "free" } })
      .rejected.byCode,
);

test("true and 1 are each a C2S", () => {
  for (const c2s of [
    [true, false, false, false, false],
    [1, 0, 0, 0, 0],
  ])
    expect(euros({ c2s })).toEqual([plain + 10, 0]);
});

test("a list without rows, of which nothing is told, has no physician", () => {
  const none: object = { length: 0, data: [], get: () => undefined };
  for (const column of [[], new Uint8Array(), none]) {
    const columns = { age: column, ald: column, c2s: column } as PanelColumns;
    expect([
      computeColumns(columns, { year: 2026 }).physicianIds,
      panelsFromColumns(columns, { year: 2026 }).physicianIds,
    ]).toEqual([[], []]);
  }
});

test("an indicator may be called indicators, where a schedule asks for none", () => {
  const prevention = { mask: [0, 1, 1, 0, 0], indicators: Uint8Array.of(0, 1, 1, 0, 0) };
  expect(computeColumns({ ...five, prevention }, { year: 2024 }).rejected.rows).toBe(0);
});

test("what the bits of a mask are is a list that can be read", () => {
  const indicators = new Proxy([], {
    get: (list, key) => (key === Symbol.iterator ? undefined : Reflect.get(list, key)),
  });
  const reason = why(
    "INPUT_INVALID",
    "columns.prevention.indicators",
    "undefined",
    "une valeur qui se laisse lire",
    "a value that can be read",
  );
  expect(
    refused(() =>
      computeColumns({ ...five, prevention: { mask: [], indicators } }, { year: 2026 }),
    ),
  ).toEqual(reason);
});
