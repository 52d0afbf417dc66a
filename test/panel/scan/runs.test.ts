import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfRun, isShuffled, pairsOf } from "../../../src/panel/scan/runs.ts";
import { table } from "../../support/table.ts";
import { times } from "../../support/runs.ts";

/** Keys of which two make a double that is no number, minus zero, or too small to be written in full; and plain ones. */
const key = fc.constantFrom(
  0,
  1,
  2,
  -1,
  -(2 ** 31),
  2 ** 31 - 1,
  0x7ff00000,
  0x7ff80000,
  -(2 ** 20),
  10_000,
);
const runs = fc.array(fc.tuple(key, fc.integer({ min: 1, max: 40 })), {
  minLength: 1,
  maxLength: 8,
});

/** One key after the other, as anybody would look for it. */
function plainEnd(keys: Int32Array, from: number): number {
  let end = from + 1;
  while (end < keys.length && keys[end] === keys[from]) end++;
  return end;
}

test("a run ends where the key changes, wherever it begins and whatever its bits are", () => {
  fc.assert(
    fc.property(runs, fc.integer({ min: 0, max: 3 }), (stretches, offset) => {
      const all = stretches.flatMap(([one, times]) => Array<number>(times).fill(one));
      const keys = Int32Array.from([...Array<number>(offset).fill(7), ...all]).subarray(offset);
      const pairs = pairsOf(keys);
      const starts = [...keys.keys()];
      expect(starts.map((from) => endOfRun(keys, pairs, from))).toEqual(
        starts.map((from) => plainEnd(keys, from)),
      );
    }),
    times(5),
  );
});

/** Keys of a run each: so many rows of one physician, then so many of the next. */
const keysOf = (...runs: number[]): Int32Array =>
  Int32Array.from(runs.flatMap((rows, physician) => Array<number>(rows).fill(physician)));
const ones = (runs: number): number[] => Array<number>(runs).fill(1);

table<Int32Array, boolean>(
  "a list is shuffled if the physician changes more than 16 times in the first 128 rows",
  [
    ["no row", keysOf(), false],
    ["one physician", keysOf(200), false],
    ["one after the other", keysOf(100, 100, 100), false],
    ["16 changes", keysOf(...ones(16), 200), false],
    ["17 changes", keysOf(...ones(17), 200), true],
    ["17 changes in a list of 18 rows", keysOf(...ones(18)), true],
    ["16 changes in a list of 17 rows", keysOf(...ones(17)), false],
    ["the 17th change at the 128th row", keysOf(111, ...ones(16), 200), true],
    ["the 17th change at the 129th row", keysOf(112, ...ones(16), 200), false],
  ],
  isShuffled,
);

test("keys are taken two at a time where they stand, if they begin on eight bytes", () => {
  const keys = Int32Array.of(1, 1, 2, 2, 3);
  expect([0, 1, 2].map((from) => pairsOf(keys.subarray(from)).length)).toEqual([2, 0, 1]);
});

test("a physician between two runs of another ends the first, at whichever row", () => {
  const lengths = Array.from({ length: 24 }, (_, i) => i + 1);
  for (const between of [1, 2, 3]) {
    const ends = lengths.map((length) => {
      const keys = Int32Array.from([...keysOf(0, length, between), ...Array<number>(40).fill(1)]);
      return endOfRun(keys, pairsOf(keys), 0);
    });
    expect(ends).toEqual(lengths);
  }
});
