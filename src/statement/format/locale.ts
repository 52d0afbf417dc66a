import { frenchDay } from "../../day.ts";
import { oneOf, refuse, type Locale } from "../../error.ts";
import { monthName } from "../../month-name.ts";
import { roundedPercentage } from "../../money/rate-text.ts";
import type { Euros } from "../../schedule/language.ts";
import { MINUS, NBSP, numberText } from "../../typography.ts";

/** Numbers and dates in each language, without Intl, whose output depends on the engine. */

/** @throws ForfaitError INPUT_INVALID */
export function checkLocale(locale: Locale): Locale {
  return locale === "fr" || locale === "en"
    ? locale
    : refuse("INPUT_INVALID", "locale", locale, oneOf(["fr", "en"]));
}

/** `"-23110.5"` → `−23 110,50 €` in French, `−€23,110.50` in English. */
export function money(amount: Euros, locale: Locale): string {
  const text = numberText(amount, locale);
  if (locale === "fr") return `${text}${NBSP}€`;
  return amount.startsWith("-") ? `${MINUS}€${text.slice(1)}` : `€${text}`;
}

/** A difference, with its sign: `+23,00 €`. */
export function signedMoney(amount: Euros, locale: Locale): string {
  const isMore = !amount.startsWith("-") && /[1-9]/.test(amount);
  return `${isMore ? "+" : ""}${money(amount, locale)}`;
}

/** Decimals that a percentage is written with; a longer one is rounded to two. */
const DECIMALS = 4;

/** `"10%"` → `10 %`; `"7/120"` → `5,83 %`. */
export function rate(text: string, locale: Locale): string {
  const exact = text.endsWith("%") ? text.slice(0, -1) : undefined;
  const isShort = exact !== undefined && (exact.split(".")[1] ?? "").length <= DECIMALS;
  const shown = isShort ? exact : roundedPercentage(exact === undefined ? text : `${exact}/100`);
  return `${numberText(shown, locale)}${locale === "fr" ? NBSP : ""}%`;
}

/** `2025-12-31` → `31/12/2025` in French. */
export function day(date: string, locale: Locale): string {
  return locale === "fr" ? frenchDay(date) : date;
}

/** `2026-04` → `avril`; undefined for a year. */
export function monthOf(date: string, locale: Locale): string | undefined {
  return monthName(date.slice(5, 7), locale);
}

/** `2026-04` → `avril 2026`, `2027` → `2027`. */
export function due(date: string, locale: Locale): string {
  const month = monthOf(date, locale);
  return month === undefined ? date : `${month}${NBSP}${date.slice(0, 4)}`;
}
