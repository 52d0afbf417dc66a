import fc from "fast-check";
import { expect, test } from "vitest";
import type { ShareRate } from "../../src/index.ts";
import { fastRateOf, ratioOf, shareTermsOf, shareUpliftOf } from "../../src/statement/bulk/rate.ts";
import { percent, rateOf, shareRate } from "../../src/statement/rate.ts";
import { times } from "../support/runs.ts";

const percentages = fc.oneof(fc.nat(200).map((n) => `${n}%`), fc.nat(20_000).map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}%`));
const amounts = fc.oneof(fc.nat(2_000_000), fc.nat(Number.MAX_SAFE_INTEGER), fc.nat(1000).map((n) => 5 * n));

test("a rate in doubles is the exact rate wherever it answers", () => {
  fc.assert(
    fc.property(percentages, amounts, fc.boolean(), (text, size, isNegative) => {
      const amount = isNegative ? 0 - size : size;
      const fast = fastRateOf(ratioOf(percent(text)), amount);
      if (fast !== undefined) expect(fast === rateOf(percent(text), amount)).toBe(true);
    }),
    times(200),
  );
});

test("it answers for every amount that a physician can have, and halves go away from zero", () => {
  expect(fastRateOf({ top: 1, bottom: 10 }, 5)).toBe(1);
  expect(fastRateOf({ top: 1, bottom: 10 }, -5)).toBe(-1);
  expect(fastRateOf({ top: 1250, bottom: 10_000 }, 100_000_000_000)).toBe(12_500_000_000);
  expect(fastRateOf({ top: 1, bottom: 3 }, 2 ** 53)).toBeUndefined();
});

test("an uplift on a share is the exact one, however large the list", () => {
  const rates: fc.Arbitrary<ShareRate> = fc.record({ share: fc.constant({ c2s: true }), above: percentages, slope: percentages, cap: percentages, capOn: fc.constantFrom("share", "rate") });
  fc.assert(
    fc.property(rates, fc.oneof(fc.nat(3000), fc.nat(60_000_000)), fc.double({ min: 0, max: 1, noNaN: true }), amounts, (rate, patients, share, amount) => {
      const counted = Math.floor((patients + 1) * share);
      const exact = rateOf(shareRate(rate, counted, patients + 1), amount);
      expect(shareUpliftOf(shareTermsOf(rate), counted, patients + 1, amount) === exact).toBe(true);
    }),
    times(200),
  );
});
