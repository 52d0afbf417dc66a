import { RowRanges } from "../../src/list/row-ranges.ts";
import { table } from "../support/table.ts";

table<readonly number[], readonly number[]>(
  "rising numbers, kept as stretches, are all there",
  [
    ["none", [], []],
    ["one that does not begin at zero", [3], [3]],
    ["one stretch", [0, 1, 2], [0, 1, 2]],
    ["a gap", [0, 1, 4, 5], [0, 1, 4, 5]],
    ["gaps only", [1, 3, 7], [1, 3, 7]],
  ],
  (numbers) => {
    const stretches = new RowRanges();
    for (const number of numbers) stretches.add(number);
    return stretches.all();
  },
);
