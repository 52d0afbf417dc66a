import { writeFile } from "node:fs/promises";
import type { Io } from "../io.ts";
import { writeOutput } from "../output/write-output.ts";
import { copyInto } from "./copy-into.ts";
import { quoted, type Engine } from "./engine.ts";

/**
 * Writes CSV as Parquet, by way of a temporary file: DuckDB reads it faster than rows one by one.
 * @param columns the type of each column
 */
export async function writeParquet(
  { connection, folder }: Engine,
  io: Io,
  name: string,
  columns: Readonly<Record<string, string>>,
  csv: Iterable<string>,
): Promise<void> {
  const source = folder.at("copy.csv");
  await writeFile(source, csv, { mode: 0o600 });
  const types = Object.entries(columns).map(([column, type]) => `${quoted(column)}: '${type}'`);
  const rows =
    `SELECT * FROM read_csv(${quoted(source)}, header = true, delim = ',', quote = '', ` +
    `columns = { ${types.join(", ")} })`;
  const form = "FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false";
  await writeOutput(io, name, "shared", (file) =>
    copyInto(file, folder, (path) => connection.run(`COPY (${rows}) TO ${quoted(path)} (${form})`)),
  );
}
