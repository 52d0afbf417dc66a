import { expect, test } from "vitest";
import {
  namesOf,
  valueAt,
  vectorOf,
  type ArrowPiece,
  type Vector,
} from "../../../src/panel/columns/vector.ts";
import {
  FLAGS,
  NONE,
  NOT_WHOLE,
  NULL,
  readWholes,
  type Truths,
} from "../../../src/panel/columns/whole.ts";
import { table } from "../../support/table.ts";

/** Every stretch of a column, each beside the row after its end, which is left as it was. */
function stretches(vector: Vector, truths: Truths = NONE): number[][] {
  const all: number[][] = [];
  for (let from = 0; from <= vector.length; from++) {
    for (let to = from; to <= vector.length; to++) {
      const out = new Int32Array(to - from + 1).fill(-9);
      readWholes(vector, from, to, out, truths);
      all.push([...out]);
    }
  }
  return all;
}

function stretchesOf(wholes: readonly number[]): number[][] {
  const froms = [...wholes, undefined].map((_, from) => from);
  return froms.flatMap((from) =>
    froms.filter((to) => to >= from).map((to) => [...wholes.slice(from, to), -9]),
  );
}

type Piece = Partial<ArrowPiece> & Pick<ArrowPiece, "length" | "values">;

/** A vector as Arrow lays it out, of pieces of a type. */
function ofPieces(typeId: number, pieces: readonly Piece[]): Vector {
  const data = pieces.map((piece) => ({ type: { typeId }, offset: 0, nullCount: 0, ...piece }));
  return vectorOf({ length: 0, data, get: () => undefined }, "");
}

/** Rows of 3, 1, none and 4 values. */
function inPieces(typeId: number, from: (values: number[]) => ArrowPiece["values"]): Vector {
  return ofPieces(
    typeId,
    [[1, 2, 3], [4], [], [5, 6, 7, 8]].map((values) => ({
      length: values.length,
      values: from(values),
    })),
  );
}

/** A vector in two pieces that says nothing of its values, which are asked for one by one. */
function asked(values: readonly unknown[]): Vector {
  const data = [2, values.length - 2].map((length) => ({
    type: { typeId: 99 },
    length,
    offset: 0,
    nullCount: 0,
    values: [],
  }));
  return vectorOf({ length: values.length, data, get: (row: number) => values[row] }, "");
}

const hostile = {
  valueOf: () => {
    throw new TypeError("a hostile value");
  },
};

table<() => Vector, number[][]>(
  "numbers are read as whole ones, wherever a stretch begins and ends",
  [
    [
      "bytes",
      () => inPieces(2, (values) => Uint8Array.from(values)),
      stretchesOf([1, 2, 3, 4, 5, 6, 7, 8]),
    ],
    [
      "of 16 bits",
      () => inPieces(2, (values) => Uint16Array.from(values)),
      stretchesOf([1, 2, 3, 4, 5, 6, 7, 8]),
    ],
    [
      "of 32 bits",
      () => inPieces(2, (values) => Int32Array.from(values)),
      stretchesOf([1, 2, 3, 4, 5, 6, 7, 8]),
    ],
    [
      "of 64 bits",
      () => inPieces(2, (values) => BigInt64Array.from(values, BigInt)),
      stretchesOf([1, 2, 3, 4, 5, 6, 7, 8]),
    ],
    [
      "floats",
      () => inPieces(3, (values) => Float64Array.from(values)),
      stretchesOf([1, 2, 3, 4, 5, 6, 7, 8]),
    ],
    [
      "floats of 32 bits, some of halves",
      () => inPieces(3, (values) => Float32Array.from(values, (value) => value / 2)),
      stretchesOf([NOT_WHOLE, 1, NOT_WHOLE, 2, NOT_WHOLE, 3, NOT_WHOLE, 4]),
    ],
    ["a typed array", () => vectorOf(Int16Array.of(7, -8, 9), ""), stretchesOf([7, -8, 9])],
    ["an array", () => vectorOf([7, -8, 9], ""), stretchesOf([7, -8, 9])],
    [
      "an array of long numbers",
      () => vectorOf([7n, -8n, 2n ** 40n], ""),
      stretchesOf([7, -8, NOT_WHOLE]),
    ],
    [
      "an array of what is no number",
      () => vectorOf(["7", hostile, 7.5, Number.NaN, true, false], ""),
      stretchesOf(Array<number>(6).fill(NOT_WHOLE)),
    ],
    [
      "an array of nothing",
      () => vectorOf([null, undefined, ""], ""),
      stretchesOf([NULL, NULL, NULL]),
    ],
    [
      "the lowest number of 64 bits, which is a missing date of numpy",
      () => vectorOf(BigInt64Array.of(-(2n ** 63n), 1n - 2n ** 63n, 2n ** 63n - 1n, 5n), ""),
      stretchesOf([NULL, NOT_WHOLE, NOT_WHOLE, 5]),
    ],
    ["values that are asked for", () => asked([1, null, 3n, 4]), stretchesOf([1, NULL, 3, 4])],
    [
      "numbers of which some are null",
      () =>
        ofPieces(2, [
          {
            length: 3,
            values: Int32Array.of(1, 2, 3),
            offset: 6,
            nullCount: 1,
            nullBitmap: Uint8Array.of(0b0100_0000, 0b1),
          },
          {
            length: 2,
            values: Int32Array.of(4, 5),
            offset: 1,
            nullCount: 1,
            nullBitmap: Uint8Array.of(0b100),
          },
        ]),
      stretchesOf([1, NULL, 3, NULL, 5]),
    ],
    [
      "numbers that tell no null, whatever the bits",
      () => ofPieces(2, [{ length: 2, values: Int32Array.of(1, 2), nullBitmap: Uint8Array.of(0) }]),
      stretchesOf([1, 2]),
    ],
  ],
  (vector) => stretches(vector()),
);

