import type { Locale } from "../../error.ts";
import { printable } from "../../printable.ts";
import { setIn } from "../../typography.ts";

/** Lines of a page for a terminal: what stands in one can neither end it nor begin another. */
export function pageOf(lines: readonly string[], locale: Locale): string {
  return lines.map((line) => `${setIn(locale, printable(line))}\n`).join("");
}
