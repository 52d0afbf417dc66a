import fc from "fast-check";
import { expect, test } from "vitest";
import type { ShareRate } from "../../src/index.ts";
import type { Ratio } from "../../src/money/fast-rate.ts";
import { rateText } from "../../src/money/rate-text.ts";
import { rateOf } from "../../src/money/rate.ts";
import {
  shareRate,
  shareRateOf,
  shareRatio,
  shareTerms,
} from "../../src/statement/rules/share-terms.ts";
import { times } from "../support/runs.ts";
import { table } from "../support/table.ts";

/** A rate of so much of the share over 7 %, which counts no further than 25 % or pays no more than 25 %. */
const over = (slope: ShareRate["slope"], capOn: ShareRate["capOn"]): ShareRate => ({
  share: { c2s: true },
  above: "7%",
  slope,
  cap: "25%",
  capOn,
});
const half = { share: over("50%", "share"), rate: over("50%", "rate") };

table<readonly [ShareRate, number, number], string>(
  "a rate that grows with a share, written exactly",
  [
    ["exactly the threshold", [half.share, 7, 100], "0%"],
    ["10 of 120", [half.share, 10, 120], "1/150"],
    ["exactly the cap on the share", [half.share, 25, 100], "9%"],
    ["over the cap on the share", [half.share, 26, 100], "9%"],
    ["exactly the cap on the rate", [half.rate, 57, 100], "25%"],
    ["over the cap on the rate", [half.rate, 58, 100], "25%"],
    ["without patients", [half.share, 0, 0], "0%"],
  ],
  ([rate, counted, patients]) => rateText(shareRate(shareTerms(rate), counted, patients)),
);

test("a cap on the share caps no rate, however steep the slope", () => {
  const steep = shareTerms(over("300%", "share"));
  expect(shareRateOf(steep, 30, 100, 10_000)).toBe(3 * (25 - 7) * 100);
});

/** Everything in whole numbers: percentages in millionths of a percent, rounded half up at the end. */
function expected(
  { above, slope, cap, capOn }: ShareRate,
  counted: number,
  patients: number,
  amount: number,
): number {
  const unit = 100_000_000n;
  const [least, factor, most] = [above, slope, cap].map((text) => {
    const [whole, decimals = ""] = text.slice(0, -1).split(".") as [string, string?];
    return BigInt(whole + decimals.padEnd(6, "0"));
  }) as [bigint, bigint, bigint];
  const [count, all] = [BigInt(counted) * unit, BigInt(patients)];
  if (count <= least * all) return 0;
  const share = capOn === "share" && count > most * all ? most * all : count;
  const slant = factor * (share - least * all);
  const rate = capOn === "rate" && slant > most * unit * all ? most * unit * all : slant;
  const bottom = unit * unit * all;
  return Number((2n * rate * BigInt(amount) + bottom) / (2n * bottom));
}

const percentages = fc.oneof(
  fc.nat(200).map((n) => `${n}%`),
  fc.nat(20_000).map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}%`),
  fc.nat(99_999_999).map((n) => `${Math.floor(n / 1e6)}.${String(n % 1e6).padStart(6, "0")}%`),
);

test("an uplift on a share is what whole numbers make of it, exactly and in doubles, however large the list", () => {
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
      fc.oneof(fc.nat(3000), fc.nat(60_000_000), fc.nat(2 ** 40)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(10_000_000_000),
      (rate, others, share, amount) => {
        const patients = others + 1;
        const counted = Math.floor(patients * share);
        const terms = shareTerms(rate);
        const due = expected(rate, counted, patients, amount);
        expect(rateOf(shareRate(terms, counted, patients), amount, "half away from zero")).toBe(
          due,
        );
        expect(shareRateOf(terms, counted, patients, amount)).toBe(due);
      },
    ),
    {
      ...times(20),
      // 12 patients, 1 of them counted: (1/12 - 7/100) / 2 is 1/150, of which 9,999,999.75 EUR are 66,666.665 EUR.
      examples: [[half.share, 11, 1 / 12, 999_999_975]],
    },
  );
});

const asNumber = (ratio: Ratio | undefined): number | undefined =>
  ratio && ratio.top / ratio.bottom;
const twice = over("200%", "share");
const irreducible = { ...over("50.01%", "share"), above: "7.01%", cap: "25.01%" };

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
    ["of nobody in fewer than 2^53 / 10,000^3", [irreducible, 0, 9007], 0],
    [
      "of nobody in more than 2^53 / 10,000^3, where three percentages and a count may pass 2^53",
      [irreducible, 0, 9008],
      undefined,
    ],
  ],
  ([rate, counted, patients]) => asNumber(shareRatio(shareTerms(rate), counted, patients)),
);
