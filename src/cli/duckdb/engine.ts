import type { DuckDBConnection } from "@duckdb/node-api";
import { availableParallelism, totalmem } from "node:os";
import { loadOptional } from "./optional.ts";
import { openTempFolder } from "./temp-folder.ts";

/** A database in memory that spills to a folder of its own; `close` removes both. */
export interface Engine {
  readonly connection: DuckDBConnection;
  /** Another connection to the same tables, to write while the first one reads. */
  readonly second: () => Promise<DuckDBConnection>;
  readonly close: () => void;
}

/** Rows in a chunk of DuckDB. */
export const CHUNK_ROWS = 2048;

/** Part of the machine's memory that DuckDB may use before it spills. */
const PART_OF_MEMORY = 0.6;

/**
 * Opens DuckDB, which is asked for only here: it is an optional package.
 * @throws ForfaitError ENGINE_MISSING
 */
export async function openEngine(threads: number = availableParallelism()): Promise<Engine> {
  const { DuckDBInstance } = await loadOptional(
    "@duckdb/node-api",
    () => import("@duckdb/node-api"),
  );
  const folder = openTempFolder();
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(threads),
    memory_limit: `${Math.floor((totalmem() * PART_OF_MEMORY) / 1e6)}MB`,
    temp_directory: folder.path,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  await connection.run(
    "SET enable_progress_bar = true; SET enable_progress_bar_print = false; SET progress_bar_time = 0",
  );
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
    folder.remove();
  };
  return { connection, second: () => instance.connect(), close };
}

/** The rows of a query, in memory, values as JSON. */
export async function rowsOf<Row>(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson() as Row[];
}

/** A text of SQL, quoted. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name of SQL, quoted. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;
