import type { Readings } from "../ids.ts";
import { euros, type Cents } from "../money/cents.ts";
import type { Euros } from "../schedule/language.ts";
import type { PricesReadings } from "../statement/reading-totals.ts";
import { pricedChanges } from "./changes.ts";
import type { OpenOption } from "./open-options.ts";
import { computedAt, type PaidAt } from "./paid-amounts.ts";

/** Readings under which what is computed comes within 1 % of each amount that was paid. */
export interface CompatibleReadings {
  /** Changes to the readings in use; none if these are compatible. */
  readonly readings: Readings;
  /** What is computed under them, in euros, in the order of the payments. */
  readonly computed: readonly Euros[];
  /** Sum of the distances from what was paid, in euros. */
  readonly distance: Euros;
}

/** Sets of readings that are told. */
const MOST = 3;

/** Cents by which one more change must come closer at each amount: below, it moves odd cents. */
const CLOSER = 100;

/**
 * The smallest sets of readings that are compatible with what was paid: the fewest changes first,
 * then the closest. A set with more changes is told only if it comes closer. Compatible is not the
 * cause: another list explains a gap as well.
 * @param options that are tried, of questions that the list answers
 */
export function compatibleReadings(
  list: PricesReadings,
  options: readonly OpenOption[],
  paid: readonly PaidAt[],
): CompatibleReadings[] {
  const found: { readonly set: CompatibleReadings; readonly cents: Cents }[] = [];
  for (const { readings, totals } of pricedChanges(list, options)) {
    const computed = paid.map((place) => computedAt(place, totals));
    const gaps = computed.map((cents, i) => Math.abs(cents - (paid[i] as PaidAt).cents));
    if (!gaps.every((gap, i) => isNear(gap, paid[i] as PaidAt))) continue;
    const cents = gaps.reduce((sum, gap) => sum + gap, 0);
    const isNoCloser = found.some(
      ({ set, cents: other }) =>
        isPart(set.readings, readings) && other - cents < CLOSER * paid.length,
    );
    if (isNoCloser) continue;
    found.push({
      set: { readings, computed: computed.map(euros), distance: euros(cents) },
      cents,
    });
  }
  return found
    .sort((a, b) => size(a.set.readings) - size(b.set.readings) || a.cents - b.cents)
    .slice(0, MOST)
    .map(({ set }) => set);
}

/** Within 1 % of what was paid. */
const isNear = (gap: Cents, { cents }: PaidAt): boolean => gap * 100 <= Math.abs(cents);

const size = (readings: Readings): number => Object.keys(readings).length;

function isPart(some: Readings, readings: Readings): boolean {
  return Object.entries(some).every(([id, option]) => readings[id] === option);
}
