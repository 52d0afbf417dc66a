import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { percent, rateOf, shareRate } from "../../src/statement/rate.ts";

/** decimal.js with sixty digits, an implementation that shares nothing with ours; it divides last, so that half a cent is one. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

const percentage = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(6, "0")}%`);
const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

test("a percentage of an amount is what decimal.js makes of it", () => {
  fc.assert(
    fc.property(percentage, amount, (text, cents) => {
      expect(rateOf(percent(text), cents)).toBe(
        new Exact(text.slice(0, -1)).div(100).times(cents).toDecimalPlaces(0).toNumber() + 0,
      );
    }),
  );
});

test("a rate that grows with a share is what decimal.js makes of it", () => {
  const capped = fc.constantFrom("share", "rate");
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.nat(),
      amount,
      capped,
      (patients, drawn, cents, capOn) => {
        const count = drawn % (patients + 1);
        const ofAll = new Exact(patients);
        const used = capOn === "share" ? Exact.min(count, ofAll.times("0.25")) : new Exact(count);
        const rate = Exact.max(used.minus(ofAll.times("0.07")), 0).times("0.5");
        const due = (capOn === "rate" ? Exact.min(rate, ofAll.times("0.25")) : rate).times(cents);
        const expected = due.div(patients).toDecimalPlaces(0).toNumber() + 0;
        expect(
          rateOf(
            shareRate(
              { share: { c2s: true }, above: "7%", slope: "50%", cap: "25%", capOn },
              count,
              patients,
            ),
            cents,
          ) + 0,
        ).toBe(expected);
      },
    ),
    { examples: [[12, 1, 999_999_975, "share"]] },
  );
});

test("a cap on the share caps no rate, however steep the slope", () => {
  const steep = {
    share: { c2s: true },
    above: "7%",
    slope: "300%",
    cap: "25%",
    capOn: "share",
  } as const;
  expect(rateOf(shareRate(steep, 30, 100), 10_000)).toBe(3 * (25 - 7) * 100);
});
