import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfRun, pairsOf } from "../../../src/panel/scan/runs.ts";
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
