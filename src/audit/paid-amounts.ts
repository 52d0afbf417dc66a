import { copyOfList, guard, oneOf, refuse, type LocalizedText } from "../error.ts";
import type { ByComponent } from "../ids.ts";
import { checkKeys } from "../known-keys.ts";
import { isAbsent } from "../list/patient.ts";
import { signedCents, type Cents } from "../money/cents.ts";
import type { Euros } from "../schedule/language.ts";
import { amountAt } from "../statement/amounts.ts";
import { PaidBook, partKey, type PaidSums } from "../statement/paid-sums.ts";
import type { Statement } from "../statement/statement.ts";
import { isOfElse, placeInLabel } from "./payment-label.ts";
import type { Place, Places } from "./places.ts";

/** What a caisse paid: on a date, for a component, or both. */
export interface PaidAmount {
  /** `YYYY-MM` or a day of the month; `YYYY` where the schedule knows the year only. */
  readonly due?: string;
  /** A component of the schedule: `base`, `c2s`. */
  readonly component?: string;
  /** Euros, below zero for what was taken back. */
  readonly amount: Euros;
  /** As the caisse words it; it says the date and the component where these do not. */
  readonly label?: string;
}

/** What was paid at a place, by one or several payments. */
export interface PaidAt extends Place {
  readonly cents: Cents;
  readonly labels: readonly string[];
}

/** A payment of something else, which is told and not compared. */
export interface OtherPayment {
  readonly label: string;
  readonly amount: Euros;
}

export interface ReadPayments {
  readonly paid: readonly PaidAt[];
  readonly others: readonly OtherPayment[];
}

/**
 * Reads payments, and adds up those of one place.
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN, AMOUNT_INVALID, DATE_INVALID
 */
export function readPayments(given: readonly PaidAmount[], places: Places): ReadPayments {
  const byPlace = new Map<string, PaidAt>();
  const others: OtherPayment[] = [];
  for (const [i, one] of copyOfList("paid", given).entries()) {
    const path = `paid[${i}]`;
    const { amount, label, place, cents } = readPayment(one, path, places);
    if (place === undefined) {
      others.push({ label: label as string, amount });
      continue;
    }
    const key = `${place.due ?? ""}/${place.component ?? ""}`;
    const before = byPlace.get(key) ?? { ...place, cents: 0, labels: [] };
    byPlace.set(key, {
      ...before,
      cents: before.cents + cents,
      labels: label === undefined ? before.labels : [...before.labels, label],
    });
  }
  if (byPlace.size === 0) refuse("INPUT_INVALID", "paid", given, somePayment);
  return { paid: [...byPlace.values()], others };
}

interface Payment {
  readonly amount: Euros;
  readonly cents: Cents;
  readonly label: string | undefined;
  /** Undefined for a label of something else. */
  readonly place: Place | undefined;
}

function readPayment(given: PaidAmount, path: string, places: Places): Payment {
  if (typeof given !== "object" || given === null) refuse("INPUT_INVALID", path, given, aPayment);
  const { due, component, amount, label, ...others } = guard(path, () => ({ ...given }));
  checkKeys(path, others, ["due", "component", "amount", "label"]);
  const cents = Number(amountAt(`${path}.amount`, amount));
  const said = isAbsent(label) ? undefined : label;
  if (said !== undefined && typeof said !== "string")
    refuse("INPUT_INVALID", `${path}.label`, label, oneOf(['"FMT ACOMPTE 04/2026"']));
  const isPlaced = !isAbsent(due) || !isAbsent(component);
  if (!isPlaced && said === undefined) refuse("INPUT_INVALID", path, given, aPayment);
  const inLabel = said === undefined ? undefined : placeInLabel(said, places);
  const isOther = said !== undefined && inLabel === undefined && (!isPlaced || isOfElse(said));
  const place = (): Place => ({
    ...inLabel,
    ...(!isAbsent(due) && { due: dueAt(`${path}.due`, due, inLabel, places) }),
    ...(!isAbsent(component) && {
      component: componentAt(`${path}.component`, component, places),
    }),
  });
  return { amount, cents, label: said, place: isOther ? undefined : place() };
}

/**
 * The date of the schedule that a day or a month is: the year, where it knows no more. A day on
 * which nothing is due is that on which the payment of the label came.
 */
function dueAt(path: string, due: unknown, inLabel: Place | undefined, { dues }: Places): string {
  const text = typeof due === "string" && /^\d{4}(-\d\d){0,2}$/.test(due) ? due : "";
  const found = dues.find((one) => one === text.slice(0, 7) || one === text.slice(0, 4));
  return found ?? inLabel?.due ?? refuse("DATE_INVALID", path, due, oneOf(dues));
}

function componentAt(path: string, component: unknown, { components }: Places): string {
  const found = components.find((one) => one === component);
  return found ?? refuse("INPUT_INVALID", path, component, oneOf(components));
}

/** What is computed by component, by date, and by both. */
type Totals = PaidSums & { readonly cents: ByComponent<Cents> };

export function totalsOf({ components, instalments }: Statement): Totals {
  const { paid, parts } = new PaidBook().add(instalments);
  const cents = Object.entries(components).map(([id, amount]) => [
    id,
    signedCents(amount as Euros),
  ]);
  return { paid, parts, cents: Object.fromEntries(cents) };
}

/** What is computed at a place, in cents. */
export function computedAt({ due, component }: Place, { cents, paid, parts }: Totals): Cents {
  if (due === undefined) return cents[component as string] ?? 0;
  return (component === undefined ? paid.get(due) : parts.get(partKey(due, component))) ?? 0;
}

const aPayment: LocalizedText = {
  fr: '{ due: "2026-04", amount: "5000.00" }, ou component, ou un libellé',
  en: '{ due: "2026-04", amount: "5000.00" }, or component, or a label',
};
const somePayment: LocalizedText = {
  fr: "au moins un versement dont la date ou la composante est dite",
  en: "at least one payment whose date or component is said",
};
