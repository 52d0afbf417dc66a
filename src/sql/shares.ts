import type { Compiled } from "../statement/compile.ts";
import { totalOf } from "./physician-sums.ts";
import { centsOf } from "./amounts.ts";
import { reductionOf, type PayableSql } from "./payable.ts";
import { minus, internal, plus, times } from "./expression.ts";
import type { PhysiciansSql } from "./physicians.ts";
import { kept, type Step } from "./query.ts";
import { cuts, shareOf, type Split } from "./largest-remainder.ts";

const IDS = ["physician_id", "patient_id", "place"];

/**
 * CTEs that allocate each physician's amounts to patients: each patient's own amounts, then uplifts
 * in proportion to their base, then reductions in proportion to each component. The last CTE holds
 * each patient's cents for each component that may be paid.
 */
export function patientShares(
  { schedule }: Compiled,
  { unpaid }: PhysiciansSql,
  { last, uplifts }: PayableSql,
): Step[] {
  const amounts = Object.keys(schedule.amounts);
  const paid = [...amounts, ...uplifts];
  const added = uplifts.map((id): Split => ({
    name: id,
    amount: internal(totalOf(id)),
    weight: internal("bearing"),
    weights: internal("uplift_base"),
  }));
  const taken = paid.map((id): Split => ({
    name: id,
    amount: internal(reductionOf(id)),
    weight: internal(centsOf(id)),
    weights: internal(totalOf(id)),
  }));

  const toTake = unpaid ? [...amounts.map(totalOf), ...paid.map(reductionOf)] : [];
  const toAdd = uplifts.length > 0 ? ["uplift_base", ...uplifts.map(totalOf)] : [];
  const bearing = (schedule.uplifts?.of ?? []).map((id) => internal(centsOf(id)));
  const year: Step = {
    name: "patient_year",
    description: "Cents of each patient, next to the amounts to allocate.",
    select: {
      columns: [
        ...kept(IDS),
        ...amounts.map((id) => ({
          as: centsOf(id),
          value: times(internal("due"), internal(centsOf(id))),
        })),
        ...(uplifts.length > 0
          ? [{ as: "bearing", value: times(internal("due"), plus(...bearing)) }]
          : []),
        ...kept([...toAdd, ...toTake]),
      ],
      from: "patient_amounts",
      join: { kind: "LEFT JOIN", table: last, on: [internal("account"), internal("physician_id")] },
    },
  };
  const steps = [year];
  if (uplifts.length > 0) {
    const before = [
      ...IDS,
      ...amounts.map(centsOf),
      ...toTake,
      ...(unpaid ? uplifts.map(totalOf) : []),
    ];
    steps.push(cuts("uplift_cuts", year.name, [...new Set([...before, ...toAdd])], added));
    steps.push({
      name: "uplift_shares",
      description: remainderNote("uplifts"),
      select: {
        columns: [
          ...kept(before),
          ...added.map((split) => ({ as: centsOf(split.name), value: shareOf(split) })),
        ],
        from: "uplift_cuts",
      },
    });
  }
  if (unpaid) {
    const all = [...IDS, ...paid.flatMap((id) => [centsOf(id), totalOf(id), reductionOf(id)])];
    steps.push(cuts("reduction_cuts", (steps.at(-1) as Step).name, all, taken));
    steps.push({
      name: "reduced_shares",
      description: remainderNote("reductions"),
      select: {
        columns: [
          ...kept(IDS),
          ...taken.map((split) => ({
            as: centsOf(split.name),
            value: minus(internal(centsOf(split.name)), shareOf(split)),
          })),
        ],
        from: "reduction_cuts",
      },
    });
  }
  return steps;
}

const remainderNote = (what: string): string =>
  `Shares of ${what}: leftover cents go to the largest remainders, ties in list order.`;
