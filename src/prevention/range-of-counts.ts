import { copyOfList, oneOf, refuse } from "../error.ts";
import type { IndicatorId } from "../ids.ts";
import { checkKeys } from "../known-keys.ts";
import { compilePrevention } from "../indicators/compile.ts";
import type { CompiledIndicator } from "../indicators/compiled.ts";
import { indicatorPrices } from "../statement/indicator-prices.ts";
import type { ComputeOptions } from "../statement/options.ts";
import { scheduleOf } from "../statement/schedule-of.ts";
import { rangeOf, type CountedIndicator, type PhysicianRange } from "./range.ts";
import { checkRates, type PreventionRates } from "./rates.ts";

/** How many patients are eligible for an indicator, and of how many it is known to be validated. */
export interface PreventionCount {
  readonly physicianId?: string;
  readonly indicator: IndicatorId;
  readonly eligible: number;
  /** None if it is not given. */
  readonly validated?: number;
  /** Of whom it is not known; all other eligible patients if it is not given. */
  readonly unknown?: number;
}

/** What to price counts by. */
export interface CountRangeOptions extends ComputeOptions {
  readonly rates?: PreventionRates;
}

/**
 * What prevention may bring, from numbers of patients in place of a list: of a physician who is
 * paid for the whole year.
 * @returns euros per year, by physician in the order of their first count
 * @throws ForfaitError COUNT_INVALID, PREVENTION_UNKNOWN, RATE_INVALID
 * @example
 * // 312 patients aged 65 and over, of whom 60 % are vaccinated: what does the flu vaccine bring?
 * const counts = [{ indicator: "flu", eligible: 312 }];
 * const [physician] = preventionRangeOfCounts(counts, { year: 2026, rates: { flu: "60%" } });
 * [physician?.certain, physician?.expected, physician?.possible]
 * //=> ["0.00", "936.00", "1560.00"]
 */
export function preventionRangeOfCounts(
  counts: readonly PreventionCount[],
  options: CountRangeOptions,
): readonly PhysicianRange[] {
  const schedule = scheduleOf(options, ["rates"]);
  const { indicators } = compilePrevention(schedule, options.year);
  const rates = checkRates(
    options.rates,
    indicators.map(({ id }) => id),
  );
  const prices = indicatorPrices(schedule);
  const byPhysician = new Map<string | null, CountedIndicator[]>();
  copyOfList("counts", counts).forEach((given, i) => {
    const { physicianId = null, ...count } = checkCount(given, `counts[${i}]`, indicators);
    const label = (indicators.find(({ id }) => id === count.indicator) as CompiledIndicator).label;
    const price = prices.get(count.indicator) as number;
    const { validated, unknown } = count;
    byPhysician.set(physicianId, [
      ...(byPhysician.get(physicianId) ?? []),
      { ...count, ...label, certain: validated * price, possible: (validated + unknown) * price },
    ]);
  });
  return [...byPhysician].map(([id, counted]) => rangeOf(id, counted, rates));
}

function checkCount(
  given: PreventionCount,
  path: string,
  indicators: readonly CompiledIndicator[],
): Required<Omit<PreventionCount, "physicianId">> & { readonly physicianId?: string } {
  if (typeof given !== "object" || given === null)
    refuse("COUNT_INVALID", path, given, { fr: "un objet", en: "an object" });
  checkKeys(path, given, ["physicianId", "indicator", "eligible", "validated", "unknown"]);
  const { physicianId, indicator, eligible, validated = 0 } = given;
  const { unknown = eligible - validated } = given;
  const ids = indicators.map(({ id }) => id);
  if (!ids.includes(indicator))
    refuse("PREVENTION_UNKNOWN", `${path}.indicator`, indicator, oneOf(ids));
  for (const [key, count] of Object.entries({ eligible, validated, unknown }))
    if (!Number.isSafeInteger(count) || count < 0)
      refuse("COUNT_INVALID", `${path}.${key}`, count, {
        fr: "un entier à partir de 0",
        en: "a whole number from 0",
      });
  return {
    ...(physicianId !== undefined && { physicianId }),
    indicator,
    eligible,
    validated,
    unknown,
  };
}
