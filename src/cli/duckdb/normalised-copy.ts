import { createReadStream, promises } from "node:fs";
import { CsvReader } from "../input/csv.ts";
import { toUtf8 } from "../input/decode.ts";
import { openTempFolder } from "../temporary/folder.ts";

/** Thrown for a CSV file that DuckDB cannot read: not UTF-8, or with quotes it does not support. */
export class NeedsNormalising extends Error {}

/** Size of a write, in bytes. */
const BUFFER_SIZE = 1 << 20;

/**
 * Copies a CSV file to a form that DuckDB reads: UTF-8, commas, every cell quoted, line numbers
 * preserved. The copy is removed once `use` is done.
 */
export async function withNormalisedCopy<Result>(
  path: string,
  use: (copy: string) => Promise<Result>,
): Promise<Result> {
  const folder = openTempFolder();
  try {
    const copy = folder.at("copy.csv");
    await copyNormalised(path, copy);
    return await use(copy);
  } finally {
    folder.remove();
  }
}

async function copyNormalised(path: string, copy: string): Promise<void> {
  const file = await promises.open(copy, "wx", 0o600);
  try {
    let [buffer, next] = ["", 1];
    for await (const { line, cells } of new CsvReader(toUtf8(createReadStream(path))).records()) {
      const record = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
      buffer += `${"\n".repeat(Math.max(0, line - next))}${record}\n`;
      next = Math.max(next, line) + record.split("\n").length;
      if (buffer.length < BUFFER_SIZE) continue;
      await file.appendFile(buffer);
      buffer = "";
    }
    await file.appendFile(buffer);
  } finally {
    await file.close();
  }
}
