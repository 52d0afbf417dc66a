import fc from "fast-check";
import { expect, test } from "vitest";
import { equalParts, largestRemainder } from "../../src/money/allocate.ts";
import { table } from "../support/table.ts";

table<readonly [amount: number, weights: readonly number[]], readonly number[]>(
  "cents are shared by the largest remainder, ties in list order",
  [
    ["evenly", [100, [1, 1]], [50, 50]],
    ["100 in three: the first takes the odd cent", [100, [1, 1, 1]], [34, 33, 33]],
    ["101 in three: the first two", [101, [1, 1, 1]], [34, 34, 33]],
    ["by weight: 50, 33.3, 16.7", [100, [3, 2, 1]], [50, 33, 17]],
    ["one cent: the heaviest", [1, [1, 5, 4]], [0, 1, 0]],
    ["one cent between equals: the first", [1, [5, 5]], [1, 0]],
    ["no weight, no share", [100, [0, 1, 0]], [0, 100, 0]],
    ["nobody weighs", [100, [0, 0]], [0, 0]],
    ["nobody", [100, []], []],
    ["taken off", [-100, [1, 1, 1]], [-34, -33, -33]],
    ["a cent taken off: no minus zero for the others", [-1, [1, 1]], [-1, 0]],
    ["nothing", [0, [1, 2]], [0, 0]],
    // 2^53 - 1 is 3 x 3002399751580330 + 1: products of it are beyond what doubles hold.
    [
      "the most that there can be, in three",
      [2 ** 53 - 1, [1000, 1000, 1000]],
      [3_002_399_751_580_331, 3_002_399_751_580_330, 3_002_399_751_580_330],
    ],
  ],
  ([amount, weights]) => largestRemainder(amount, weights),
);

const amount = fc.maxSafeInteger();
const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 50 });

test("shares sum to the amount, and each is its quota cut or one cent more", () => {
  fc.assert(
    fc.property(amount, weights, (cents, of) => {
      const all = of.reduce((a, b) => a + b, 0);
      fc.pre(all > 0);
      const shares = largestRemainder(cents, of);
      expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(cents));
      for (const [i, share] of shares.entries()) {
        const cut = (BigInt(Math.abs(cents)) * BigInt(of[i] as number)) / BigInt(all);
        expect([cut, cut + 1n]).toContain(BigInt(Math.abs(share)));
      }
    }),
  );
});

test("a share never shrinks when its weight grows", () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), weights, (cents, of) => {
      const order = [...of.keys()].sort((a, b) => (of[a] as number) - (of[b] as number));
      const shares = largestRemainder(cents, of);
      for (const [i, at] of order.entries()) {
        const before = order[i - 1];
        if (before !== undefined && (of[before] as number) < (of[at] as number))
          expect(shares[before]).toBeLessThanOrEqual(shares[at] as number);
      }
    }),
  );
});

test("equal parts sum to the amount, and differ by the odd cents alone", () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 12 }), (cents, count) => {
      const part = Math.abs(Number(BigInt(cents) / BigInt(count)));
      const size = (parts: readonly number[]): number[] => parts.map(Math.abs);
      const last = equalParts(cents, count, "last");
      const first = equalParts(cents, count, "first");
      for (const parts of [last, first]) {
        expect(parts).toHaveLength(count);
        expect(parts.reduce((sum, one) => sum + BigInt(one), 0n)).toBe(BigInt(cents));
      }
      expect(size(last.slice(0, -1))).toEqual(size(last.slice(0, -1)).fill(part));
      expect(size(first)).toEqual([...size(first)].sort((a, b) => b - a));
      expect((size(first)[0] as number) - part).toBeLessThanOrEqual(1);
    }),
  );
});
