import type { Decimal } from "decimal.js";
import { MILLION } from "../../millionths.ts";
import { Exact } from "../../money/exact.ts";
import type { Rate } from "../../money/rate.ts";
import type { CountedPanels } from "../../panel/panels.ts";
import type { Compiled } from "../compiled.ts";
import { paidUplifts, rateAt } from "../due.ts";
import { quantityLayout, type PlannedAmounts, type PlannedUplift } from "../plan.ts";
import type { Table } from "../quantities.ts";
import { weightedSum, type PhysicianWeights } from "./physician-weights.ts";
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
  const sum = (amounts: readonly PlannedAmounts[], slots: ArrayLike<number>): Decimal =>
    new Exact(
      String(
        amounts
          .flatMap(({ terms }) => terms)
          .reduce(
            (before, { column, cents }) =>
              before +
              BigInt(cents) * weightedSum(table.columns[column] as Float64Array, weights, slots),
            0n,
          ),
      ),
    );

  let total = new Exact(0);
  for (const [number, slots] of classes.entries()) {
    const plan = plans[number];
    if (plan === undefined) continue;
    const { amounts, uplifts } = plan;
    const bearing = amounts.filter(({ bears }) => bears);
    let ofClass = sum(amounts, slots);
    if (uplifts.length > 0)
      for (const [alike, one] of uplifts.every(isFlat)
        ? [[slots, slots[0] as number] as const]
        : Array.from(slots, (slot) => [[slot], slot] as const))
        for (const uplift of paidUplifts(uplifts, highestOnly, table, one))
          ofClass = ofClass.plus(applied(rateAt(uplift, table, one), sum(bearing, alike)));
    const part = missing[number]?.exact;
    total = total.plus(part ? ofClass.minus(applied(part, ofClass)) : ofClass);
  }
  return total.dividedBy(MILLION).dividedBy(table.scale);
}

function isFlat(uplift: PlannedUplift): boolean {
  return "rate" in uplift;
}

function applied({ numerator, denominator }: Rate, amount: Decimal): Decimal {
  return amount.times(numerator).dividedBy(denominator);
}
