import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.js";

/** The code of a language in a page, block by block. */
export function blocks(page, language) {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, code]) => code,
  );
}

/** The files of a page: blocks whose first line names them, `// worker.js`. */
export function filesOf(page) {
  return Object.fromEntries(
    ["js", "jsx"]
      .flatMap((language) => blocks(page, language))
      .map((code) => [/^\/\/ ([\w.]+)\n/.exec(code)?.[1], code])
      .filter(([name]) => name !== undefined),
  );
}
