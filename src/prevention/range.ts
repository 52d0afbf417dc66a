import type { LocalizedText } from "../error.ts";
import type { IndicatorId } from "../ids.ts";
import { euros, type Cents, type Euros } from "../money/cents.ts";
import { probabilityOf, type IndicatorCounts, type PreventionRates } from "./rates.ts";

/**
 * How far a sum may be from the expected one, as a standard deviation in euros: if one indicator
 * says nothing of another, and if all move together. The error of the rates is in neither.
 */
export interface Spread {
  readonly independent: Euros;
  readonly linked: Euros;
}

/** What is due at least, at most, and as expected by the rates of the user. */
export interface EuroRange {
  readonly certain: Euros;
  /** Null without a rate of what is unknown. */
  readonly expected: Euros | null;
  readonly possible: Euros;
  /** Null without an expected sum. */
  readonly spread: Spread | null;
}

/** Patients of one indicator, and what they bring. */
export interface IndicatorRange extends LocalizedText, IndicatorCounts, EuroRange {
  readonly indicator: IndicatorId;
  /** Probability that an unknown turns validated; null without a rate. */
  readonly rate: number | null;
}

/** The prevention of one physician. */
export interface PhysicianRange extends EuroRange {
  readonly physicianId: string | null;
  readonly indicators: readonly IndicatorRange[];
}

/** An indicator before rates: its patients, and the cents that they bring at least and at most. */
export interface CountedIndicator extends LocalizedText, IndicatorCounts {
  readonly indicator: IndicatorId;
  readonly certain: Cents;
  readonly possible: Cents;
}

/** What the indicators of a physician may bring. */
export function rangeOf(
  physicianId: string | null,
  counted: readonly CountedIndicator[],
  rates: PreventionRates,
): PhysicianRange {
  const all = counted.map((one) => expectedOf(one, rates));
  const sum = (part: (one: Expected) => number): number => all.reduce((s, one) => s + part(one), 0);
  const isExpected = all.every(({ expected }) => expected !== null);
  return {
    physicianId,
    certain: euros(sum(({ certain }) => certain)),
    expected: isExpected ? euros(sum(({ expected }) => expected as Cents)) : null,
    possible: euros(sum(({ possible }) => possible)),
    spread: isExpected ? spreadOf(all.map(({ deviation }) => deviation)) : null,
    indicators: all.map(({ deviation, certain, expected, possible, ...one }) => ({
      ...one,
      certain: euros(certain),
      expected: expected === null ? null : euros(expected),
      possible: euros(possible),
      spread: expected === null ? null : spreadOf([deviation]),
    })),
  };
}

interface Expected extends CountedIndicator {
  readonly rate: number | null;
  readonly expected: Cents | null;
  /** Standard deviation, in cents. */
  readonly deviation: number;
}

function expectedOf(counted: CountedIndicator, rates: PreventionRates): Expected {
  const { indicator, certain, possible, unknown } = counted;
  const given = rates[indicator];
  const rate = given === undefined ? null : probabilityOf(given, counted);
  if (unknown === 0) return { ...counted, rate, expected: certain, deviation: 0 };
  if (rate === null) return { ...counted, rate, expected: null, deviation: 0 };
  const open = possible - certain;
  return {
    ...counted,
    rate,
    expected: certain + Math.round(open * rate),
    deviation: (open / unknown) * Math.sqrt(unknown * rate * (1 - rate)),
  };
}

function spreadOf(deviations: readonly number[]): Spread {
  return {
    independent: euros(Math.round(Math.sqrt(deviations.reduce((sum, one) => sum + one * one, 0)))),
    linked: euros(Math.round(deviations.reduce((sum, one) => sum + one, 0))),
  };
}
