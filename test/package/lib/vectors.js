import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";
import { root } from "./paths.js";

/** The bundler of the project, not that of a tool. */
const { build } = createRequire(join(root, "package.json"))("esbuild");

/** The library's functions, where they are a global. */
const fromGlobal = {
  name: "from-global",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /src\/index\.ts$/ }, () => ({ path: "ForfaitMT", namespace: "global" }));
    onLoad({ filter: /./, namespace: "global" }, () => ({
      contents: "module.exports = ForfaitMT",
    }));
  },
};

/** What an engine runs beside the global file: a list of vectors as text, and the ids of those that it answers otherwise. */
const contents = `
import { answer } from "./answer.ts";
export const failures = (ndjson) => JSON.stringify(
  ndjson.trim().split("\\n").map((line) => JSON.parse(line)).filter((one) =>
    JSON.stringify(answer({ ...one, shares: "shares" in one.expected })) !== JSON.stringify(one.expected)
  ).map(({ id }) => id));
`;

/** A script whose global `Vectors.failures` answers vectors by the global `ForfaitMT`. */
export async function vectorsScript() {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(root, "test", "conformance"), loader: "js" },
    plugins: [fromGlobal],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "Vectors",
    target: "es2020",
  });
  return outputFiles[0].text;
}

/** The files of vectors of the installed kit, as text, with one vector in so many. */
export function vectorFiles({ installed }, oneIn = 1) {
  const folder = join(installed, "vectors");
  return readdirSync(folder).map((file) =>
    readFileSync(join(folder, file), "utf8")
      .trim()
      .split("\n")
      .filter((_, i) => i % oneIn === 0)
      .join("\n"),
  );
}
