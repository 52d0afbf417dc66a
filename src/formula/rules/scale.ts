import { decimalsOf, partsOf, percent, type Percent } from "../../money/rate.ts";
import { call, internal, number, times, type Expression } from "../expression/expression.ts";

/** The common unit of all rates of a schedule, in which they are integers, exact and comparable. */
export interface Scale {
  /** 100 %, fine enough for every percentage of the schedule to be an integer. */
  readonly hundred: bigint;
  /** A rate depends on a share: all rates are then in parts of hundred x hundred x patients. */
  readonly overShares: boolean;
}

export function scaleOf(percentages: readonly Percent[], overShares: boolean): Scale {
  const decimals = Math.max(0, ...percentages.map((one) => decimalsOf(percent(one))));
  return { hundred: 100n * 10n ** BigInt(decimals), overShares };
}

export function unitOf({ hundred, overShares }: Scale): Expression {
  return overShares ? times(number(hundred * hundred), aPatient) : number(hundred);
}

/** A percentage in parts of `hundred`. */
export function partsOfHundred(rate: Percent, { hundred }: Scale): bigint {
  return partsOf(percent(rate), hundred);
}

export const patients = internal("patients");

/**
 * An empty list has no base either: the rate does not matter, and this avoids a division by zero.
 */
export const aPatient = call("GREATEST", patients, number(1));
