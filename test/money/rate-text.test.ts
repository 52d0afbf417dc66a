import fc from "fast-check";
import { expect, test } from "vitest";
import { roundedPercentage, rateText } from "../../src/money/rate-text.ts";
import { fraction, percent, times, type Rate } from "../../src/money/rate.ts";
import { table } from "../support/table.ts";

table<Rate, string>(
  "a rate is written exactly",
  [
    ["a percentage", percent("12.5%"), "12.5%"],
    ["a percentage with zeros", percent("12.50%"), "12.5%"],
    ["a percentage of six decimals", percent("0.000001%"), "0.000001%"],
    ["an eighth", fraction(1, 8), "12.5%"],
    ["a third", fraction(1, 3), "1/3"],
    ["a fraction, in its lowest terms", fraction(14, 240), "7/120"],
    ["a part taken off", fraction(-3, 4), "-75%"],
    ["a part of 365 days taken off", fraction(-275, 365), "-55/73"],
    ["none", fraction(0, 1), "0%"],
    ["none taken off", fraction(-0, 1), "0%"],
    ["more than all", fraction(7, 3), "7/3"],
    [
      "a decimal of 53 places: 2^-53 is 5^53 / 10^53",
      fraction(1, 2 ** 53),
      `0.${String(5n ** 53n).padStart(51, "0")}%`,
    ],
    [
      "two small percentages of a share of a large list",
      times(times(percent("0.000001%"), percent("0.000001%")), fraction(1, 2 ** 53 - 1)),
      `1/${10n ** 16n * (2n ** 53n - 1n)}`,
    ],
  ],
  rateText,
);

test("what is written is the rate, and a fraction is in its lowest terms and does not end", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.maxSafeNat(), (top, below) => {
      const [a, b] = [BigInt(top), BigInt(below) + 1n];
      const text = rateText(fraction(top, Number(b)));
      const [c, d] = text.endsWith("%") ? ofPercentage(text) : ofFraction(text);
      expect(a * d).toBe(b * c);
      if (!text.endsWith("%")) {
        expect(greatestCommonDivisor(c < 0n ? -c : c, d)).toBe(1n);
        expect(10n ** 60n % d).not.toBe(0n);
      }
    }),
    {
      examples: [
        [1, 7],
        [-3, 2 ** 40 - 1],
        [5, 5 ** 15 - 1],
      ],
    },
  );
});

function ofFraction(text: string): [bigint, bigint] {
  const [top, bottom] = text.split("/") as [string, string];
  return [BigInt(top), BigInt(bottom)];
}

function ofPercentage(text: string): [bigint, bigint] {
  const [whole, decimals = ""] = text.slice(0, -1).split(".") as [string, string?];
  return [BigInt(whole + decimals), 100n * 10n ** BigInt(decimals.length)];
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

table<string, string>(
  "a fraction in percent, with two decimals",
  [
    ["7/120: 5.8333...", "7/120", "5.83"],
    ["2/3: 66.666...", "2/3", "66.67"],
    ["taken off: -75.342...", "-55/73", "-75.34"],
    ["5.825 less 3e-18, which a double rounds up", "524249999999994/8999999999999897", "5.82"],
  ],
  roundedPercentage,
);
