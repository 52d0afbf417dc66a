import { byKey } from "../../by-key.ts";
import type { Locale, LocalizedText } from "../../error.ts";
import { signedCents } from "../../money/cents.ts";
import { colon, NBSP } from "../../typography.ts";
import type { Instalment, Statement } from "../statement.ts";
import { sumOf, type Group } from "./groups.ts";
import { due, money, monthOf } from "./locale.ts";

/** What is paid when, in words: the instalments of a year together, then the balance. */
export interface PaymentRow {
  readonly label: string;
  readonly amount: string;
  /** Why the instalments of a year differ by cents. */
  readonly note?: string;
}

type Paid = Pick<Instalment, "due" | "amount">;

export function paymentsOf(
  { instalments }: Pick<Statement, "instalments">,
  groups: readonly Pick<Group, "label" | "components">[],
  locale: Locale,
): PaymentRow[] {
  const paid = instalments.filter(({ amount }) => signedCents(amount) !== 0);
  const balance = balanceOf(paid);
  const years = byKey(
    paid.filter((one) => one !== balance),
    yearOf,
  );
  const before = [...years.values()].map((some): PaymentRow => ({
    label: instalmentsText(some, locale),
    amount: money(sumOf(some), locale),
    ...(hasOddCents(some) && { note: oddCents[locale] }),
  }));
  if (!balance) return before;
  const label = balanceText(balance, groups, locale);
  return [...before, { label, amount: money(balance.amount, locale) }];
}

/** The payment of a later year, after others: it settles the account. */
function balanceOf(paid: readonly Instalment[]): Instalment | undefined {
  const last = paid[paid.length - 1];
  return last && yearOf(last) !== yearOf(paid[0] as Paid) ? last : undefined;
}

const yearOf = ({ due: date }: Paid): string => date.slice(0, 4);

/** From two on. */
const NUMBERS: Readonly<Record<Locale, readonly string[]>> = {
  fr: ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"],
  en: ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
};

/** `quatre acomptes de 6 227,00 € en 2026 (avril, juin, septembre, novembre)`. */
function instalmentsText(paid: readonly Paid[], locale: Locale): string {
  const fr = locale === "fr";
  const [first] = paid as [Paid];
  if (paid.length === 1)
    return fr
      ? `versement en${NBSP}${due(first.due, locale)}`
      : `paid in${NBSP}${due(first.due, locale)}`;
  const many = NUMBERS[locale][paid.length - 2] ?? String(paid.length);
  const monthIn = (one: Paid): string => monthOf(one.due, locale) ?? one.due;
  const amounts = [...byKey(paid, ({ amount }) => amount)].map(
    ([amount, some]) => `${money(amount, locale)} (${some.map(monthIn).join(", ")})`,
  );
  const [name, inWord] = fr ? ["acomptes", "en"] : ["instalments", "in"];
  return `${many} ${name} ${inWord}${NBSP}${yearOf(first)}${colon(locale)}${amounts.join(", ")}`;
}

const oddCents: LocalizedText = {
  fr: "la différence vient des centimes que la division laisse",
  en: "they differ by the cents that the division leaves",
};

/** Whether payments differ by less than a cent for each. */
function hasOddCents(paid: readonly Paid[]): boolean {
  const cents = paid.map(({ amount }) => signedCents(amount));
  const difference = Math.max(...cents) - Math.min(...cents);
  return difference > 0 && difference <= MOST_ODD;
}

/** A few components cut apart leave a few cents each. */
const MOST_ODD = 50;

/** `solde en 2027 : prévention`, and what it takes back if it is below zero. */
function balanceText(
  balance: Instalment,
  groups: Parameters<typeof paymentsOf>[1],
  locale: Locale,
): string {
  const paid = Object.entries(balance.components).filter(([, amount]) => signedCents(amount) !== 0);
  const named = groups.filter(({ components }) => paid.some(([id]) => components.has(id)));
  const isAll = named.length === groups.length;
  const what = isAll ? "" : `${colon(locale)}${named.map(({ label }) => label).join(", ")}`;
  const isBack = balance.amount.startsWith("-");
  const [name, inWord] =
    locale === "fr"
      ? [isBack ? "solde repris" : "solde", "en"]
      : [isBack ? "balance taken back" : "balance", "in"];
  return `${name} ${inWord}${NBSP}${due(balance.due, locale)}${what}`;
}
