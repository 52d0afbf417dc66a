import { DateDay, DateMillisecond, vectorFromArray } from "apache-arrow";
import { expect, test } from "vitest";
import { CODES } from "../../../src/panel/columns/code.ts";
import { fieldsOf } from "../../../src/panel/columns/fields.ts";
import { keysOf } from "../../../src/panel/columns/keys.ts";
import { Roster } from "../../../src/panel/columns/roster.ts";
import { daysOf, vectorOf } from "../../../src/panel/columns/vector.ts";
import { FLAGS, NONE } from "../../../src/panel/columns/whole.ts";
import { BlockReader } from "../../../src/panel/scan/block-reader.ts";
import { asIs, ByteReader, type Scale } from "../../../src/panel/scan/byte-reader.ts";
import { CountSink } from "../../../src/panel/scan/count-rows.ts";
import { pack } from "../../../src/panel/scan/packed-sums.ts";
import { PhysicianIndex } from "../../../src/panel/scan/physician-index.ts";
import { PrefixCounts } from "../../../src/panel/scan/prefix-counts.ts";
import type { RowSink } from "../../../src/panel/scan/scan.ts";
import { SumSink } from "../../../src/panel/scan/sum-rows.ts";
import { Tallies } from "../../../src/panel/scan/tallies.ts";
import { table } from "../../support/table.ts";

// What makes columns fast and small, and changes no result: values are read where they are, and
// four rows at a time.

const ROWS = 8;
/** Rows of 0 and 1 by turns, so many bytes after the beginning of a buffer. */
function bytes(from: number): Uint8Array {
  const all = new Uint8Array(new ArrayBuffer(from + ROWS), from);
  for (let row = 0; row < ROWS; row++) all[row] = row % 2;
  return all;
}
const flags = asIs(1, FLAGS);
const born: Scale = { times: -1, plus: 1, last: 1, most: 1, truths: NONE };
const inPieces = (...columns: readonly Uint8Array[]): object => ({
  length: ROWS,
  get: () => 0,
  data: columns.map((values) => ({
    type: { typeId: 2 },
    offset: 0,
    nullCount: 0,
    length: values.length,
    values,
  })),
});

table<readonly [column: ArrayBufferView | object, scale: Scale], boolean>(
  "a column of bytes is read where it is",
  [
    ["of its own", [bytes(0), flags], true],
    ["clamped", [new Uint8ClampedArray(bytes(0)), flags], true],
    ["of four bytes on", [bytes(4), flags], true],
    ["of one piece", [inPieces(bytes(0)), flags], true],
    ["not from the middle of four bytes", [bytes(2), flags], false],
    ["not with a sign", [new Int8Array(bytes(0)), flags], false],
    ["not in two pieces", [inPieces(bytes(0).subarray(4), bytes(0).subarray(4)), flags], false],
    ["not where each value means another", [bytes(0), born], false],
    ["not where high values are one", [bytes(0), { ...flags, last: 2 }], false],
  ],
  ([column, scale]) => {
    const vector = vectorOf(column, "columns.ald");
    const { each } = new ByteReader(vector, scale, ROWS).read(0, ROWS);
    expect([...each]).toEqual([...bytes(0)].map((value) => value * scale.times + scale.plus));
    return each.buffer === (vector.pieces[0]?.values as Uint8Array | undefined)?.buffer;
  },
);

table<Int32Array | Uint32Array | Int16Array, boolean>(
  "numbers of physicians are compared where they are",
  [
    ["of 32 bits", Int32Array.of(1, 2, 3), true],
    ["of 32 bits without a sign", Uint32Array.of(1, 2, 3), true],
    ["not of 16 bits", Int16Array.of(1, 2, 3), false],
  ],
  (numbers) => {
    const keys = keysOf(vectorOf(numbers, "columns.physicianId"), 3).block(1, 3);
    expect([...keys]).toEqual([2, 3]);
    return keys.buffer === numbers.buffer;
  },
);

test("places of given physicians are used where they are", () => {
  const places = Int32Array.of(1, 0, 1);
  const keys = keysOf(vectorOf(places, "columns.physicianId"), 3);
  const index = new PhysicianIndex(keys, new Roster([{}, {}], 2025, true), true);
  expect(index.ofBlock(places)).toBe(places);
});

test("days of Arrow are read where they are, and milliseconds one by one", () => {
  const dates = [new Date("2025-12-31T00:00:00Z")];
  const piecesOf = (type: DateDay | DateMillisecond): unknown =>
    daysOf(vectorFromArray(dates, type), "columns.diedOn").pieces.map(({ form, values }) => [
      form,
      values[0],
    ]);
  expect(piecesOf(new DateDay())).toEqual([["numbers", 20_453]]);
  expect(piecesOf(new DateMillisecond())).toEqual([["values", 20_453]]);
});

const asked = {
  seenWithin: undefined,
  c2sKind: false,
  lateVisit: "seen",
  onePrice: true,
  indicators: undefined,
  mostActions: 15,
} as const;

function takenBy(sink: RowSink, column: object): number {
  const [age, none] = [new Uint8Array(ROWS), new Uint8Array(ROWS)];
  const columns = { age, ald: none, c2s: none, ...column };
  const block = new BlockReader(fieldsOf(columns, asked, 2025)).read(0);
  sink.tallies.grow(1);
  return sink.fours(block, 0, 0, ROWS / 4);
}

const counting = (): RowSink => {
  const store = new PrefixCounts();
  store.open(0);
  return new CountSink(new Tallies([]), store);
};
const summing = (): RowSink =>
  new SumSink(new Tallies([]), pack([new Float64Array(CODES)], CODES), 1);

table<object, readonly number[]>(
  "rows are taken four by four, up to one that may be invalid",
  [
    ["all of them", {}, [2, 2]],
    ["up to an ALD that is none", { ald: Uint8Array.of(0, 0, 0, 0, 0, 0, 2, 0) }, [1, 1]],
    ["up to an age that no patient had", { age: Uint8Array.of(0, 0, 0, 0, 40, 0, 0, 0) }, [1, 2]],
  ],
  (column) => [takenBy(counting(), column), takenBy(summing(), column)],
);
