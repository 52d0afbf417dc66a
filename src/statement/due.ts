import type { Cents } from "../money/cents.ts";
import { fastRateOf, isGreaterRatio, type FastRate, type Ratio } from "../money/fast-rate.ts";
import { isGreater, type Rate } from "../money/rate.ts";
import type { Plan, PlannedUplift, Term } from "./plan.ts";
import type { Table } from "./quantities.ts";
import { shareRate, shareRateOf, shareRatio } from "./share-rate.ts";

/** The one place where euros are made: what is due to physician `slot` of a table, in cents. */

/**
 * Computes what is due for a whole year.
 * @param due for each component of the schedule, an array indexed by physician, still at zero
 * @returns the sum that uplifts apply to
 */
export function payWholeYear(
  { amounts, uplifts }: Plan,
  table: Table,
  slot: number,
  due: readonly Float64Array[],
  highestOnly: boolean,
): Cents {
  let bearing = 0;
  for (let i = 0; i < amounts.length; i++) {
    const { terms, bears } = amounts[i] as Plan["amounts"][number];
    let amount = 0;
    for (let j = 0; j < terms.length; j++) {
      const { column, cents } = terms[j] as Term;
      amount += cents * ((table.columns[column] as Float64Array)[slot] as number);
    }
    (due[i] as Float64Array)[slot] = amount;
    if (bears) bearing += amount;
  }
  if (bearing === 0) return 0;
  const paid = highestOnly && uplifts.length > 1 ? [highest(uplifts, table, slot)] : uplifts;
  for (let i = 0; i < paid.length; i++) {
    const uplift = paid[i] as PlannedUplift;
    (due[uplift.component] as Float64Array)[slot] = upliftOf(uplift, table, slot, bearing);
  }
  return bearing;
}

/** Takes off the part of the year that is not due, component by component. */
export function takeOff(missing: FastRate, slot: number, due: readonly Float64Array[]): void {
  for (const of of due) of[slot] = (of[slot] as number) - fastRateOf(missing, of[slot] as number);
}

function upliftOf(uplift: PlannedUplift, table: Table, slot: number, bearing: Cents): Cents {
  return "rate" in uplift
    ? fastRateOf(uplift.rate, bearing)
    : shareRateOf(
        uplift.terms,
        countedBy(uplift.column, table, slot),
        table.patients[slot] as number,
        bearing,
      );
}

/** The exact rate of an uplift. */
export function rateAt(uplift: PlannedUplift, table: Table, slot: number): Rate {
  return "rate" in uplift
    ? uplift.rate.exact
    : shareRate(
        uplift.terms,
        countedBy(uplift.column, table, slot),
        table.patients[slot] as number,
      );
}

/** Uplift with the highest rate; the first one on a tie. */
export function highest(
  uplifts: readonly PlannedUplift[],
  table: Table,
  slot: number,
): PlannedUplift {
  return uplifts.reduce((best, uplift) => (isHigher(uplift, best, table, slot) ? uplift : best));
}

function isHigher(one: PlannedUplift, other: PlannedUplift, table: Table, slot: number): boolean {
  const [a, b] = [ratioAt(one, table, slot), ratioAt(other, table, slot)];
  return (
    (a && b && isGreaterRatio(a, b)) ??
    isGreater(rateAt(one, table, slot), rateAt(other, table, slot))
  );
}

function ratioAt(uplift: PlannedUplift, table: Table, slot: number): Ratio | undefined {
  return "rate" in uplift
    ? uplift.rate.ratio
    : shareRatio(
        uplift.terms,
        countedBy(uplift.column, table, slot),
        table.patients[slot] as number,
      );
}

function countedBy(column: number, { columns }: Table, slot: number): number {
  return (columns[column] as Float64Array)[slot] as number;
}
