import type { DuckDBType, DuckDBValue } from "@duckdb/node-api";
import type { Io } from "../io.ts";
import type { OutputColumn, OutputValue } from "../output/records.ts";
import { writeOutput } from "../output/write-output.ts";
import { isArrow } from "../input/typed.ts";
import { loadArrow } from "./arrow.ts";
import { writeArrow } from "./arrow-out.ts";
import { copyInto } from "./copy-into.ts";
import { CHUNK_ROWS, named, quoted, type Engine } from "./engine.ts";

/** Rows on their way into a file of typed columns. */
export interface TableOutput {
  readonly add: (rows: readonly (readonly OutputValue[])[]) => void;
}

/**
 * Writes a Parquet or an Arrow file, by its name. DuckDB keeps the rows until all are there, on
 * disk if they outgrow memory.
 * @throws ForfaitError ENGINE_MISSING
 */
export async function writeTable(
  { connection, folder }: Engine,
  io: Io,
  name: string,
  columns: readonly OutputColumn[],
  write: (table: TableOutput) => Promise<void>,
): Promise<void> {
  const duckdb = await import("@duckdb/node-api");
  if (isArrow(name)) await loadArrow();
  const types = columns.map(({ holds }): DuckDBType => {
    if (holds === "euros") return duckdb.DECIMAL(18, 2);
    if (holds === "count") return duckdb.BIGINT;
    return holds === "number" ? duckdb.DOUBLE : duckdb.VARCHAR;
  });
  const definitions = columns.map((column, i) => `${named(column.name)} ${String(types[i])}`);
  await connection.run(`CREATE TABLE result (${definitions.join(", ")})`);
  const appender = await connection.createAppender("result");
  const valueOf = (value: OutputValue, { holds }: OutputColumn): DuckDBValue => {
    if (value === null || value === undefined) return null;
    if (holds === "number") return Number(value);
    if (holds === "count") return BigInt(value);
    if (holds !== "euros") return String(value);
    return new duckdb.DuckDBDecimalValue(BigInt(String(value).replace(".", "")), 18, 2);
  };
  let held: DuckDBValue[][] = [];
  const flush = (): void => {
    if (held.length === 0) return;
    const chunk = duckdb.DuckDBDataChunk.create(types);
    chunk.setRows(held);
    appender.appendDataChunk(chunk);
    held = [];
  };
  await write({
    add: (rows) => {
      for (const row of rows) {
        held.push(columns.map((column, i) => valueOf(row[i], column)));
        if (held.length === CHUNK_ROWS) flush();
      }
    },
  });
  flush();
  appender.closeSync();
  await writeOutput(io, name, "shared", async (file) => {
    const copy = async (path: string): Promise<void> => {
      if (isArrow(name)) return writeArrow(connection, path, /s$/i.test(name) ? "stream" : "file");
      await connection.run(
        `COPY result TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`,
      );
    };
    await copyInto(file, folder, copy);
  });
}
