import { isShuffled } from "../../src/panel/columns/runs.ts";
import { table } from "../support/table.ts";

/** Keys of so many rows, of which these are other than the one before. */
function keysThatChange(rows: number, at: readonly number[]): Int32Array {
  let key = 0;
  return Int32Array.from({ length: rows }, (_, row) => (at.includes(row) ? ++key : key));
}

const places = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i);

table<[rows: number, changes: number[]], boolean>(
  "a list is shuffled if more than 16 of its first 128 rows have another physician than the row before",
  [
    ["no row", [0, []], false],
    ["one physician", [1000, []], false],
    ["16 changes", [1000, places(10, 16)], false],
    ["17 changes", [1000, places(10, 17)], true],
    [
      "17 changes, the last at the last row that is looked at",
      [1000, [...places(1, 16), 127]],
      true,
    ],
    ["and one row further", [1000, [...places(1, 16), 128]], false],
    ["16 changes in 17 rows", [17, places(1, 16)], false],
    ["17 changes in 18 rows", [18, places(1, 17)], true],
  ],
  ([rows, changes]) => isShuffled(keysThatChange(rows, changes)),
);
