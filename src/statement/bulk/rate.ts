import type { ShareRate } from "../../schedule/language.ts";
import type { Cents } from "../cents.ts";
import { percent, rateOf, shareRate, type Rate } from "../rate.ts";

/** Below this, a product of whole numbers and the whole part of a quotient of them are exact in doubles. */
const EXACT = 2 ** 53;

/** A rate as a quotient of whole numbers. */
export interface Ratio {
  readonly top: number;
  readonly bottom: number;
}

export function ratioOf({ numerator, denominator }: Rate): Ratio {
  return { top: Number(numerator), bottom: Number(denominator) };
}

/**
 * The rate of an amount, rounded once to the cent, half away from zero; undefined where doubles might not be exact.
 * The whole part of a / b is right for whole a below 2^53: a quotient that is not whole lies at least 1 / b from the
 * next whole number, which is more than half the gap between doubles there.
 */
export function fastRateOf({ top, bottom }: Ratio, amount: Cents): Cents | undefined {
  const twice = 2 * Math.abs(top * amount) + bottom;
  if (!(twice < EXACT)) return undefined;
  const size = Math.floor(twice / (2 * bottom));
  return top * amount < 0 ? 0 - size : size;
}

/** What an uplift pays: in doubles where they are exact, else as `rate.ts` has it. */
export function upliftOf(rate: Rate, ratio: Ratio, amount: Cents): Cents {
  return fastRateOf(ratio, amount) ?? rateOf(rate, amount);
}

/** The parts of a rate that grows with a share, as quotients of whole numbers. */
export interface ShareTerms {
  readonly rate: ShareRate;
  readonly above: Ratio;
  readonly slope: Ratio;
  readonly cap: Ratio;
}

export function shareTermsOf(rate: ShareRate): ShareTerms {
  return { rate, above: ratioOf(percent(rate.above)), slope: ratioOf(percent(rate.slope)), cap: ratioOf(percent(rate.cap)) };
}

/** What an uplift pays whose rate grows with a share of the patients. */
export function shareUpliftOf(terms: ShareTerms, counted: number, patients: number, amount: Cents): Cents {
  const ratio = shareRatio(terms, counted, patients);
  return (ratio && fastRateOf(ratio, amount)) ?? rateOf(shareRate(terms.rate, counted, patients), amount);
}

/** slope x (counted / patients - above), none under `above`, capped, over one bottom; undefined where a product might not be exact. */
function shareRatio({ rate: { capOn }, above, slope, cap }: ShareTerms, counted: number, patients: number): Ratio | undefined {
  const isCapped = capOn === "share" && counted * cap.bottom > cap.top * patients;
  const share = isCapped ? cap : { top: counted, bottom: patients };
  const isUnder = counted * above.bottom <= above.top * patients;
  const excess = isUnder ? 0 : share.top * above.bottom - above.top * share.bottom;
  const ratio = { top: slope.top * excess, bottom: slope.bottom * share.bottom * above.bottom };
  const capped = capOn === "rate" && ratio.top * cap.bottom > cap.top * ratio.bottom ? cap : ratio;
  const products = [counted * cap.bottom, cap.top * patients, counted * above.bottom, above.top * patients, ratio.top * cap.bottom, cap.top * ratio.bottom, ratio.bottom];
  return products.every((product) => product < EXACT) ? capped : undefined;
}
