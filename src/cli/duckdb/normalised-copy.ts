import { createReadStream, promises } from "node:fs";
import type { LocalizedText } from "../../error.ts";
import { openCsv } from "../input/csv-table.ts";
import { toUtf8 } from "../input/decode.ts";
import { isRagged } from "../input/kinds/ragged.ts";
import type { TableOptions } from "../input/table.ts";
import { openTempFolder } from "../temporary/folder.ts";

/**
 * Thrown for a CSV file that DuckDB cannot read: not UTF-8, a title above the headers, rows without
 * the separators of their last empty cells, or quotes it does not support.
 */
export class NeedsNormalising extends Error {}

/** Size of a write, in bytes. */
const BUFFER_SIZE = 1 << 20;

/**
 * Copies a CSV file to a form that DuckDB reads: UTF-8, commas, every cell quoted, headers first,
 * line numbers preserved. The copy is removed once `use` is done.
 */
export async function withNormalisedCopy<Result>(
  path: string,
  options: TableOptions,
  use: (copy: string, notes: readonly LocalizedText[]) => Promise<Result>,
): Promise<Result> {
  const folder = openTempFolder();
  try {
    const copy = folder.at("copy.csv");
    return await use(copy, await copyNormalised(path, copy, options));
  } finally {
    folder.remove();
  }
}

/** @returns what is told of how the file is read */
async function copyNormalised(
  path: string,
  copy: string,
  options: TableOptions,
): Promise<readonly LocalizedText[]> {
  const file = await promises.open(copy, "wx", 0o600);
  try {
    const { header, notes, records } = await openCsv(path, toUtf8(createReadStream(path)), options);
    let [buffer, next] = ["", 1];
    const add = (line: number, cells: readonly string[]): void => {
      const record = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
      buffer += `${"\n".repeat(Math.max(0, line - next))}${record}\n`;
      next = Math.max(next, line) + record.split("\n").length;
    };
    add(1, header.names);
    for await (const { line, cells } of records) {
      add(line, isRagged(cells, header) ? cells : header.names.map((_, i) => cells[i] ?? ""));
      if (buffer.length < BUFFER_SIZE) continue;
      await file.appendFile(buffer);
      buffer = "";
    }
    await file.appendFile(buffer);
    return notes;
  } finally {
    await file.close();
  }
}
