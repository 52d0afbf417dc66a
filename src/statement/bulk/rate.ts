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
 * The rate of an amount from zero up, rounded once to the cent, half a cent up; undefined where doubles might not be exact.
 * The whole part of a / b is right for whole a below 2^53: a quotient that is not whole lies at least 1 / b from the
 * next whole number, which is more than half the gap between doubles there.
 */
export function fastRateOf({ top, bottom }: Ratio, amount: Cents): Cents | undefined {
  const twice = 2 * top * amount + bottom;
  return twice < EXACT ? Math.floor(twice / (2 * bottom)) : undefined;
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
  /** For fewer patients than this every product in `shareRatio` is exact: it takes at most one number of each part, and one of the list. */
  readonly exactBelow: number;
}

export function shareTermsOf(rate: ShareRate): ShareTerms {
  const above = ratioOf(percent(rate.above));
  const slope = ratioOf(percent(rate.slope));
  const cap = ratioOf(percent(rate.cap));
  return {
    rate,
    above,
    slope,
    cap,
    exactBelow: EXACT / (larger(above) * larger(slope) * larger(cap)),
  };
}

function larger({ top, bottom }: Ratio): number {
  return Math.max(top, bottom);
}

/** What an uplift pays whose rate grows with a share of the patients. */
export function shareUpliftOf(
  terms: ShareTerms,
  counted: number,
  patients: number,
  amount: Cents,
): Cents {
  const ratio = shareRatio(terms, counted, patients);
  return (
    (ratio && fastRateOf(ratio, amount)) ?? rateOf(shareRate(terms.rate, counted, patients), amount)
  );
}

const NONE: Ratio = { top: 0, bottom: 1 };

/** slope x (counted / patients - above), none under `above`, capped, over one bottom; undefined where a product might not be exact. */
export function shareRatio(
  { rate: { capOn }, above, slope, cap, exactBelow }: ShareTerms,
  counted: number,
  patients: number,
): Ratio | undefined {
  if (patients >= exactBelow) return undefined;
  const isCapped = capOn === "share" && counted * cap.bottom > cap.top * patients;
  const share = isCapped ? cap : { top: counted, bottom: patients };
  const excess = share.top * above.bottom - above.top * share.bottom;
  if (excess <= 0) return NONE;
  const ratio = { top: slope.top * excess, bottom: slope.bottom * share.bottom * above.bottom };
  return capOn === "rate" && ratio.top * cap.bottom > cap.top * ratio.bottom ? cap : ratio;
}
