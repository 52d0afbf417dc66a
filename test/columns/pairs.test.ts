import { endOfRun, pairsOf } from "../../src/panel/columns/runs.ts";
import { table } from "../support/table.ts";

table<[offset: number, length: number], number>(
  "keys are compared two by two where they stand on eight bytes",
  [
    ["from the start", [0, 8], 4],
    ["an odd number of keys", [0, 9], 4],
    ["one key", [0, 1], 0],
    ["from the third key", [2, 8], 4],
    ["from the second key", [1, 8], 0],
  ],
  ([offset, length]) => pairsOf(new Int32Array(20).subarray(offset, offset + length)).length,
);

const RUN = 7;

/** Keys and pairs that do not belong together: from `from` only two keys are alike, and all pairs but one. What is found tells that pairs were compared. */
function endByPairs({ from, other }: { from: number; other: number }): number {
  const keys = new Int32Array(40);
  keys.fill(RUN, from, from + 2);
  const twins = new Int32Array(40).fill(RUN);
  const pairs = pairsOf(twins);
  pairs[other] = 0;
  return endOfRun(keys, pairs, from);
}

table(
  "a run is followed four pairs at a time, up to the four in which one differs",
  [
    ["the first of the first four, from pair 1", { from: 0, other: 1 }, 2],
    ["the second", { from: 0, other: 2 }, 2],
    ["the third", { from: 0, other: 3 }, 2],
    ["the fourth", { from: 0, other: 4 }, 2],
    ["the first of the next four", { from: 0, other: 5 }, 2 + 8],
    ["the second of the next four", { from: 0, other: 6 }, 2 + 8],
    ["the third of the next four", { from: 0, other: 7 }, 2 + 8],
    ["the fourth of the next four", { from: 0, other: 8 }, 2 + 8],
    ["the first of the third four", { from: 0, other: 9 }, 2 + 16],
    ["none before the last four that are whole", { from: 0, other: 17 }, 2 + 32],
    ["from an odd row, the first four begin with the pair after", { from: 1, other: 1 }, 3],
    ["from an odd row, a pair before it is not looked at", { from: 3, other: 1 }, 4 + 32],
    ["the four that end the list", { from: 6, other: 0 }, 8 + 32],
  ],
  endByPairs,
);
