import { printable } from "../../printable.ts";

/** Lines of a page for a terminal: what stands in one can neither end it nor begin another. */
export function pageOf(lines: readonly string[]): string {
  return lines.map((line) => `${printable(line)}\n`).join("");
}
