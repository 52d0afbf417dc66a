import { EXACT, ratioOf, ratioTimes, type Ratio } from "../../money/fast-rate.ts";
import type { Cents } from "../../money/cents.ts";
import { fraction, isGreater, minus, percent, rateOf, times, type Rate } from "../../money/rate.ts";
import type { Condition, ShareRate } from "../../schedule/language.ts";

/** A rate that grows with a share of the patients, with parsed percentages. */
export interface ShareTerms {
  /** Condition of the patients counted by the share. */
  readonly share: Condition;
  readonly capOn: ShareRate["capOn"];
  readonly exact: Terms<Rate>;
  readonly ratios: Terms<Ratio>;
  /**
   * For fewer patients than this every product of `rateIn` is exact in doubles: it takes at most
   * one number of each term, and one of the list.
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

/** Fractions, exact or in doubles. */
interface Arithmetic<Value> {
  readonly fraction: (top: number, bottom: number) => Value;
  readonly isGreater: (a: Value, b: Value) => boolean;
  readonly minus: (a: Value, b: Value) => Value;
  readonly times: (a: Value, b: Value) => Value;
}

/**
 * slope x (counted / patients - above), none under `above` or without patients, capped on the share
 * or on the rate.
 */
function rateIn<Value>(
  { fraction, isGreater, minus, times }: Arithmetic<Value>,
  capOn: ShareRate["capOn"],
  { above, slope, cap }: Terms<Value>,
  counted: number,
  patients: number,
): Value {
  const share = fraction(counted, patients);
  if (!isGreater(share, above)) return fraction(0, 1);
  const capped = capOn === "share" && isGreater(share, cap) ? cap : share;
  const rate = times(slope, minus(capped, above));
  return capOn === "rate" && isGreater(rate, cap) ? cap : rate;
}

const inDoubles: Arithmetic<Ratio> = {
  fraction: (top, bottom) => ({ top, bottom }),
  isGreater: (a, b) => a.top * b.bottom > b.top * a.bottom,
  minus: (a, b) => ({
    top: a.top * b.bottom - b.top * a.bottom,
    bottom: a.bottom * b.bottom,
  }),
  times: (a, b) => ({ top: a.top * b.top, bottom: a.bottom * b.bottom }),
};

/** The exact rate. */
export function shareRate({ capOn, exact }: ShareTerms, counted: number, patients: number): Rate {
  return rateIn({ fraction, isGreater, minus, times }, capOn, exact, counted, patients);
}

/** The rate in doubles; undefined where a product might not be exact. */
export function shareRatio(
  { capOn, ratios, exactBelow }: ShareTerms,
  counted: number,
  patients: number,
): Ratio | undefined {
  return patients < exactBelow ? rateIn(inDoubles, capOn, ratios, counted, patients) : undefined;
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
