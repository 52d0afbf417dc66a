import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./run.js";

/**
 * Evaluates code in an engine that a program of another language drives: `PROGRAM ARGS FILE...` prints a line for each file,
 * milliseconds of the processor, a tab and the value. Gives `{ ms, value }` for each code.
 */
export async function evaluateAll(program, args, codes) {
  const folder = mkdtempSync(join(tmpdir(), "forfait-mt-engine-"));
  try {
    const files = codes.map((code, i) => {
      const file = join(folder, `${i}.js`);
      writeFileSync(file, code);
      return file;
    });
    const lines = (await run(program, [...args, ...files])).trimEnd().split("\n");
    return lines.map((line) => {
      const [ms, value] = line.split("\t");
      return { ms: Number(ms), value };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