/** Bits 1, 0, 1 that begin within a byte; a null, 1, 0 that end with one. */
function bits(): Vector {
  return ofPieces(6, [
    { length: 3, values: Uint8Array.of(0b1000_0000, 0b10), offset: 7 },
    {
      length: 3,
      values: Uint8Array.of(0b0110_0000),
      offset: 5,
      nullCount: 1,
      nullBitmap: Uint8Array.of(0b1100_0000),
    },
  ]);
}

table<Truths, number[][]>(
  "bits are what the column takes true and false for",
  [
    ["one and zero", FLAGS, stretchesOf([1, 0, 1, NULL, 1, 0])],
    ["three and zero", [0, 3], stretchesOf([3, 0, 3, NULL, 3, 0])],
    ["neither", NONE, stretchesOf([NOT_WHOLE, NOT_WHOLE, NOT_WHOLE, NULL, NOT_WHOLE, NOT_WHOLE])],
  ],
  (truths) => stretches(bits(), truths),
);

test("true and false in an array are what the column takes them for", () => {
  expect(stretches(vectorOf([true, false, 2], ""), [0, 3])).toEqual(stretchesOf([3, 0, 2]));
});

const coded = { length: 2, nullCount: 0, offset: 0, type: { typeId: -1 } };
const texts = {
  type: { typeId: 5 },
  length: 2,
  offset: 3,
  nullCount: 1,
  nullBitmap: Uint8Array.of(0b01_0000),
  values: new TextEncoder().encode("aéb"),
  valueOffsets: Int32Array.of(0, 1, 4),
};
const longTexts = { ...texts, type: { typeId: 20 }, valueOffsets: BigInt64Array.of(0n, 1n, 4n) };
const ofData = (...data: readonly object[]): object => ({ length: 0, data, get: () => undefined });

table<() => Vector, unknown[]>(
  "the value of a row",
  [
    ["of bits", bits, [true, false, true, null, true, false]],
    ["of pieces", () => inPieces(2, (values) => Int32Array.from(values)), [1, 2, 3, 4, 5, 6, 7, 8]],
    [
      "of long numbers, which are plain ones where these hold them",
      () => vectorOf(BigInt64Array.of(7n, 2n ** 53n - 1n, 2n ** 53n), ""),
      [7, 2 ** 53 - 1, 2n ** 53n],
    ],
    ["of an array", () => vectorOf([1, null, "a", true], ""), [1, null, "a", true]],
    ["that is asked for", () => asked([1, 2, "a", 4n]), [1, 2, "a", 4]],
    [
      "of texts",
      () => namesOf(ofData(texts, { ...texts, nullCount: 0 }), ""),
      [null, "éb", "a", "éb"],
    ],
    ["of long texts", () => namesOf(ofData(longTexts), ""), [null, "éb"]],
    [
      "of a dictionary",
      () =>
        namesOf(
          ofData({
            ...coded,
            values: Int32Array.of(1, 0),
            dictionary: { get: (code: number) => ["a", 7n][code] },
          }),
          "",
        ),
      [7, "a"],
    ],
    [
      "of a dictionary with long codes",
      () =>
        namesOf(
          ofData({
            ...coded,
            values: BigInt64Array.of(1n, 0n),
            dictionary: { get: (code: number) => ["a", "b"][code] },
          }),
          "",
        ),
      ["b", "a"],
    ],
    [
      "of codes without a dictionary",
      () => namesOf(ofData({ ...coded, values: Int32Array.of(1, 0) }), ""),
      [undefined, undefined],
    ],
  ],
  (of) => {
    const vector = of();
    return Array.from({ length: vector.length }, (_, row) => valueAt(vector, row));
  },
);
