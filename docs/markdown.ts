import type { Locale } from "../src/index.ts";
import { count } from "../src/typography.ts";

/** What generated pages write alike. */

export function numberIn(locale: Locale, value: number, decimals: number): string {
  const [whole, part] = value.toFixed(decimals).split(".") as [string, string?];
  const text = count(Number(whole), locale);
  return part === undefined ? text : `${text}${locale === "fr" ? "," : "."}${part}`;
}

/** A table of numbers; the first column, and those named by index, are texts. */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  texts: readonly number[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const aligned = head.map((_, i) => (i === 0 || texts.includes(i) ? ":--" : "--:"));
  return [head, aligned, ...rows].map(line).join("\n");
}
