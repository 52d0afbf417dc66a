import type { Cents } from "../money/cents.ts";
import type { CountedPanels } from "../panel/panels.ts";
import type { Schedule } from "../schedule/language.ts";
import { roundedCents } from "../statement/weighted.ts";
import { weightedSum, type PhysicianWeights } from "../statement/bulk/physician-weights.ts";
import { pricePanels, type PricedPanels } from "../statement/bulk/price-panels.ts";
import { compile } from "../statement/compile.ts";
import type { Compiled } from "../statement/compiled.ts";
import { checkExact } from "../statement/exact-total.ts";

/** How panels are priced, whatever the schedule. */
export interface Frame {
  readonly panels: CountedPanels;
  readonly year: number;
  readonly move: boolean;
  readonly weights: PhysicianWeights;
}

/** Panels under a schedule. */
export interface Priced extends PricedPanels {
  readonly schedule: Schedule;
  readonly compiled: Compiled;
  /** Cents of all components, by physician. */
  readonly totals: Float64Array;
  /** Cents of all physicians, each for so many as they stand for. */
  readonly total: Cents;
}

/** Cents of all physicians under a schedule, and nothing else: what a sweep asks for. */
export function totalOf({ panels, year, move, weights }: Frame, schedule: Schedule): Cents {
  const { due } = pricePanels(panels, compile(schedule), year, move);
  const total = roundedCents(due.reduce((sum, one) => sum + weightedSum(one, weights), 0n));
  checkExact(total);
  return total;
}

export function price({ panels, year, move, weights }: Frame, schedule: Schedule): Priced {
  const compiled = compile(schedule);
  const priced = pricePanels(panels, compiled, year, move);
  const totals = new Float64Array(panels.roster.count);
  for (const amounts of priced.due)
    for (let slot = 0; slot < totals.length; slot++)
      totals[slot] = (totals[slot] as number) + (amounts[slot] as number);
  const total = roundedCents(weightedSum(totals, weights));
  checkExact(total);
  return { ...priced, schedule, compiled, totals, total };
}
