import type { Decimal } from "decimal.js";
import { Exact } from "../../money/exact.ts";
import type { Rate } from "../../money/rate.ts";
import type { CountedPanels } from "../../panel/panels.ts";
import type { Compiled } from "../compiled.ts";
import { paidUplifts, payWholeYear, rateAt } from "../due.ts";
import { quantityLayout, type PlannedUplift } from "../plan.ts";
import type { Table } from "../quantities.ts";
import { MILLION, weightedSum, type PhysicianWeights } from "./physician-weights.ts";
import { payeesOf } from "./settle.ts";

/** What all physicians are due before any line is rounded, in cents: exact. */
export function unroundedTotal(
  { roster }: CountedPanels,
  compiled: Compiled,
  year: number,
  table: Table,
  weights: PhysicianWeights,
): Decimal {
  const { payees, missing } = payeesOf(compiled, year, roster, quantityLayout(compiled), table);
  const { classes, plans, highestOnly } = payees;
  const amounts = compiled.amounts.map(() => new Float64Array(roster.count));
  const withoutUplifts = plans.map((plan) => plan && { ...plan, uplifts: [] });
  const { bearing } = payWholeYear({ ...payees, plans: withoutUplifts }, table, amounts);
  const sum = (values: Float64Array, slots: ArrayLike<number>): Decimal =>
    new Exact(String(weightedSum(values, weights, slots)));

  let total = new Exact(0);
  for (const [number, slots] of classes.entries()) {
    const uplifts = plans[number]?.uplifts;
    if (uplifts === undefined) continue;
    let ofClass = amounts.reduce((before, one) => before.plus(sum(one, slots)), new Exact(0));
    if (bearing)
      for (const [alike, one] of uplifts.every(isFlat)
        ? [[slots, slots[0] as number] as const]
        : Array.from(slots, (slot) => [[slot], slot] as const))
        for (const uplift of paidUplifts(uplifts, highestOnly, table, one))
          ofClass = ofClass.plus(applied(rateAt(uplift, table, one), sum(bearing, alike)));
    const part = missing[number]?.exact;
    total = total.plus(part ? ofClass.minus(applied(part, ofClass)) : ofClass);
  }
  return total.dividedBy(MILLION);
}

function isFlat(uplift: PlannedUplift): boolean {
  return "rate" in uplift;
}

function applied({ numerator, denominator }: Rate, amount: Decimal): Decimal {
  return amount.times(numerator).dividedBy(denominator);
}
