import type { ByComponent } from "../../ids.ts";
import type { Counts } from "../../list/left-out.ts";
import type { RejectedRows } from "../../panel/columns/refused.ts";
import type { Compiled } from "../compiled.ts";
import { checkExact } from "../exact-total.ts";
import { headOf } from "../head.ts";
import type { Statement } from "../statement.ts";

/** What many physicians are paid for a year, in columns. Amounts are whole cents, exact. */
export interface ColumnarStatements extends Pick<
  Statement,
  "library" | "schedule" | "simulation" | "changes"
> {
  /** Ids of the physicians, null if the list has none; the arrays below are in their order. */
  readonly physicianIds: readonly (string | null)[];
  /** Number of patients of each physician. */
  readonly patients: Float64Array;
  /** Cents by component of the schedule. For each physician they add up to `totalCents`. */
  readonly componentCents: ByComponent<Float64Array>;
  /** Cents of all components, by physician. */
  readonly totalCents: Float64Array;
  /** Cents of all physicians. */
  readonly sums: {
    readonly componentCents: ByComponent<number>;
    readonly totalCents: number;
  };
  /** Rejected rows. */
  readonly rejected: RejectedRows;
  /** What became of the rows: computed, not on the list on the day, or rejected. */
  readonly counts: Counts;
}

export function resultOf(
  compiled: Compiled,
  year: number,
  physicianIds: readonly (string | null)[],
  patients: Float64Array,
  due: readonly Float64Array[],
  { rejected, counts }: Pick<ColumnarStatements, "rejected" | "counts">,
): ColumnarStatements {
  const totalCents = new Float64Array(physicianIds.length);
  const sums = due.map((amounts) => addTo(totalCents, amounts));
  const columns = compiled.components.map(
    (component, i) => [component, due[i] as Float64Array] as const,
  );
  return {
    ...headOf(compiled.schedule, year),
    physicianIds,
    patients,
    componentCents: Object.fromEntries(columns),
    totalCents,
    sums: {
      componentCents: Object.fromEntries(
        compiled.components.map((component, i) => [component, sums[i] as number]),
      ),
      totalCents: exact(sums.reduce((a, b) => a + b, 0)),
    },
    rejected,
    counts,
  };
}

/** Adds amounts to totals, and returns their sum. */
function addTo(totals: Float64Array, amounts: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i] as number;
    sum += amount;
    totals[i] = (totals[i] as number) + amount;
  }
  return sum;
}

/** A sum of amounts that are not negative: where it is exact, each of them is. */
function exact(total: number): number {
  checkExact(total);
  return total;
}
