import fc from "fast-check";
import { expect, test } from "vitest";
import { keyOf, RepeatedHashes } from "../../src/cli/input/repeated-hashes.ts";
import { times } from "../support/runs.ts";

const hash = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer());

test("finds the hashes that are added twice, and no other", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(hash, hash), { maxLength: 300 }), (pairs) => {
      const hashes = new RepeatedHashes();
      const seen = new Set<string>();
      const twice = new Set<number>();
      for (const [high, low] of pairs) {
        hashes.add(high, low);
        if (seen.has(`${high} ${low}`)) twice.add(keyOf(high, low));
        seen.add(`${high} ${low}`);
      }
      expect(hashes.repeated()).toEqual(twice);
    }),
    times(4),
  );
});

test("keeps a hundred thousand of one part apart", () => {
  const hashes = new RepeatedHashes();
  for (let i = 0; i < 100_000; i++) hashes.add(7, i * 5);
  hashes.add(7, 5 * 77_777);
  expect([...(hashes.repeated() as Set<number>)]).toEqual([keyOf(7, 5 * 77_777)]);
});
