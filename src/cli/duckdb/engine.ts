import type { DuckDBConnection } from "@duckdb/node-api";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { refuse } from "../../error.ts";

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
  const { DuckDBInstance } = await loadDuckdb();
  const folder = mkdtempSync(join(tmpdir(), "forfait-mt-"));
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(threads),
    memory_limit: `${Math.floor((totalmem() * PART_OF_MEMORY) / 1e6)}MB`,
    temp_directory: folder,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  await connection.run("SET enable_progress_bar = true; SET enable_progress_bar_print = false; SET progress_bar_time = 0");
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", removeFolder);
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
    removeFolder();
    process.off("exit", removeFolder);
  };
  return { connection, second: () => instance.connect(), close };
}

async function loadDuckdb(): Promise<typeof import("@duckdb/node-api")> {
  try {
    return await import("@duckdb/node-api");
  } catch (error) {
    return refuse("ENGINE_MISSING", "engine", (error as Error).message, {
      fr: "le paquet @duckdb/node-api : npm install @duckdb/node-api",
      en: "the package @duckdb/node-api: npm install @duckdb/node-api",
    });
  }
}

/** The rows of a query, in memory, values as JSON. */
export async function rowsOf<Row>(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson() as Row[];
}

/** A text of SQL, quoted. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name of SQL, quoted. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;
