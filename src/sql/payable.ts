import type { Compiled } from "../statement/compile.ts";
import { totalOf } from "./physician-sums.ts";
import {
  isNumber,
  minus,
  number,
  internal,
  plus,
  rounded,
  times,
  type Expression,
} from "./expression.ts";
import type { PhysiciansSql } from "./physicians.ts";
import { kept, type Column, type Step } from "./query.ts";
import { rateOf, rates, type RatesSql } from "./rates.ts";
import { upliftOf } from "./uplifts.ts";

/** Amounts due to physicians: the CTEs from list sums to each component's cents. */
export interface PayableSql {
  readonly steps: readonly Step[];
  /** Last CTE: `account`, `patients`, `due` and the cents of each component that may be paid. */
  readonly last: string;
  /** Uplifts that may be paid, given the known facts of physicians. */
  readonly uplifts: readonly string[];
}

/** Column name of the reduction of a component for the part of the year not due. */
export const reductionOf = (component: string): string => `${component}_unpaid`;

export function payableAmounts(
  { schedule, uplifts: all }: Compiled,
  { facts, unpaid }: PhysiciansSql,
): PayableSql {
  const amounts = Object.keys(schedule.amounts).map(totalOf);
  const rated = rates(schedule, facts);
  const columns = rated.columns.filter(({ value }) => !isNumber(value, 0));
  const uplifts = all
    .map(({ component }) => component)
    .filter((id) => columns.some(({ as }) => as === rateOf(id)));
  const base: Column = {
    as: "uplift_base",
    value: times(
      internal("due"),
      plus(...(schedule.uplifts?.of ?? []).map((id) => internal(totalOf(id)))),
    ),
  };
  const carried = ["account", "patients", "due", ...(uplifts.length > 0 ? ["uplift_base"] : [])];
  const part = unpaid ? [unpaid.column] : [];

  const whole: Step = {
    name: "whole_year",
    description:
      uplifts.length === 0
        ? "Cents due for a whole year."
        : `Cents due for a whole year, the uplift base, and rates in parts of ${unitIn(rated)}.`,
    select: {
      columns: [
        ...kept(["account", "patients", "due", ...part]),
        ...amounts.map((name) => ({ as: name, value: times(internal("due"), internal(name)) })),
        ...(uplifts.length > 0 ? [base, ...columns] : []),
      ],
      from: "accounts",
    },
  };
  const names = columns.map(({ as }) => as);
  const uplifted: Step = {
    name: "with_uplifts",
    description:
      schedule.uplifts?.together === "highest"
        ? "The uplift with the highest rate, rounded half away from zero."
        : "Uplifts, rounded half away from zero.",
    select: {
      columns: [
        ...kept([...carried, ...part, ...amounts]),
        ...uplifts.map((id) => ({ as: totalOf(id), value: upliftOf(schedule, id, names, rated) })),
      ],
      from: whole.name,
    },
  };
  const before = uplifts.length > 0 ? [whole, uplifted] : [whole];
  if (!unpaid) return { steps: before, last: (before.at(-1) as Step).name, uplifts };

  const paid = [...Object.keys(schedule.amounts), ...uplifts];
  const reductions = paid.map((id): Column => ({
    as: reductionOf(id),
    value: rounded(times(internal(totalOf(id)), internal(unpaid.column)), number(unpaid.outOf)),
  }));
  const reduced: Step = {
    name: "part_of_year",
    description: "Reduction for the part of the year not due, rounded half away from zero.",
    select: {
      columns: [...kept([...carried, ...paid.map(totalOf)]), ...reductions],
      from: (before.at(-1) as Step).name,
    },
  };
  return { steps: [...before, reduced], last: reduced.name, uplifts };
}

/** Cents of a component in the last CTE; zero for a component that cannot be paid. */
export function payableOfComponent(
  component: string,
  { schedule }: Compiled,
  { uplifts }: PayableSql,
  { unpaid }: PhysiciansSql,
): Expression {
  if (!(component in schedule.amounts) && !uplifts.includes(component)) return number(0);
  const total = internal(totalOf(component));
  return unpaid ? minus(total, internal(reductionOf(component))) : total;
}

function unitIn({ scale }: RatesSql): string {
  return scale.overShares ? `${scale.hundred * scale.hundred} x patients` : String(scale.hundred);
}
