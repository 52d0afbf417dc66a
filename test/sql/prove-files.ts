/**
 * Random lists, tidy and odd: by bytes, as Parquet and as Arrow against row by row, refused rows included.
 * `node --import tsx test/sql/prove-files.ts [FILES [SEED]]`
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { compareFile } from "./compare-file.ts";
import { fileCases } from "./files.ts";

const count = Number(process.argv[2] ?? 300);
const seed = Number(process.argv[3] ?? 20260101);
const folder = mkdtempSync(join(tmpdir(), "prove-files-"));
let rows = 0;
const differences: string[] = [];
try {
  for (const one of fc.sample(fileCases, { numRuns: count, seed })) {
    const compared = await compareFile(folder, one);
    rows += compared.rows;
    differences.push(...compared.differences);
  }
} finally {
  rmSync(folder, { recursive: true });
}
if (differences.length > 0) {
  console.error(
    `seed ${seed}: ${differences.length} files differ; the first one:\n${differences[0]}`,
  );
  process.exit(1);
}
console.log(`roads: ${count} files, ${rows} rows, all as they are read row by row (seed ${seed})`);
