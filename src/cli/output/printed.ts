import type { PrintedAs } from "../../statement/layout/lay-out.ts";

/** How the formats for a reader are laid out: `html` is a whole page. */
export const PRINTED = {
  table: "text",
  html: "page",
  markdown: "markdown",
} as const satisfies Record<string, PrintedAs>;
