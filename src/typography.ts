import type { Locale, LocalizedText } from "./text.ts";

/** Spaces, signs and numbers as each language writes them, without Intl: engines differ. */

/** U+00A0, which Windows-1252 has too; the narrow one, U+202F, it has not. */
export const NBSP = "\u00a0";
export const MINUS = "\u2212";

/** The spaces at which no line of French may end or begin. */
const SPACES = "(?<=\\S) (?=[:;?!»%€×])|(?<=[«×]) |(?<=\\d) (?=\\d{3}\\b)";

/** Sets French but for what a pattern keeps as it is typed. */
export function settingFrench(kept: string, flags = "g"): (typed: string) => string {
  const found = new RegExp(`(${kept})|${SPACES}`, flags);
  return (typed) => typed.replace(found, (_, whole?: string) => whole ?? NBSP);
}

/**
 * A text typed with ordinary spaces, as French sets it: no line begins with `:` or `»`. A value
 * between straight quotes, or code, stays as it is.
 */
export const frenchText = settingFrench('"[^"]*"|`[^`]*`');

/** A text as its language sets it. */
export function setIn(locale: Locale, typed: string): string {
  return locale === "fr" ? frenchText(typed) : typed;
}

/** Sets the French of a text, and leaves whatever else it has. */
export function typeset<Text extends LocalizedText>(text: Text): Text {
  return { ...text, fr: frenchText(text.fr) };
}

/** `1996` → `1 996` in French, `1,996` in English, with the decimals that it has. */
export function count(value: number, locale: Locale): string {
  return numberText(String(value), locale);
}

/** A number from its digits, `-1234.50`: `−1 234,50` in French, `−1,234.50` in English. */
export function numberText(digits: string, locale: Locale): string {
  const [separator, mark] = locale === "fr" ? [NBSP, ","] : [",", "."];
  const [whole, decimals] = digits.replace("-", "").split(".") as [string, string?];
  const first = whole.length % 3 || 3;
  const grouped = whole.slice(0, first) + whole.slice(first).replace(/\d{3}/g, `${separator}$&`);
  const rest = decimals === undefined ? "" : `${mark}${decimals}`;
  return `${digits.startsWith("-") ? MINUS : ""}${grouped}${rest}`;
}

/** `1 996 patients`, `1 patient`: French has one form for zero and one, English for one. */
export function counted(value: number, locale: Locale, one: string, several: string): string {
  const isOne = locale === "fr" ? value < 2 : value === 1;
  return `${count(value, locale)} ${isOne ? one : several}`;
}

/** What stands between a name and its value. */
export function colon(locale: Locale): string {
  return locale === "fr" ? `${NBSP}: ` : ": ";
}

/** What stands between two parts of a list of sentences. */
export function semicolon(locale: Locale): string {
  return locale === "fr" ? `${NBSP}; ` : "; ";
}

/** With its first letter in upper case. */
export function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
