import { formatStatement } from "./format/format.ts";
import type { Statement } from "./statement.ts";

/** How Deno's Jupyter kernel asks an object to draw itself. */
const DISPLAY = Symbol.for("Jupyter.display");

/** Lets a notebook show the statement as a table; JSON and comparisons do not see it. */
export function showInNotebooks(statement: Statement): Statement {
  return Object.defineProperty(statement, DISPLAY, { value: draw });
}

function draw(this: Statement): Record<string, string> {
  return {
    "text/html": formatStatement(this, { as: "html" }),
    "text/markdown": formatStatement(this, { as: "markdown" }),
    "text/plain": formatStatement(this),
  };
}
