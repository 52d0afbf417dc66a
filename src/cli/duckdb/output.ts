import type { DuckDBConnection } from "@duckdb/node-api";
import { createReadStream, promises } from "node:fs";
import type { Io } from "../io.ts";
import { writeOutput } from "../output/write-output.ts";
import { isArrow } from "./arrow.ts";
import { writeArrow } from "./arrow-out.ts";
import { quoted, type Engine } from "./engine.ts";

/** Writes the table `result` as Parquet, Arrow or CSV, by file extension. */
export function writeResult({ connection, folder }: Engine, io: Io, name: string): Promise<void> {
  return writeOutput(io, name, "shared", async (file) => {
    if (file.path !== undefined) return copyTo(connection, name, file.path);
    // Standard output may be a socket, which DuckDB cannot open.
    const result = folder.at("result");
    await (await promises.open(result, "wx", 0o600)).close();
    await copyTo(connection, name, result);
    for await (const chunk of createReadStream(result)) await file.write(chunk as Uint8Array);
  });
}

/** Format of an output, by file extension. */
export function formatOf(name: string): "arrow" | "parquet" | "csv" {
  if (isArrow(name)) return "arrow";
  return /\.(parquet|pq)$/i.test(name) ? "parquet" : "csv";
}

/** @param name determines the format; @param path an empty file */
async function copyTo(connection: DuckDBConnection, name: string, path: string): Promise<void> {
  const format = formatOf(name);
  if (format === "arrow") return writeArrow(connection, path, /s$/i.test(name) ? "stream" : "file");
  const [rows, options] =
    format === "parquet"
      ? ["SELECT * FROM result", "FORMAT parquet, COMPRESSION zstd"]
      : [`SELECT * REPLACE (${await inertTexts(connection)}) FROM result`, "FORMAT csv, HEADER"];
  try {
    await connection.run(`COPY (${rows}) TO ${quoted(path)} (${options}, USE_TMP_FILE false)`);
  } catch (error) {
    throw new Error((error as Error).message.replaceAll(path, name), { cause: error });
  }
}

/** Escapes ids of the result, so that no spreadsheet runs one as a formula. */
async function inertTexts(connection: DuckDBConnection): Promise<string> {
  const result = await connection.run("SELECT * FROM result LIMIT 0");
  const texts = result.columnNames().filter((name) => name === "physicianId" || name === "id");
  const isFormula = (name: string): string =>
    `REGEXP_MATCHES("${name}", '^[=+\\-@\\t\\r\\n＝＋－＠]') ` +
    `AND NOT REGEXP_FULL_MATCH("${name}", '-?\\d+(\\.\\d+)?%?')`;
  return texts
    .map(
      (name) =>
        `CASE WHEN ${isFormula(name)} THEN '''' || "${name}" ELSE "${name}" END AS "${name}"`,
    )
    .join(", ");
}
