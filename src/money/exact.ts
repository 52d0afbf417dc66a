import { Decimal } from "decimal.js";

/**
 * Decimals of our own, so that no other program's settings of decimal.js matter. Every product is
 * exact in 80 digits: the longest compares two rates, each of two percentages of ten digits and a
 * list of 2^53 patients, and has 68. Quotients are rounded, so division comes last: what it rounds
 * off is too small to move a cent.
 */
export const Exact = Decimal.clone({
  defaults: true,
  precision: 80,
  rounding: Decimal.ROUND_HALF_UP,
});
