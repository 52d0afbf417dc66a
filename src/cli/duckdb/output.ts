import type { DuckDBConnection } from "@duckdb/node-api";
import { renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { isArrow } from "./arrow.ts";
import { writeArrow } from "./arrow-out.ts";
import { quoted } from "./engine.ts";

/** Writes the table `result` to a Parquet, Arrow or CSV file, which takes its name only once it is whole. */
export async function writeResult(connection: DuckDBConnection, path: string): Promise<void> {
  const part = `${resolve(path)}.${process.pid}.part`;
  const remove = (): void => rmSync(part, { force: true });
  process.once("exit", remove);
  try {
    if (isArrow(path)) await writeArrow(connection, part, /s$/i.test(path) ? "stream" : "file");
    else if (/\.(parquet|pq)$/i.test(path))
      await connection.run(`COPY result TO ${quoted(part)} (FORMAT parquet, COMPRESSION zstd)`);
    else
      await connection.run(
        `COPY (SELECT * REPLACE (${await inertTexts(connection)}) FROM result) TO ${quoted(part)} (FORMAT csv, HEADER)`,
      );
    renameSync(part, path);
  } finally {
    remove();
    process.off("exit", remove);
  }
}

/** Texts of the result, so that no spreadsheet runs one as a formula. */
async function inertTexts(connection: DuckDBConnection): Promise<string> {
  const result = await connection.run("SELECT * FROM result LIMIT 0");
  const texts = result.columnNames().filter((name) => name === "physicianId" || name === "id");
  const isFormula = (name: string): string =>
    `REGEXP_MATCHES("${name}", '^[=+\\-@\\t\\r\\n＝＋－＠]') AND NOT REGEXP_FULL_MATCH("${name}", '-?\\d+(\\.\\d+)?%?')`;
  return texts
    .map(
      (name) =>
        `CASE WHEN ${isFormula(name)} THEN '''' || "${name}" ELSE "${name}" END AS "${name}"`,
    )
    .join(", ");
}
