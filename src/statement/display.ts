import type { Locale } from "../error.ts";
import { formatStatement } from "./format/format.ts";
import { DISPLAY } from "./layout/notebook.ts";
import type { Statement } from "./statement.ts";

/**
 * Renders the statement as a table in notebooks, without affecting JSON or comparisons, and freezes
 * it.
 */
export function showInNotebooks(statement: Statement): Statement {
  return Object.freeze(Object.defineProperty(statement, DISPLAY, { value: draw }));
}

function draw(this: Statement, locale: Locale = "fr"): Record<string, string> {
  return {
    "text/html": formatStatement(this, { locale, as: "html" }),
    "text/markdown": formatStatement(this, { locale, as: "markdown" }),
    "text/plain": formatStatement(this, { locale }),
  };
}
