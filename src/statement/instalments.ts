import type { Advances, EqualParts, Payment, Schedule } from "../schedule/language.ts";
import type { Cents } from "./cents.ts";
import { cutRateOf, percent } from "./rate.ts";

/** What is paid at one time, component by component. */
export interface Part {
  /** `YYYY-MM`, or `YYYY` where only the year is known. */
  readonly due: string;
  readonly components: ReadonlyMap<string, Cents>;
}

/** Splits the amounts due into what is paid when; `advanced` gives the amounts of a component on the list of an earlier day. */
export function instalments(
  schedule: Schedule,
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
    const word = paymentOf(schedule, component);
    if ("equal" in word) {
      const shares = equalParts(amount, word.equal.length, schedule.payment.oddCents);
      for (const [i, due] of word.equal.entries()) pay(due, component, shares[i] as Cents);
    } else {
      const advance = cutRateOf(percent(word.advance), advanced(word.on, component));
      for (const due of word.due) pay(due, component, advance);
      pay(word.balance, component, amount - advance * word.due.length);
    }
  }
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([due, components]) => ({ due, components }));
}

/** How a component is paid. */
export function paymentOf(
  { amounts, uplifts, payment }: Schedule,
  component: string,
): EqualParts | Advances {
  const word = (Object.hasOwn(amounts, component) ? amounts[component] : uplifts?.cases[component])
    ?.paid as string;
  return payment[word] as EqualParts | Advances;
}

/** Every part is cut to the cent; the cents left over go to the last part, or one by one from the first. */
function equalParts(amount: Cents, count: number, oddCents: Payment["oddCents"]): Cents[] {
  const part = Math.trunc(amount / count);
  const left = amount - part * count;
  const extra = (i: number): Cents => {
    if (oddCents === "last") return i === count - 1 ? left : 0;
    return i < Math.abs(left) ? Math.sign(left) : 0;
  };
  return Array.from({ length: count }, (_, i) => part + extra(i));
}

/** `"04/N"` in 2026 is `2026-04`, `"N+1"` is `2027`. */
function dueIn(due: string, year: number): string {
  const [month, of] = due.includes("/") ? (due.split("/") as [string, string]) : ["", due];
  const paid = year + Number(of.slice(1) || 0);
  return month ? `${paid}-${month}` : `${paid}`;
}
