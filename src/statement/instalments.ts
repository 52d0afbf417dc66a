import { equalParts } from "../money/allocate.ts";
import type { Cents } from "../money/cents.ts";
import { rateOf, type Rate } from "../money/rate.ts";
import type { Advances, DueDate } from "../schedule/language.ts";
import type { Compiled, PaymentPlan } from "./compiled.ts";

/** Amounts paid on one date, by component. */
export interface Part {
  /** `YYYY-MM`, or `YYYY` if only the year is known. */
  readonly due: string;
  readonly components: ReadonlyMap<string, Cents>;
}

/** When each component is paid, with dates as indexes into `days`. */
export interface Calendar {
  /** In order. */
  readonly days: readonly string[];
  /** Reference days on which advances rest: `31/12/N-1`. */
  readonly advanceDays: readonly string[];
  readonly plans: readonly CalendarPlan[];
  readonly oddCents: "first" | "last";
}

type CalendarPlan = { readonly component: string } & (
  | {
      readonly equal: readonly number[];
      /** Components cut together with it that come before, as indexes of their plans. */
      readonly after: readonly number[];
    }
  | {
      readonly rate: Rate;
      /** Index into `advanceDays`. */
      readonly on: number;
      readonly due: readonly number[];
      readonly balance: number;
    }
);

export function calendarOf({ schedule, components, payments }: Compiled, year: number): Calendar {
  const plans = components.map(
    (component) => [component, payments.get(component) as PaymentPlan] as const,
  );
  const days = [
    ...new Set(
      plans.flatMap(([, plan]) =>
        ("equal" in plan ? plan.equal : [...advancesIn(plan, year), plan.balance]).map((due) =>
          dueIn(due, year),
        ),
      ),
    ),
  ].sort();
  const advanceDays = [...new Set(plans.flatMap(([, plan]) => ("on" in plan ? [plan.on] : [])))];
  const dayOf = (due: string): number => days.indexOf(dueIn(due, year));
  const together = (plan: PaymentPlan, before: number): readonly number[] =>
    schedule.payment.partsOf === "sum"
      ? plans.slice(0, before).flatMap(([, other], i) => (other === plan ? [i] : []))
      : [];
  return {
    days,
    advanceDays,
    oddCents: schedule.payment.oddCents,
    plans: plans.map(([component, plan], i): CalendarPlan =>
      "equal" in plan
        ? { component, equal: plan.equal.map(dayOf), after: together(plan, i) }
        : {
            component,
            rate: plan.advance,
            on: advanceDays.indexOf(plan.on),
            due: advancesIn(plan, year).map(dayOf),
            balance: dayOf(plan.balance),
          },
    ),
  };
}

/**
 * Splits the amounts due into instalments. A sum of components in equal parts is cut as one: each
 * component has what the parts grow by when it joins those before it.
 * @param totals cents by component
 * @param advances for each of the calendar's `advanceDays`, the cents by component on the list of
 * that day; none for who is not eligible
 */
export function instalments(
  { days, plans, oddCents }: Calendar,
  totals: readonly Cents[],
  advances: readonly (readonly Cents[])[],
): Part[] {
  const parts = days.map((due) => ({ due, components: new Map<string, Cents>() }));
  const pay = (day: number, component: string, amount: Cents): void => {
    const { components } = parts[day] as (typeof parts)[number];
    components.set(component, (components.get(component) ?? 0) + amount);
  };
  for (let i = 0; i < plans.length; i++) {
    const plan = plans[i] as CalendarPlan;
    const { component } = plan;
    const amount = totals[i] as Cents;
    if ("equal" in plan) {
      const before = plan.after.reduce((sum, other) => sum + (totals[other] as Cents), 0);
      const paid = equalParts(before, plan.equal.length, oddCents);
      const withIt = equalParts(before + amount, plan.equal.length, oddCents);
      for (const [part, day] of plan.equal.entries())
        pay(day, component, (withIt[part] as Cents) - (paid[part] as Cents));
    } else {
      const advance = rateOf(plan.rate, advances[plan.on]?.[i] ?? 0, "towards zero");
      for (const day of plan.due) pay(day, component, advance);
      pay(plan.balance, component, amount - advance * plan.due.length);
    }
  }
  return parts;
}

/** When the advances of a year are paid. */
function advancesIn(
  { due, dueIn: others }: Pick<Advances, "due" | "dueIn">,
  year: number,
): readonly DueDate[] {
  return others?.[year] ?? due;
}

/** `"04/N"` in 2026 is `2026-04`, `"N+1"` is `2027`. */
function dueIn(due: string, year: number): string {
  const [month, of] = due.includes("/") ? (due.split("/") as [string, string]) : ["", due];
  const paid = year + Number(of.slice(1) || 0);
  return month ? `${paid}-${month}` : `${paid}`;
}
