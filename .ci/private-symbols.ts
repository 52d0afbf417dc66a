import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import ts from "typescript";

/**
 * A plugin of esbuild, for the script for engines of 2020: private names of classes become symbols. esbuild makes a WeakMap
 * of each, with which a list takes 1.7 times as long in QuickJS of 2021; nor are its WeakMaps safe (boxed-weak-map.js).
 */
export const privateSymbols: Plugin = {
  name: "private-symbols",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: withSymbols(await readFile(path, "utf8")),
      loader: "ts",
    }));
  },
};

/** `this.#x` and `#x = 1` become `this[$x]` and `[$x] = 1`, where `$x` is a symbol of the file. */
function withSymbols(code: string): string {
  const symbols = new Set<string>();
  const parts: string[] = [];
  let done = 0;
  const visit = (node: ts.Node): void => {
    if (!ts.isPrivateIdentifier(node)) return ts.forEachChild(node, visit);
    const symbol = node.text.replace("#", "$");
    const { parent } = node;
    const isAccess = ts.isPropertyAccessExpression(parent);
    const start = isAccess ? parent.expression.end : node.getStart();
    const dot = isAccess && parent.questionDotToken ? "?." : "";
    parts.push(code.slice(done, start), `${dot}[${symbol}]`);
    symbols.add(symbol);
    done = node.end;
  };
  visit(ts.createSourceFile("", code, ts.ScriptTarget.Latest, true));
  const made = [...symbols].map((symbol) => `const ${symbol} = Symbol();`);
  return [...made, ...parts, code.slice(done)].join("");
}
