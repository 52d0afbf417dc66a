import { MOST_INDICATORS } from "../../facts.ts";
import type { CountedPanels } from "../../panel/panels.ts";
import { isSafeTotal, mergeUntilSafe, type Held } from "./merge.ts";
import type { SharedPrevention } from "./shared.ts";

/** The name of actions that were given as a number. */
const ANY = "any";

/**
 * Validations of the indicators of all physicians; too small ones are told together. A number of
 * actions may be of one patient: it counts for as many patients as it must have.
 */
export function sharedPrevention(
  { tallies, told, roster }: CountedPanels,
  threshold: number,
): SharedPrevention[] | null {
  if (!told.prevention) return null;
  const { indicators, validated, actions } = tallies;
  const counts = indicators.map((id, i): Held<string> => {
    let n = 0;
    for (let slot = 0; slot < roster.count; slot++)
      n += validated[slot * indicators.length + i] as number;
    return { cell: id, n };
  });
  let unnamed = 0;
  for (let slot = 0; slot < roster.count; slot++) unnamed += actions[slot] as number;
  const held = counts.filter(({ n }) => n > 0);
  const merged = mergeUntilSafe(held, [], threshold);
  const none = counts.filter(({ n }) => n === 0).map(({ cell }) => ({ of: [cell], n: 0 }));
  const named: SharedPrevention[] = merged
    ? merged.map(({ cells, n }) => ({ of: cells, n }))
    : held.length > 0
      ? [{ of: held.map(({ cell }) => cell), n: null }]
      : [];
  const most = told.mostActions || MOST_INDICATORS;
  const any: SharedPrevention[] =
    unnamed === 0
      ? []
      : [{ of: [ANY], n: isSafeTotal(unnamed, 1, threshold * most) ? unnamed : null }];
  return [...named, ...none, ...any];
}
