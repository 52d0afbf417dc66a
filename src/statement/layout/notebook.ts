/** Method that Deno's Jupyter kernel calls to render an object. */
export const DISPLAY = Symbol.for("Jupyter.display");
