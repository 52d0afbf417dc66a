import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  decimalsOf,
  fraction,
  isGreater,
  minus,
  negated,
  partsOf,
  percent,
  rateOf,
  times,
  type Rate,
} from "../../src/money/rate.ts";
import { table } from "../support/table.ts";

const ROUNDED = "half away from zero";

table<readonly [rate: Rate, amount: number], readonly [rounded: number, truncated: number]>(
  "a rate of cents, on both sides of half a cent",
  [
    ["half of 1", [percent("50%"), 1], [1, 0]],
    ["half of -1", [percent("50%"), -1], [-1, 0]],
    ["half of 3", [percent("50%"), 3], [2, 1]],
    ["49.999999 % of 1", [percent("49.999999%"), 1], [0, 0]],
    ["50.000001 % of 1", [percent("50.000001%"), 1], [1, 0]],
    ["49.999999 % of -1", [percent("49.999999%"), -1], [0, 0]],
    ["50.000001 % of -1", [percent("50.000001%"), -1], [-1, 0]],
    ["a third of 100", [fraction(1, 3), 100], [33, 33]],
    ["two thirds of 100", [fraction(2, 3), 100], [67, 66]],
    ["two thirds of -100", [fraction(2, 3), -100], [-67, -66]],
    ["minus a quarter of 2", [fraction(-1, 4), 2], [-1, 0]],
    ["minus a quarter of 1", [fraction(-1, 4), 1], [0, 0]],
    ["0.000001 % of a hundred million euros", [percent("0.000001%"), 1e10], [100, 100]],
    ["9999.999999 % of 1", [percent("9999.999999%"), 1], [100, 99]],
    ["none of it", [percent("0%"), 12345], [0, 0]],
    ["a rate of nothing", [percent("50%"), 0], [0, 0]],
    [
      "all of the most that there can be",
      [percent("100%"), 2 ** 53 - 1],
      [2 ** 53 - 1, 2 ** 53 - 1],
    ],
    // (2^53 - 2) / 2 (2^53 - 1) lies under half by 1 / 2 (2^53 - 1), a sixteenth decimal; 2^52 over it by as much.
    ["just under half", [fraction(2 ** 52 - 1, 2 ** 53 - 1), 1], [0, 0]],
    ["just over half", [fraction(2 ** 52, 2 ** 53 - 1), 1], [1, 0]],
    // A half of (2^53 - 1): half a cent exactly, where doubles have no half.
    ["half of 2^53 - 1", [fraction(1, 2), 2 ** 53 - 1], [2 ** 52, 2 ** 52 - 1]],
  ],
  ([rate, amount]) => [rateOf(rate, amount, ROUNDED), rateOf(rate, amount, "towards zero")],
);

const percentage = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, millionths]) => ({
    text: `${whole}.${String(millionths).padStart(6, "0")}%`,
    millionths: 1_000_000n * BigInt(whole) + BigInt(millionths),
  }));
const amount = fc.maxSafeInteger();

/** A quotient of whole numbers of any size, rounded half away from zero by whole numbers alone. */
const rounded = (top: bigint, bottom: bigint): bigint =>
  (2n * top + (top < 0n ? -bottom : bottom)) / (2n * bottom);

/** Amounts of which a hundred times is a safe whole number. */
const small = fc.integer({ min: -90_071_992_547, max: 90_071_992_547 });

test("a percentage of an amount is what whole numbers make of it", () => {
  fc.assert(
    fc.property(percentage, small, ({ text, millionths }, cents) => {
      const [top, bottom] = [millionths * BigInt(cents), 100_000_000n];
      expect(rateOf(percent(text), cents, ROUNDED)).toBe(Number(rounded(top, bottom)) + 0);
      expect(rateOf(percent(text), cents, "towards zero")).toBe(Number(top / bottom) + 0);
    }),
  );
});

test("a percentage parsed is the percentage written", () => {
  fc.assert(
    fc.property(percentage, ({ text, millionths }) => {
      expect(partsOf(percent(text), 100_000_000n)).toBe(millionths);
    }),
  );
});

test("a fraction of an amount is what whole numbers make of it, however large both are", () => {
  const whole = fc.maxSafeNat();
  fc.assert(
    fc.property(whole, whole, amount, (part, rest, cents) => {
      const of = Math.floor(part / 2) + Math.floor(rest / 2) + 1;
      const taken = Math.floor(part / 2);
      const [top, bottom] = [BigInt(taken) * BigInt(cents), BigInt(of)];
      expect(rateOf(fraction(taken, of), cents, ROUNDED)).toBe(Number(rounded(top, bottom)) + 0);
      expect(rateOf(fraction(taken, of), cents, "towards zero")).toBe(Number(top / bottom) + 0);
    }),
  );
});

test("rounding is symmetric: what is taken off is what would be given", () => {
  fc.assert(
    fc.property(percentage, small, ({ text }, cents) => {
      const rate = percent(text);
      const given = rateOf(rate, cents, ROUNDED);
      expect(rateOf(rate, -cents, ROUNDED)).toBe(0 - given);
      expect(rateOf(negated(rate), cents, ROUNDED)).toBe(0 - given);
    }),
  );
});

describe("rates are compared, multiplied and subtracted exactly", () => {
  /** A tenth of a millionth of a percent of a list of 2^53 patients, as a rate that grows with a share of them may be. */
  const tiny = times(times(percent("0.000001%"), percent("0.000001%")), fraction(1, 2 ** 53 - 1));

  test("two that differ in the thirty-second decimal differ", () => {
    const sum = minus(percent("9999.999999%"), negated(tiny));
    expect(isGreater(sum, percent("9999.999999%"))).toBe(true);
    expect(isGreater(percent("9999.999999%"), sum)).toBe(false);
    expect(isGreater(sum, sum)).toBe(false);
  });

  test("a third and two sixths are one", () => {
    expect(isGreater(fraction(1, 3), fraction(2, 6))).toBe(false);
    expect(isGreater(fraction(2, 6), fraction(1, 3))).toBe(false);
  });

  test("any two fractions are compared as whole numbers compare them", () => {
    const terms = fc.tuple(
      fc.maxSafeNat(),
      fc.maxSafeNat().map((n) => n + 1),
    );
    fc.assert(
      fc.property(terms, terms, ([a, b], [c, d]) => {
        const greater = BigInt(a) * BigInt(d) > BigInt(c) * BigInt(b);
        expect(isGreater(fraction(a, b), fraction(c, d))).toBe(greater);
      }),
    );
  });
});

table<string, number>(
  "the decimals of a percentage",
  [
    ["none", "10%", 0],
    ["one", "12.5%", 1],
    ["six", "0.000001%", 6],
    ["zeros do not count", "12.500%", 1],
    ["nothing", "0%", 0],
  ],
  (text) => decimalsOf(percent(text)),
);

test("what another program sets in decimal.js moves nothing", async () => {
  Decimal.set({ precision: 3, rounding: Decimal.ROUND_UP, modulo: Decimal.EUCLID, toExpPos: 0 });
  vi.resetModules();
  const ours = await import("../../src/money/rate.ts");
  const { rateText } = await import("../../src/money/rate-text.ts");
  Decimal.set({ defaults: true });
  expect(ours.rateOf(ours.percent("12.3456%"), 123_456_789, ROUNDED)).toBe(15_241_481); // 15241481.34
  expect(rateText(ours.fraction(-55, 73))).toBe("-55/73");
});
