import { RowRanges } from "../../src/list/row-ranges.ts";
import { table } from "../support/table.ts";

table<readonly number[], readonly number[]>(
  "rising numbers, kept as ranges, are all there",
  [
    ["none", [], []],
    ["one that does not begin at zero", [3], [3]],
    ["one range", [0, 1, 2], [0, 1, 2]],
    ["a gap", [0, 1, 4, 5], [0, 1, 4, 5]],
    ["gaps only", [1, 3, 7], [1, 3, 7]],
  ],
  (numbers) => rangesOf(numbers).all(),
);

function rangesOf(numbers: readonly number[]): RowRanges {
  const ranges = new RowRanges();
  for (const number of numbers) ranges.add(number);
  return ranges;
}

table<readonly number[], readonly number[]>(
  "a column is read at the indexes",
  [
    ["none", [], []],
    ["one range", [1, 2], [11, 12]],
    ["several", [0, 1, 4, 6, 7], [10, 11, 14, 16, 17]],
  ],
  (numbers) => [...rangesOf(numbers).of(Uint16Array.of(10, 11, 12, 13, 14, 15, 16, 17))],
);

table<readonly [numbers: readonly number[], place: number], number>(
  "a place among the indexes has one of them",
  [
    ["the first", [[3, 4, 8, 9], 0], 3],
    ["the last of a range", [[3, 4, 8, 9], 1], 4],
    ["the first of the next", [[3, 4, 8, 9], 2], 8],
    ["the last", [[3, 4, 8, 9], 3], 9],
    ["after gaps only", [[1, 3, 7], 2], 7],
    ["past the last", [[3, 4, 8, 9], 4], -1],
  ],
  ([numbers, place]) => rangesOf(numbers).indexAt(place),
);
