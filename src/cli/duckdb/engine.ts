import type { DuckDBConnection } from "@duckdb/node-api";
import { availableParallelism } from "node:os";
import { removeAtEnd } from "../temporary/at-end.ts";
import { openTempFolder, type TempFolder } from "../temporary/folder.ts";
import { memoryLimit } from "./memory-limit.ts";
import { loadOptional } from "./optional.ts";

/** An in-memory database that spills to its own temporary folder; `close` removes both. */
export interface Engine {
  readonly connection: DuckDBConnection;
  /** Temporary folder of the database. */
  readonly folder: TempFolder;
  readonly close: () => void;
}

/** Number of rows of a DuckDB data chunk. */
export const CHUNK_ROWS = 2048;

/** Fraction of the memory that DuckDB may use before it spills to disk. */
const PART_OF_MEMORY = 0.6;

/**
 * Opens DuckDB, an optional package.
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
    memory_limit: `${Math.floor((memoryLimit() * PART_OF_MEMORY) / 1e6)}MB`,
    // DuckDB creates this folder, but not its parent once that is removed.
    temp_directory: folder.at("spill"),
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  // A process that exits waits for its threads.
  const cancel = removeAtEnd(() => connection.interrupt());
  const close = (): void => {
    cancel();
    connection.closeSync();
    instance.closeSync();
    folder.remove();
  };
  return { connection, folder, close };
}

/** Runs a query and returns all its rows, with values as JSON. */
export async function rowsOf<Row>(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson() as Row[];
}

/** Quotes a SQL string literal. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Quotes a SQL identifier. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;
