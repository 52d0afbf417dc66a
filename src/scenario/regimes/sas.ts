import { cents } from "../../money/cents.ts";
import { applyPatch } from "../../schedule/apply.ts";
import { price } from "../priced.ts";
import type { PricedPart, PricedRegime } from "./priced-regime.ts";
import { SAS } from "./published-means.ts";

/**
 * The amount that the new regime pays to those for whom the old one counted points of the SAS; none
 * where the old one counts no such points, or where the new one tells its SAS itself.
 */
export function sasOf(before: PricedRegime, after: PricedRegime): PricedPart | undefined {
  if (after.parts.some(({ id }) => /\bSAS\b/i.test(id))) return undefined;
  const { schedule: id, path } = SAS.countedBy;
  const counting = before.allowances.find(({ schedule }) => schedule.id === id);
  if (!counting) return undefined;
  const { frame, schedule } = counting;
  const whole = price(frame, schedule).totals;
  const without = price(frame, applyPatch(schedule, { [path]: null })).totals;
  const amounts = whole.map((total, slot) =>
    total > (without[slot] as number) ? cents(SAS.amount) : 0,
  );
  return {
    id: "SAS",
    fr: "SAS, à qui l'ancien régime en compte les points",
    en: "SAS, to those for whom the old regime counts its points",
    basis: "each",
    amounts,
    status: SAS.source.status,
    sources: [SAS.source],
  };
}
