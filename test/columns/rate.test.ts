import fc from "fast-check";
import { expect, test } from "vitest";
import type { ShareRate } from "../../src/index.ts";
import {
  fastRateOf,
  ratioOf,
  shareRatio,
  shareTermsOf,
  shareUpliftOf,
  type Ratio,
} from "../../src/statement/bulk/rate.ts";
import { percent, rateOf, shareRate } from "../../src/statement/rate.ts";
import { times } from "../support/runs.ts";
import { table } from "../support/table.ts";

const percentages = fc.oneof(
  fc.nat(200).map((n) => `${n}%`),
  fc.nat(20_000).map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}%`),
);
const amounts = fc.oneof(
  fc.nat(2_000_000),
  fc.nat(Number.MAX_SAFE_INTEGER),
  fc.nat(1000).map((n) => 5 * n),
);

test("a rate in doubles is the exact rate wherever it answers", () => {
  fc.assert(
    fc.property(percentages, amounts, (text, amount) => {
      const fast = fastRateOf(ratioOf(percent(text)), amount);
      if (fast !== undefined) expect(fast === rateOf(percent(text), amount)).toBe(true);
    }),
    times(200),
  );
});

test("it answers for every amount that a physician can have, and half a cent goes up", () => {
  expect(fastRateOf({ top: 1, bottom: 10 }, 4)).toBe(0);
  expect(fastRateOf({ top: 1, bottom: 10 }, 5)).toBe(1);
  expect(fastRateOf(ratioOf(percent("12.50%")), 100_000_000_000)).toBe(12_500_000_000);
  expect(fastRateOf({ top: 1, bottom: 3 }, 2 ** 53)).toBeUndefined();
});

test("an uplift on a share is the exact one, however large the list", () => {
  const any: fc.Arbitrary<ShareRate> = fc.record({
    share: fc.constant({ c2s: true }),
    above: percentages,
    slope: percentages,
    cap: percentages,
    capOn: fc.constantFrom("share", "rate"),
  });
  const rates = any.filter(
    ({ above, cap, capOn }) =>
      capOn === "rate" || Number.parseFloat(cap) >= Number.parseFloat(above),
  );
  fc.assert(
    fc.property(
      rates,
      fc.oneof(fc.nat(3000), fc.nat(60_000_000)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      amounts,
      (rate, patients, share, amount) => {
        const counted = Math.floor((patients + 1) * share);
        const exact = rateOf(shareRate(rate, counted, patients + 1), amount);
        expect(shareUpliftOf(shareTermsOf(rate), counted, patients + 1, amount) === exact).toBe(
          true,
        );
      },
    ),
    times(200),
  );
});

/** So much of the share over 7 %, which counts no further than 25 % or pays no more than 25 %. */
const over = (slope: ShareRate["slope"], capOn: ShareRate["capOn"]): ShareRate => ({
  share: { c2s: true },
  above: "7%",
  slope,
  cap: "25%",
  capOn,
});
const half = { share: over("50%", "share"), rate: over("50%", "rate") };
const twice = over("200%", "share");
const asNumber = (ratio: Ratio | undefined): number | undefined =>
  ratio && ratio.top / ratio.bottom;

table<readonly [ShareRate, number, number], number | undefined>(
  "a rate that grows with a share is a quotient of doubles for every list that there can be",
  [
    ["under the threshold", [half.share, 50, 1000], 0],
    ["at the threshold", [half.share, 70, 1000], 0],
    ["over it", [half.share, 150, 1000], (15 - 7) / 200],
    ["at the cap", [half.share, 250, 1000], (25 - 7) / 200],
    ["over the cap on the share", [half.share, 600, 1000], (25 - 7) / 200],
    ["over the cap on the share, at a rate over 25 %", [twice, 600, 1000], (25 - 7) / 50],
    ["over 25 %, where the cap is on the rate", [half.rate, 570, 1000], (57 - 7) / 200],
    ["over the cap on the rate", [half.rate, 600, 1000], 25 / 100],
    ["of everybody on Earth", [half.share, 1_200_000_000, 8_000_000_000], (15 - 7) / 200],
    ["of nobody", [half.share, 0, 0], 0],
    ["of nobody in fewer than 2^53 / 100^3", [half.share, 0, 9_007_199_254], 0],
    [
      "of nobody in more than 2^53 / 100^3, where three percentages and a count may pass 2^53",
      [half.share, 0, 9_007_199_255],
      undefined,
    ],
  ],
  ([rate, counted, patients]) => asNumber(shareRatio(shareTermsOf(rate), counted, patients)),
);
