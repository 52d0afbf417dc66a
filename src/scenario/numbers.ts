import type { Locale, LocalizedText } from "../error.ts";
import { grouped } from "../typography.ts";

/** A number with the decimals that it has: `1 234,5`, `1,234.5`. */
export function decimal(value: number, locale: Locale): string {
  const [whole, decimals] = String(value).split(".") as [string, string?];
  const rest = decimals === undefined ? "" : `${locale === "fr" ? "," : "."}${decimals}`;
  return `${grouped(whole, locale)}${rest}`;
}

/** A number of physicians or of patients: French has one form for zero and one. */
export function numbered(
  value: number,
  one: LocalizedText,
  several: LocalizedText,
  locale: Locale,
): string {
  const isOne = locale === "fr" ? value < 2 : value === 1;
  return `${decimal(value, locale)} ${(isOne ? one : several)[locale]}`;
}
