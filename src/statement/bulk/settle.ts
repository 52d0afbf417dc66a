import type { Cents } from "../../money/cents.ts";
import { fastRateOf, isGreaterRatio, type Ratio } from "../../money/fast-rate.ts";
import { isGreater, type Rate } from "../../money/rate.ts";
import type { Roster } from "../../panel/columns/roster.ts";
import { classesOf } from "./classes.ts";
import { planOf, type Plan, type PlannedAmounts, type PlannedUplift } from "./plans.ts";
import type { Compiled } from "../compile.ts";
import { shareRate, shareRateOf, shareRatio } from "../share-rate.ts";

/** Sums over the patients of each physician, as arrays indexed by physician. */
export interface Sums {
  /** One array per measure of the schedule. */
  readonly measures: readonly Float64Array[];
  readonly patients: Float64Array;
  readonly actions: Float64Array;
  readonly indicators: readonly string[];
  /** Validations of indicator `i` for physician `p`, at `p * indicators.length + i`. */
  readonly validated: Float64Array;
}

/** Cents due to physicians: for each component of the schedule, an array indexed by physician. */
export function settle(
  compiled: Compiled,
  year: number,
  roster: Roster,
  sums: Sums,
): Float64Array[] {
  const { classes, size } = classesOf(compiled, year, roster);
  const plans = Array.from<Plan | undefined>({ length: size });
  const due = compiled.components.map(() => new Float64Array(roster.count));
  const highestOnly = compiled.schedule.uplifts?.together === "highest";
  for (let slot = 0; slot < roster.count; slot++) {
    const plan = (plans[classes[slot] as number] ??= planOf(
      compiled,
      year,
      roster.facts(slot),
      sums.indicators,
    ));
    settleOne(plan, slot, sums, due, highestOnly);
  }
  return due;
}

function settleOne(
  { amounts, uplifts, missing }: Plan,
  slot: number,
  sums: Sums,
  due: readonly Float64Array[],
  highestOnly: boolean,
): void {
  let bearing = 0;
  for (let i = 0; i < amounts.length; i++) {
    const planned = amounts[i] as PlannedAmounts;
    const amount = amountOf(planned, slot, sums);
    (due[i] as Float64Array)[slot] = amount;
    if (planned.bears) bearing += amount;
  }
  if (bearing > 0) {
    const paid = highestOnly && uplifts.length > 1 ? [highest(uplifts, slot, sums)] : uplifts;
    for (let i = 0; i < paid.length; i++) {
      const uplift = paid[i] as PlannedUplift;
      (due[uplift.component] as Float64Array)[slot] =
        "rate" in uplift
          ? fastRateOf(uplift.rate, bearing)
          : shareRateOf(
              uplift.terms,
              countedBy(uplift.measure, slot, sums),
              sums.patients[slot] as number,
              bearing,
            );
    }
  }
  if (missing)
    for (const of of due) of[slot] = (of[slot] as number) - fastRateOf(missing, of[slot] as number);
}

function amountOf(
  { measures, perIndicator, perAction }: PlannedAmounts,
  slot: number,
  sums: Sums,
): Cents {
  let amount = perAction * (sums.actions[slot] as number);
  for (let i = 0; i < measures.length; i++)
    amount += (sums.measures[measures[i] as number] as Float64Array)[slot] as number;
  for (let i = 0; i < perIndicator.length; i++)
    amount +=
      (perIndicator[i] as number) * (sums.validated[slot * perIndicator.length + i] as number);
  return amount;
}

/** Uplift with the highest rate; the first one on a tie. */
function highest(uplifts: readonly PlannedUplift[], slot: number, sums: Sums): PlannedUplift {
  return uplifts.reduce((best, uplift) => (isHigher(uplift, best, slot, sums) ? uplift : best));
}

function isHigher(one: PlannedUplift, other: PlannedUplift, slot: number, sums: Sums): boolean {
  const [a, b] = [ratioAt(one, slot, sums), ratioAt(other, slot, sums)];
  return (
    (a && b && isGreaterRatio(a, b)) ??
    isGreater(rateAt(one, slot, sums), rateAt(other, slot, sums))
  );
}

function ratioAt(uplift: PlannedUplift, slot: number, sums: Sums): Ratio | undefined {
  return "rate" in uplift
    ? uplift.rate.ratio
    : shareRatio(
        uplift.terms,
        countedBy(uplift.measure, slot, sums),
        sums.patients[slot] as number,
      );
}

function rateAt(uplift: PlannedUplift, slot: number, sums: Sums): Rate {
  return "rate" in uplift
    ? uplift.rate.exact
    : shareRate(uplift.terms, countedBy(uplift.measure, slot, sums), sums.patients[slot] as number);
}

function countedBy(measure: number, slot: number, { measures }: Sums): number {
  return (measures[measure] as Float64Array)[slot] as number;
}
