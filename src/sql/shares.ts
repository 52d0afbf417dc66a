import type { Compiled } from "../statement/compile.ts";
import { totalOf } from "./accounts.ts";
import { centsOf } from "./amounts.ts";
import { takenOff, type DueSql } from "./due.ts";
import { minus, own, plus, times } from "./expression.ts";
import type { PhysiciansSql } from "./physicians.ts";
import { kept, type Step } from "./query.ts";
import { cuts, shareOf, type Split } from "./split.ts";

const IDS = ["physician_id", "patient_id", "place"];

/**
 * The steps that share out what physicians are due: each patient's own amounts, then the uplifts in proportion to what they
 * bear on, then what is taken off in proportion to each component. The last step holds a patient's cents of each component that may be paid.
 */
export function patientShares(
  { schedule }: Compiled,
  { unpaid }: PhysiciansSql,
  { last, uplifts }: DueSql,
): Step[] {
  const amounts = Object.keys(schedule.amounts);
  const paid = [...amounts, ...uplifts];
  const added = uplifts.map((id): Split => ({
    name: id,
    amount: own(totalOf(id)),
    weight: own("bearing"),
    weights: own("uplift_base"),
  }));
  const taken = paid.map((id): Split => ({
    name: id,
    amount: own(takenOff(id)),
    weight: own(centsOf(id)),
    weights: own(totalOf(id)),
  }));

  const toTake = unpaid ? [...amounts.map(totalOf), ...paid.map(takenOff)] : [];
  const toAdd = uplifts.length > 0 ? ["uplift_base", ...uplifts.map(totalOf)] : [];
  const bearing = (schedule.uplifts?.of ?? []).map((id) => own(centsOf(id)));
  const year: Step = {
    name: "patient_year",
    says: "Each patient's own cents, beside what is to be shared out.",
    select: {
      columns: [
        ...kept(IDS),
        ...amounts.map((id) => ({ as: centsOf(id), value: times(own("due"), own(centsOf(id))) })),
        ...(uplifts.length > 0
          ? [{ as: "bearing", value: times(own("due"), plus(...bearing)) }]
          : []),
        ...kept([...toAdd, ...toTake]),
      ],
      from: "patient_amounts",
      join: { kind: "LEFT JOIN", table: last, on: [own("account"), own("physician_id")] },
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
      says: lucky("uplifts"),
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
    const all = [...IDS, ...paid.flatMap((id) => [centsOf(id), totalOf(id), takenOff(id)])];
    steps.push(cuts("reduction_cuts", (steps.at(-1) as Step).name, all, taken));
    steps.push({
      name: "reduced_shares",
      says: lucky("reductions"),
      select: {
        columns: [
          ...kept(IDS),
          ...taken.map((split) => ({
            as: centsOf(split.name),
            value: minus(own(centsOf(split.name)), shareOf(split)),
          })),
        ],
        from: "reduction_cuts",
      },
    });
  }
  return steps;
}

const lucky = (what: string): string =>
  `Shares of ${what}: the cents that the cut leaves go to the largest remainders, the first patients on a tie.`;
