import type { Locale, LocalizedText } from "./text.ts";

/** Spaces, signs and numbers as each language writes them, without Intl: engines differ. */

/** U+00A0, which Windows-1252 has too; the narrow one, U+202F, it has not. */
export const NBSP = "\u00a0";
export const MINUS = "\u2212";

/** A text typed with ordinary spaces, as French sets it: no line begins with `:` or `»`. */
export function frenchText(typed: string): string {
  return typed.replace(/ (?=[:;?!»%€×])/g, NBSP).replace(/(?<=[«×]) |(?<=\d) (?=\d{3}\b)/g, NBSP);
}

/** Sets the French of a text, and leaves whatever else it has. */
export function typeset<Text extends LocalizedText>(text: Text): Text {
  return { ...text, fr: frenchText(text.fr) };
}

/** `1996` → `1 996` in French, `1,996` in English. */
export function count(value: number, locale: Locale): string {
  const [whole, decimals] = String(value).split(".") as [string, string?];
  const rest = decimals === undefined ? "" : `${locale === "fr" ? "," : "."}${decimals}`;
  return `${grouped(whole, locale)}${rest}`;
}

export function grouped(digits: string, locale: Locale): string {
  const first = digits.length % 3 || 3;
  const separator = locale === "fr" ? NBSP : ",";
  return digits.slice(0, first) + digits.slice(first).replace(/\d{3}/g, `${separator}$&`);
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
