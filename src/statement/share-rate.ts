import { EXACT, ratioOf, ratioTimes, type Ratio } from "../money/fast-rate.ts";
import type { Cents } from "../money/cents.ts";
import {
  fraction,
  isGreater,
  lesser,
  minus,
  percent,
  rateOf,
  times,
  type Rate,
} from "../money/rate.ts";
import type { Condition, ShareRate } from "../schedule/language.ts";

/** A rate that grows with a share of the patients, with parsed percentages. */
export interface ShareTerms {
  /** Condition of the patients counted by the share. */
  readonly share: Condition;
  readonly capOn: ShareRate["capOn"];
  readonly exact: Terms<Rate>;
  readonly ratios: Terms<Ratio>;
  /**
   * For fewer patients than this every product in `shareRatio` is exact: it takes at most one
   * number of each term, and one of the list.
   */
  readonly exactBelow: number;
}

interface Terms<Value> {
  readonly above: Value;
  readonly slope: Value;
  readonly cap: Value;
}

export function shareTerms({ share, above, slope, cap, capOn }: ShareRate): ShareTerms {
  const exact = { above: percent(above), slope: percent(slope), cap: percent(cap) };
  const ratios = {
    above: ratioOf(exact.above),
    slope: ratioOf(exact.slope),
    cap: ratioOf(exact.cap),
  };
  const size = Object.values(ratios).reduce((product, one) => product * larger(one), 1);
  return { share, capOn, exact, ratios, exactBelow: EXACT / size };
}

function larger({ top, bottom }: Ratio): number {
  return Math.max(top, bottom);
}

/**
 * slope x (counted / patients - above), none under `above` or without patients, capped on the share
 * or on the rate.
 */
export function shareRate({ capOn, exact }: ShareTerms, counted: number, patients: number): Rate {
  const { above, slope, cap } = exact;
  const share = fraction(counted, patients);
  if (!isGreater(share, above)) return fraction(0, 1);
  const rate = times(slope, minus(capOn === "share" ? lesser(share, cap) : share, above));
  return capOn === "rate" ? lesser(rate, cap) : rate;
}

/** Amount of such an uplift: in doubles where they are exact, otherwise on decimal.js. */
export function shareRateOf(
  terms: ShareTerms,
  counted: number,
  patients: number,
  amount: Cents,
): Cents {
  const ratio = shareRatio(terms, counted, patients);
  return (
    (ratio && ratioTimes(ratio, amount)) ??
    rateOf(shareRate(terms, counted, patients), amount, "half away from zero")
  );
}

const NONE: Ratio = { top: 0, bottom: 1 };

/** `shareRate` in doubles, as one fraction; undefined where a product might not be exact. */
export function shareRatio(
  { capOn, ratios: { above, slope, cap }, exactBelow }: ShareTerms,
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
