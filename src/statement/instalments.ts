import { equalParts } from "../money/allocate.ts";
import type { Cents } from "../money/cents.ts";
import { rateOf } from "../money/rate.ts";
import type { Compiled, PaymentPlan } from "./compile.ts";

/** Amounts paid on one date, by component. */
export interface Part {
  /** `YYYY-MM`, or `YYYY` if only the year is known. */
  readonly due: string;
  readonly components: ReadonlyMap<string, Cents>;
}

/**
 * Splits the amounts due into instalments. `advanced` returns the amount of a component on the list
 * of an earlier day.
 */
export function instalments(
  { schedule, payments }: Compiled,
  year: number,
  totals: ReadonlyMap<string, Cents>,
  advanced: (on: string, component: string) => Cents,
): Part[] {
  const parts = new Map<string, Map<string, Cents>>();
  const pay = (due: string, component: string, amount: Cents): void => {
    const day = dueIn(due, year);
    const part = parts.get(day) ?? new Map<string, Cents>();
    parts.set(day, part.set(component, (part.get(component) ?? 0) + amount));
  };
  for (const [component, amount] of totals) {
    const plan = payments.get(component) as PaymentPlan;
    if ("equal" in plan) {
      const shares = equalParts(amount, plan.equal.length, schedule.payment.oddCents);
      for (const [i, due] of plan.equal.entries()) pay(due, component, shares[i] as Cents);
    } else {
      const advance = rateOf(plan.advance, advanced(plan.on, component), "towards zero");
      for (const due of plan.due) pay(due, component, advance);
      pay(plan.balance, component, amount - advance * plan.due.length);
    }
  }
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([due, components]) => ({ due, components }));
}

/** `"04/N"` in 2026 is `2026-04`, `"N+1"` is `2027`. */
function dueIn(due: string, year: number): string {
  const [month, of] = due.includes("/") ? (due.split("/") as [string, string]) : ["", due];
  const paid = year + Number(of.slice(1) || 0);
  return month ? `${paid}-${month}` : `${paid}`;
}
