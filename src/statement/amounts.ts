import { copyOfList, guard, refuse, type Locale, type LocalizedText } from "../error.ts";
import { checkKeys } from "../known-keys.ts";
import { amountText, centsIn } from "../money/amount-text.ts";
import type { Euros } from "../schedule/language.ts";
import { checkLocale, money } from "./format/locale.ts";

/**
 * The sum of amounts, exact: amounts are text, and `+` would put one behind the other.
 * @param amounts euros as text with at most two decimals: `"7.33"`, `"-5.00"`, `"15"`
 * @returns euros with two decimals; `"0.00"` for none
 * @throws ForfaitError AMOUNT_INVALID for a number, or for a text that is no amount
 * @example
 * // What are two physicians paid together?
 * addAmounts(["1064.10", "0.20"])
 * //=> "1064.30"
 */
export function addAmounts(amounts: readonly Euros[]): Euros {
  const all = copyOfList("amounts", amounts);
  return amountText(all.reduce((sum, one, i) => sum + amountAt(`amounts[${i}]`, one), 0n));
}

/**
 * The difference of two amounts, exact.
 * @returns `a` minus `b`, in euros with two decimals
 * @throws ForfaitError AMOUNT_INVALID
 * @example
 * // What is still missing of 147.50 EUR, if 100 EUR came?
 * subtractAmounts("147.50", "100")
 * //=> "47.50"
 */
export function subtractAmounts(a: Euros, b: Euros): Euros {
  return amountText(amountAt("a", a) - amountAt("b", b));
}

/**
 * The order of two amounts, for `sort`: as text, `"9.00"` would come after `"10.00"`.
 * @returns -1 if `a` is less than `b`, 0 if they are equal, 1 if it is more
 * @throws ForfaitError AMOUNT_INVALID
 * @example
 * // In which order do amounts stand?
 * ["10.00", "9.00", "-1.00"].sort((a, b) => compareAmounts(a, b))
 * //=> ["-1.00", "9.00", "10.00"]
 */
export function compareAmounts(a: Euros, b: Euros): -1 | 0 | 1 {
  const [left, right] = [amountAt("a", a), amountAt("b", b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** How an amount is written. */
export interface AmountFormat {
  /** Default `fr`. */
  readonly locale?: Locale;
}

/**
 * An amount for a reader, as the layouts of statements write it, without `Intl`: `23 110,50 €` in
 * French, with no-break spaces, and `€23,110.50` in English.
 * @throws ForfaitError AMOUNT_INVALID; INPUT_INVALID for another locale
 * @example
 * // How is 23,110.50 EUR written in English?
 * formatAmount("23110.5", { locale: "en" })
 * //=> "€23,110.50"
 */
export function formatAmount(amount: Euros, options: AmountFormat = {}): string {
  const { locale = "fr", ...others } = guard("options", () => ({ ...options }));
  checkKeys("options", others, ["locale"]);
  return money(amountText(amountAt("amount", amount)), checkLocale(locale));
}

/** Whole cents of an amount of the caller. @throws ForfaitError AMOUNT_INVALID */
export function amountAt(path: string, amount: unknown): bigint {
  return centsIn(amount) ?? refuse("AMOUNT_INVALID", path, amount, anAmount);
}

const anAmount: LocalizedText = {
  fr: 'des euros en texte, avec un point et deux décimales au plus : "147.50"',
  en: 'euros as text, with a point and at most two decimals: "147.50"',
};
