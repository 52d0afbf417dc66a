import { guard, refuse } from "../../error.ts";
import { freeze } from "../../freeze.ts";
import { checkKeys } from "../../known-keys.ts";
import type { Physician } from "../../list/physician.ts";
import { euros, type Cents } from "../../money/cents.ts";
import type { Compiled } from "../../statement/compiled.ts";
import { headOf } from "../../statement/head.ts";
import type { ComputeOptions } from "../../statement/options.ts";
import { scheduleOf } from "../../statement/schedule-of.ts";
import { STATIC } from "../note.ts";
import { Ends } from "./ends.ts";
import { readShared } from "./read-shared.ts";
import type { AmountRange, SharedPanel, SharedPrice } from "./shared.ts";

/** Options of `computeShared`. */
export interface SharedPriceOptions extends ComputeOptions {
  /** Facts of the physician whose panel it is, which it does not say; absent, none is known. */
  readonly physician?: Physician;
}

/**
 * Prices a shared panel, under the schedule that it is shared for or another: from the least that
 * its hidden cells may mean to the most. There is no single amount, and none is to be taken.
 * @param shared what `sharePanels` returned, or its JSON parsed
 * @throws ForfaitError INPUT_INVALID for what is no shared panel, or for a schedule with a rate by
 * share, slabs or points, which cells alone do not give; REFERENCE_DAY_DIFFERS, KEY_UNKNOWN
 * @example
 * // What do 200 patients bring, of whom a hidden number is on the C2S?
 * const table = [
 *   { age: "7-74", ald: false, c2s: false, n: 196 },
 *   { age: "7-74", ald: false, c2s: true, n: 4 },
 * ];
 * const shared = sharePanels(panelsFromCounts(table, { year: 2026 }), { year: 2026 });
 * computeShared(shared, { year: 2026 }).total
 * //=> { low: "1010.00", high: "2990.00" }
 */
export function computeShared(shared: SharedPanel, options: SharedPriceOptions): SharedPrice {
  const panel = readShared(shared);
  if (typeof options !== "object" || options === null)
    refuse("INPUT_INVALID", "options", options, { fr: "{ year }", en: "{ year }" });
  const { physician, ...choices } = guard("options", () => ({ ...options }));
  checkKeys("options", options, ["year", "schedule", "readings", "patch", "physician"]);
  const ends = new Ends(panel, scheduleOf(choices), choices.year, physician);
  const { components, amounts } = ends.compiled;
  const ofPatients = components.slice(0, amounts.length);
  const lowest = ends.of(ofPatients);
  const ranges = components.map((component): readonly [string, [Cents, Cents]] => [
    component,
    ends.of(ofPatients.includes(component) ? [component] : upliftedBy(ends.compiled), component),
  ]);
  const uplifts = ranges.slice(amounts.length);
  const total = ([0, 1] as const).map(
    (end) => lowest[end] + uplifts.reduce((sum, [, range]) => sum + range[end], 0),
  ) as [Cents, Cents];
  return freeze({
    ...STATIC,
    schedule: headOf(ends.compiled.schedule, choices.year).schedule,
    total: written(total),
    components: Object.fromEntries(ranges.map(([name, range]) => [name, written(range)])),
  });
}

/** The components that rates bear on. */
function upliftedBy({ schedule }: Compiled): readonly string[] {
  return schedule.uplifts?.of ?? [];
}

function written([low, high]: readonly [Cents, Cents]): AmountRange {
  return { low: euros(low), high: euros(high) };
}
