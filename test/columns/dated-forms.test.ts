import {
  DateDay,
  DateMillisecond,
  Dictionary,
  Int32,
  vectorFromArray,
  type Vector,
} from "apache-arrow";
import { computeColumns, panelsFromColumns, type PanelColumns } from "../../src/index.ts";
import { expect } from "vitest";
import { table } from "../support/table.ts";

/** 31 December 2025, in days since 1970-01-01. */
const DAY = 20_453;
const LOWEST = -(2 ** 31);
const date = (text: string): Date => new Date(`${text}T00:00:00Z`);
const DATES = [date("2025-12-31"), null, date("2026-01-01")];

/** How many of three patients died, lived, and are refused. */
function fatesOf(diedOn: unknown): number[] {
  const columns = { age: [40, 40, 40], ald: [0, 0, 0], c2s: [0, 0, 0], diedOn } as PanelColumns;
  const { counts } = computeColumns(columns, { year: 2026 });
  expect(panelsFromColumns(columns, { year: 2026 }).counts).toEqual(counts);
  return [counts.leftOut, counts.computed, counts.rejected];
}

const arrowDays = vectorFromArray(DATES, new DateDay());
const bare = { length: 3, get: (row: number): unknown => arrowDays.get(row) };

function inPieces(...pieces: Vector[]): unknown {
  return pieces.reduce((all, piece) => all.concat(piece));
}

table<unknown, number[]>(
  "one patient died on the day, one after it, one has no date",
  [
    ["numbers and null", [DAY, null, DAY + 1], [1, 2, 0]],
    ["numbers and nothing", [DAY, undefined, DAY + 1], [1, 2, 0]],
    ["numbers and an empty text", [DAY, "", DAY + 1], [1, 2, 0]],
    ["long numbers", [BigInt(DAY), null, BigInt(DAY + 1)], [1, 2, 0]],
    ["long milliseconds", [DATES[0], null, DATES[2]].map((day) => day && BigInt(+day)), [1, 2, 0]],
    ["the lowest of 32 bits", [DAY, LOWEST, DAY + 1], [1, 2, 0]],
    ["32 bits", Int32Array.of(DAY, LOWEST, DAY + 1), [1, 2, 0]],
    ["64 bits", BigInt64Array.of(BigInt(DAY), -(2n ** 63n), BigInt(DAY + 1)), [1, 2, 0]],
    [
      "64 bits, of which only the high half says that they are no day",
      BigInt64Array.of(BigInt(DAY), 2n ** 32n, BigInt(DAY + 1)),
      [1, 1, 1],
    ],
    ["doubles", Float64Array.of(DAY, LOWEST, DAY + 1), [1, 2, 0]],
    ["Arrow days", vectorFromArray(DATES, new DateDay()), [1, 2, 0]],
    ["Arrow milliseconds", vectorFromArray(DATES, new DateMillisecond()), [1, 2, 0]],
    [
      "Arrow days in pieces",
      inPieces(
        vectorFromArray(DATES.slice(0, 2), new DateDay()),
        vectorFromArray(DATES.slice(2), new DateDay()),
      ),
      [1, 2, 0],
    ],
    ["Arrow integers", vectorFromArray([DAY, null, DAY + 1], new Int32()), [1, 2, 0]],
    [
      "Arrow days in a dictionary",
      vectorFromArray(DATES, new Dictionary(new DateDay(), new Int32())),
      [1, 2, 0],
    ],
    ["the array of Arrow days, which are milliseconds", arrowDays.toArray(), [1, 2, 0]],
    ["a vector that says nothing of its layout", bare, [1, 2, 0]],
  ],
  fatesOf,
);

table<unknown, number[]>(
  "what may not be days is refused, not guessed",
  [
    ["texts", ["2025-12-31", null, null], [0, 2, 1]],
    ["Date objects, whose day is that of a time zone", [DATES[0], null, null], [0, 2, 1]],
    ["milliseconds of no whole day", [Number(DATES[0]) + 1, null, null], [0, 2, 1]],
    [
      "an hour of a day",
      vectorFromArray([new Date("2025-12-31T01:00:00Z"), null, DATES[2]], new DateMillisecond()),
      [0, 2, 1],
    ],
    ["an infinite date of DuckDB", Int32Array.of(2 ** 31 - 1, -(2 ** 31 - 1), LOWEST), [0, 1, 2]],
    ["NaN", Float64Array.of(Number.NaN, DAY, LOWEST), [1, 1, 1]],
    ["booleans", [true, false, null], [0, 1, 2]],
  ],
  fatesOf,
);
