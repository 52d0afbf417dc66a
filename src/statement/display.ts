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

function draw(this: Statement): Record<string, string> {
  return {
    "text/html": formatStatement(this, { as: "html" }),
    "text/markdown": formatStatement(this, { as: "markdown" }),
    "text/plain": formatStatement(this),
  };
}
