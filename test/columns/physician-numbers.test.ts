import { Int32, makeVector, Uint32, Vector, vectorFromArray } from "apache-arrow";
import { expect, test } from "vitest";
import {
  panelsFromColumns,
  computeColumns,
  type Column,
  type ErrorCode,
  type Physician,
} from "../../src/index.ts";
import { table } from "../support/table.ts";

/** Whom a list names, how many patients each has, and why others have nobody; both ways of reading columns must say the same. */
interface Named {
  readonly ids: readonly (string | null)[];
  readonly patients: readonly number[];
  readonly refused: Partial<Record<ErrorCode, number>>;
}

function named(
  physician: Column,
  options: { physicians?: readonly Physician[]; match?: "id" | "index" } = {},
): Named {
  const rows = physician.length;
  const columns = {
    physicianId: physician,
    age: new Uint8Array(rows).fill(40),
    ald: new Uint8Array(rows),
    c2s: new Uint8Array(rows),
  };
  const { physicianIds, patients, rejected } = computeColumns(columns, { year: 2026, ...options });
  const panels = panelsFromColumns(columns, { year: 2026, ...options });
  expect([panels.physicianIds, panels.patients, panels.rejected]).toEqual([
    physicianIds,
    patients,
    rejected,
  ]);
  return { ids: physicianIds, patients: [...patients], refused: rejected.byCode };
}

const by = (ids: Named["ids"], ...patients: number[]): Named => ({ ids, patients, refused: {} });
const pieces = (...all: Vector[]): Vector => new Vector(all.flatMap(({ data }) => data));

/** A vector as another library may give it, of pieces whose numbers are not alike. */
function unlike(...all: readonly { readonly length: number }[]): Column {
  const data = all.map((values) => ({
    type: { typeId: 2 },
    length: values.length,
    offset: 0,
    nullCount: 0,
    values: values as ArrayLike<unknown>,
  }));
  return { length: all.reduce((sum, { length }) => sum + length, 0), data, get: () => undefined };
}

table<Column, Named>(
  "a number of a physician is his name",
  [
    ["in bytes", Uint8Array.of(7, 7, 200), by(["7", "200"], 2, 1)],
    ["in bytes, below 0", Int8Array.of(-7, 7, -7), by(["-7", "7"], 2, 1)],
    ["in 16 bits", Int16Array.of(-300, 300, 300), by(["-300", "300"], 1, 2)],
    ["in 32 bits, below 0", Int32Array.of(-1, 5, 5, -1), by(["-1", "5"], 2, 2)],
    [
      "in 32 bits, beginning within others",
      Int32Array.of(9, 1, 1, 2, 2, 2, 1).subarray(1),
      by(["1", "2"], 3, 3),
    ],
    [
      "in 32 bits without a sign",
      Uint32Array.of(4_294_967_295, 7, 2_147_483_649, 4_294_967_295),
      by(["4294967295", "7", "2147483649"], 2, 1, 1),
    ],
    [
      "the middle one of 32 bits",
      Uint32Array.of(2_147_483_648, 7, 2_147_483_648),
      by(["2147483648", "7"], 2, 1),
    ],
    ["the lowest of 32 bits", Int32Array.of(-2_147_483_648, 7), by(["-2147483648", "7"], 1, 1)],
    [
      "in pieces",
      pieces(makeVector(Int32Array.of(1, 2)), makeVector(Int32Array.of(2, 3))),
      by(["1", "2", "3"], 1, 2, 1),
    ],
    [
      "in pieces without a sign",
      pieces(makeVector(Uint32Array.of(1)), makeVector(Uint32Array.of(4_294_967_295, 1))),
      by(["1", "4294967295"], 2, 1),
    ],
    [
      "in pieces with and without a sign",
      unlike(Uint32Array.of(4_294_967_295, 1), Int32Array.of(-1, 1)),
      by(["4294967295", "1", "-1"], 1, 2, 1),
    ],
    [
      "in pieces without and with fractions",
      unlike(Int32Array.of(1), Float64Array.of(1.5, 1)),
      by(["1", "1.5"], 2, 1),
    ],
  ],
  named,
);

table<Column, Named>(
  "a number that is null names nobody",
  [
    [
      "in 32 bits",
      vectorFromArray([5, null, 5], new Int32()),
      { ...by(["5"], 2), refused: { PHYSICIAN_MISSING: 1 } },
    ],
    [
      "in 32 bits without a sign",
      vectorFromArray([5, null, 4_294_967_295], new Uint32()),
      { ...by(["5", "4294967295"], 1, 1), refused: { PHYSICIAN_MISSING: 1 } },
    ],
    [
      "in pieces, of which one has nulls",
      pieces(makeVector(Int32Array.of(1, 2)), vectorFromArray([null, 2], new Int32())),
      { ...by(["1", "2"], 1, 2), refused: { PHYSICIAN_MISSING: 1 } },
    ],
  ],
  named,
);

const three = [{ id: "a" }, { id: "b" }, { id: "c" }];

/** The same places one after the other, and again and again: the first rows of a list tell how it is read. */
const many = (...places: number[]): number[] => Array.from({ length: 20 }, () => places).flat();

table<Column, Named>(
  "a place in the array of physicians that is not there is told as such",
  [
    [
      "in bytes, after the last",
      Uint8Array.of(0, 2, 3),
      { ...by(["a", "b", "c"], 1, 0, 1), refused: { PHYSICIAN_UNKNOWN: 1 } },
    ],
    [
      "below 0",
      Int8Array.of(0, -1, -2, -3, -4),
      { ...by(["a", "b", "c"], 1, 0, 0), refused: { PHYSICIAN_UNKNOWN: 4 } },
    ],
    [
      "below 0, in a shuffled list",
      Int32Array.from(many(0, -1, -2, -3, -4, 3)),
      { ...by(["a", "b", "c"], 20, 0, 0), refused: { PHYSICIAN_UNKNOWN: 100 } },
    ],
    [
      "the lowest of 32 bits",
      Int32Array.of(0, -2_147_483_648),
      { ...by(["a", "b", "c"], 1, 0, 0), refused: { PHYSICIAN_UNKNOWN: 1 } },
    ],
    [
      "the middle one of 32 bits, in a shuffled list",
      Uint32Array.from(many(0, 2_147_483_648)),
      { ...by(["a", "b", "c"], 20, 0, 0), refused: { PHYSICIAN_UNKNOWN: 20 } },
    ],
    [
      "and one that is null",
      vectorFromArray([1, null], new Int32()),
      { ...by(["a", "b", "c"], 0, 1, 0), refused: { PHYSICIAN_MISSING: 1 } },
    ],
  ],
  (places) => named(places, { physicians: three, match: "index" }),
);

test("strangers and refused physicians are told apart in a shuffled list", () => {
  const physicians = [{ id: 5 }, { id: 6, zone: "moon" as "ZIP" }];
  expect(named(Int32Array.from(many(5, 6, 7)), { physicians })).toEqual({
    ids: ["5"],
    patients: [20],
    refused: { PHYSICIAN_REFUSED: 20, PHYSICIAN_UNKNOWN: 20 },
  });
});

test("places in a vector without pieces are of an empty list", () => {
  const none: Column = { length: 0, data: [], get: () => undefined };
  expect(
    computeColumns(
      { physicianId: none, age: none, ald: none, c2s: none },
      { year: 2026, physicians: three, match: "index" },
    ).physicianIds,
  ).toEqual(["a", "b", "c"]);
});
