import type { Scale } from "../millionths.ts";
import type { Cents } from "../money/cents.ts";
import { lineOf } from "./weighted.ts";
import { fastRateOf, isGreaterRatio, type FastRate, type Ratio } from "../money/fast-rate.ts";
import { isGreater, type Rate } from "../money/rate.ts";
import type { Plan, PlannedAmounts, PlannedUplift } from "./plan.ts";
import type { Table } from "./quantities.ts";
import { shareRate, shareRateOf, shareRatio } from "./rules/share-terms.ts";

/** The one place where euros are made: plans times a table, in cents. */

/** Physicians to pay, in classes that a schedule treats alike. */
export interface Payees {
  /** The physicians of each class. */
  readonly classes: readonly Uint32Array[];
  /** How each class is paid; undefined for who is not eligible. */
  readonly plans: readonly (Plan | undefined)[];
  readonly highestOnly: boolean;
}

/**
 * What was paid from a table before the uplifts, from which other amounts differ by a few columns:
 * cents by column and class, and sums by physician, of each component of amounts.
 */
export interface Reference {
  readonly cents: readonly CentsByColumn[];
  readonly sums: readonly Float64Array[];
}

/** For each column that pays a component, cents for each unit in it, by class. */
type CentsByColumn = ReadonlyMap<number, Float64Array>;

/** What the amounts of a whole year were paid with, and what uplifts apply to. */
export interface Paid extends Pick<Reference, "cents"> {
  /** By physician; undefined if no component bears an uplift. */
  readonly bearing: Float64Array | undefined;
}

/**
 * Computes what is due for a whole year.
 * @param due for each component of the schedule, an array indexed by physician, at zero
 * @param before the same table and classes, paid before; of whole counts, as others are rounded
 */
export function payWholeYear(
  payees: Payees,
  table: Table,
  due: readonly Float64Array[],
  before?: Reference,
): Paid {
  const { plans, classes } = payees;
  const components = plans.find((plan) => plan !== undefined)?.amounts ?? [];
  const cents = components.map((_, i) => {
    const now = centsByColumn(plans, i);
    const sums = due[i] as Float64Array;
    const paid = before?.cents[i];
    if (paid) sums.set(before.sums[i] as Float64Array);
    payColumns(paid ? differences(now, paid) : now, classes, table, sums);
    return now;
  });
  const bearing = sumOf(due.filter((_, i) => components[i]?.bears));
  // Where no component bears uplifts, none are planned.
  payUplifts(payees, table, due, bearing as Float64Array);
  return { cents, bearing };
}

/** The sum by physician; that of one component is the component itself. */
function sumOf([first, ...others]: readonly Float64Array[]): Float64Array | undefined {
  if (others.length === 0) return first;
  const sum = (first as Float64Array).slice();
  for (const one of others)
    one.forEach((amount, slot) => (sum[slot] = (sum[slot] as number) + amount));
  return sum;
}

function centsByColumn(plans: readonly (Plan | undefined)[], component: number): CentsByColumn {
  const byColumn = new Map<number, Float64Array>();
  plans.forEach((plan, number) => {
    if (plan === undefined) return;
    for (const { column, cents } of (plan.amounts[component] as PlannedAmounts).terms) {
      let known = byColumn.get(column);
      if (known === undefined) byColumn.set(column, (known = new Float64Array(plans.length)));
      known[number] = cents;
    }
  });
  return byColumn;
}

/** What the columns pay more, or less, than before; none for those that pay as before. */
function differences(now: CentsByColumn, before: CentsByColumn): CentsByColumn {
  const byColumn = new Map<number, Float64Array>();
  for (const column of new Set([...now.keys(), ...before.keys()])) {
    const [to, from] = [now.get(column), before.get(column)];
    const more = (to ?? (from as Float64Array)).map(
      (_, number) => (to?.[number] ?? 0) - (from?.[number] ?? 0),
    );
    if (more.some(Boolean)) byColumn.set(column, more);
  }
  return byColumn;
}

/**
 * Number of columns added in one pass, so that each sum is loaded and stored once for all of them.
 */
const STRIDE = 4;

/** Adds what columns pay: most of them pay all classes alike. */
function payColumns(
  byColumn: CentsByColumn,
  classes: Payees["classes"],
  { columns, scale }: Table,
  sums: Float64Array,
): void {
  const alike: PaidColumn[] = [];
  for (const [column, cents] of byColumn) {
    const quantities = columns[column] as Float64Array;
    const [first] = cents;
    if (scale === 1 && cents.every((one) => one === first))
      alike.push({ quantities, cents: first as Cents });
    else addByClass(sums, quantities, cents, classes, scale);
  }
  const [some] = alike;
  while (some && alike.length % STRIDE > 0) alike.push({ quantities: some.quantities, cents: 0 });
  for (let i = 0; i < alike.length; i += STRIDE)
    addFour(
      sums,
      ...(alike.slice(i, i + STRIDE) as [PaidColumn, PaidColumn, PaidColumn, PaidColumn]),
    );
}

/** A column, and cents for each unit in it. */
interface PaidColumn {
  readonly quantities: Float64Array;
  readonly cents: Cents;
}

function addByClass(
  sums: Float64Array,
  quantities: Float64Array,
  cents: Float64Array,
  classes: Payees["classes"],
  scale: Scale,
): void {
  for (let number = 0; number < classes.length; number++) {
    const slots = classes[number] as Uint32Array;
    const each = cents[number] as Cents;
    if (each === 0) continue;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as number;
      sums[slot] = (sums[slot] as number) + lineOf(quantities[slot] as number, each, scale);
    }
  }
}

function addFour(
  sums: Float64Array,
  { quantities: p, cents: v }: PaidColumn,
  { quantities: q, cents: w }: PaidColumn,
  { quantities: r, cents: x }: PaidColumn,
  { quantities: s, cents: y }: PaidColumn,
): void {
  for (let slot = 0; slot < sums.length; slot++)
    sums[slot] =
      (sums[slot] as number) +
      v * (p[slot] as number) +
      w * (q[slot] as number) +
      x * (r[slot] as number) +
      y * (s[slot] as number);
}

function payUplifts(
  { classes, plans, highestOnly }: Payees,
  table: Table,
  due: readonly Float64Array[],
  bearing: Float64Array,
): void {
  plans.forEach((plan, number) => {
    if (!plan?.uplifts.length) return;
    const slots = classes[number] as Uint32Array;
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] as number;
      const of = bearing[slot] as number;
      const paid = paidUplifts(plan.uplifts, highestOnly, table, slot);
      for (let i = 0; i < paid.length; i++) {
        const uplift = paid[i] as PlannedUplift;
        (due[uplift.component] as Float64Array)[slot] = upliftOf(uplift, table, slot, of);
      }
    }
  });
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

/** All uplifts, or only the one with the highest rate; the first one on a tie. */
export function paidUplifts(
  uplifts: readonly PlannedUplift[],
  highestOnly: boolean,
  table: Table,
  slot: number,
): readonly PlannedUplift[] {
  if (!highestOnly || uplifts.length < 2) return uplifts;
  return [uplifts.reduce((best, uplift) => (isHigher(uplift, best, table, slot) ? uplift : best))];
}

function isHigher(one: PlannedUplift, other: PlannedUplift, table: Table, slot: number): boolean {
  const a = ratioAt(one, table, slot);
  const b = ratioAt(other, table, slot);
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
