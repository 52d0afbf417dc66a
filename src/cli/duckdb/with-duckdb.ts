import { choiceOf, type Args } from "../arguments/args.ts";
import type { TableReader } from "../input/input-list.ts";
import { Duckdb, readable } from "./duckdb.ts";

/** Runs what may use DuckDB, and closes it. */
export async function withDuckdb<Result>(
  run: (duckdb: Duckdb) => Promise<Result>,
): Promise<Result> {
  const duckdb = new Duckdb();
  try {
    return await run(duckdb);
  } catch (error) {
    throw duckdb.isOpen ? readable(error) : error;
  } finally {
    await duckdb.close();
  }
}

/** Whether Parquet and Arrow are read: by `--engine duckdb`. */
export function readsTables(args: Args): boolean {
  return choiceOf(args, "engine", ["rows", "duckdb"], "rows") === "duckdb";
}

/** Runs what reads files, with the engine that reads Parquet and Arrow if it is asked for. */
export function withTables<Result>(
  args: Args,
  run: (tables: { readonly engine?: TableReader }) => Promise<Result>,
): Promise<Result> {
  const isAsked = readsTables(args);
  return withDuckdb((duckdb) => run(isAsked ? { engine: duckdb } : {}));
}
