import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { readCsv } from "../input/csv.ts";
import { decode } from "../input/decode.ts";
import { openTempFolder } from "../temporary/folder.ts";

/** Thrown for a CSV file that DuckDB cannot read: not UTF-8, or with quotes it does not support. */
export class NotPlain extends Error {}

/** Size of a write, in bytes. */
const ENOUGH = 1 << 20;

/**
 * Copies a CSV file to a form that DuckDB reads: UTF-8, commas, every cell quoted, line numbers
 * preserved. The copy is removed once `use` is done.
 */
export async function withPlainCopy<Result>(
  path: string,
  use: (copy: string) => Promise<Result>,
): Promise<Result> {
  const folder = openTempFolder();
  try {
    const copy = folder.at("copy.csv");
    await copyPlain(path, copy);
    return await use(copy);
  } finally {
    folder.remove();
  }
}

async function copyPlain(path: string, copy: string): Promise<void> {
  const file = await open(copy, "wx", 0o600);
  try {
    let [held, next] = ["", 1];
    for await (const { line, cells } of readCsv(decode(createReadStream(path)))) {
      const record = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
      held += `${"\n".repeat(Math.max(0, line - next))}${record}\n`;
      next = Math.max(next, line) + record.split("\n").length;
      if (held.length < ENOUGH) continue;
      await file.appendFile(held);
      held = "";
    }
    await file.appendFile(held);
  } finally {
    await file.close();
  }
}
