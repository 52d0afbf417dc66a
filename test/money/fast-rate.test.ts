import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fastRate,
  fastRateOf,
  isGreaterRatio,
  ratioOf,
  ratioTimes,
} from "../../src/money/fast-rate.ts";
import { fraction, isGreater, percent, rateOf } from "../../src/money/rate.ts";
import { times } from "../support/runs.ts";

const percentages = fc.oneof(
  fc.nat(200).map((n) => `${n}%`),
  fc.nat(20_000).map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}%`),
);
const amounts = fc.oneof(
  fc.nat(2_000_000),
  fc.nat(Number.MAX_SAFE_INTEGER),
  fc.nat(1000).map((n) => 5 * n),
);
const fractions = fc
  .tuple(fc.oneof(fc.nat(10_000), fc.maxSafeNat()), fc.oneof(fc.nat(10_000), fc.maxSafeNat()))
  .map(([top, bottom]) => fraction(top, bottom + 1));

test("a rate in doubles is the exact rate wherever it answers", () => {
  fc.assert(
    fc.property(percentages, amounts, (text, amount) => {
      const exact = rateOf(percent(text), amount, "half away from zero");
      expect([undefined, exact]).toContain(ratioTimes(ratioOf(percent(text)), amount));
      expect(fastRateOf(fastRate(percent(text)), amount)).toBe(exact);
    }),
    times(50),
  );
});

test("it answers for every amount that a physician can have, and half a cent goes up", () => {
  expect(ratioTimes({ top: 1, bottom: 10 }, 4)).toBe(0);
  expect(ratioTimes({ top: 1, bottom: 10 }, 5)).toBe(1);
  expect(ratioTimes(ratioOf(percent("12.50%")), 100_000_000_000)).toBe(12_500_000_000);
  expect(ratioTimes({ top: 1, bottom: 3 }, 2 ** 53)).toBeUndefined();
});

test("two ratios are compared in doubles as they are exactly, wherever that answers", () => {
  fc.assert(
    fc.property(fractions, fractions, (a, b) => {
      expect([undefined, isGreater(a, b)]).toContain(isGreaterRatio(ratioOf(a), ratioOf(b)));
    }),
    times(50),
  );
});

test("the percentages of a schedule are compared in doubles", () => {
  const [tenth, fifth] = [ratioOf(percent("10%")), ratioOf(percent("20%"))];
  expect(isGreaterRatio(fifth, tenth)).toBe(true);
  expect(isGreaterRatio(tenth, fifth)).toBe(false);
  expect(isGreaterRatio(tenth, tenth)).toBe(false);
  expect(isGreaterRatio({ top: 2 ** 53 - 1, bottom: 1 }, { top: 1, bottom: 2 })).toBeUndefined();
  expect(isGreaterRatio({ top: 1, bottom: 2 }, { top: 2 ** 53 - 1, bottom: 1 })).toBeUndefined();
});
