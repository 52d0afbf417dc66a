import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import type {
  AsyncRecordBatchFileReader,
  AsyncRecordBatchStreamReader,
  RecordBatch,
} from "apache-arrow";
import { promises } from "node:fs";
import { fail } from "../report/failure.ts";
import { loadArrow } from "./arrow.ts";
import { arrowColumn, type ArrowColumn } from "./arrow-column.ts";
import { CHUNK_ROWS } from "./engine.ts";

/** Tables of a connection have names of their own. */
let copies = 0;

type Reader = AsyncRecordBatchFileReader | AsyncRecordBatchStreamReader;

/**
 * Copies an Arrow file or stream into a table, one record batch at a time; DuckDB spills the table
 * to disk when memory runs out.
 * @returns its name, and those of the columns, which it calls `c0`, `c1`...
 * @throws ForfaitError ENGINE_MISSING; Failure ENGINE_FORMAT if the file is not Arrow or is
 * compressed
 */
export async function copyArrow(
  connection: DuckDBConnection,
  path: string,
): Promise<{ readonly table: string; readonly names: readonly string[] }> {
  const [arrow, duckdb] = await Promise.all([loadArrow(), import("@duckdb/node-api")]);
  const file = await promises.open(path);
  try {
    const reader = await attempt(
      path,
      async () => (await arrow.RecordBatchReader.from(file)).open() as Promise<Reader>,
    );
    const fields = reader.schema?.fields;
    if (!fields || fields.length === 0) return refuseFormat(path);
    const kinds = fields.map(({ type }) => arrowColumn(arrow, duckdb, type));
    const columns = kinds.map(({ type }, i) => `c${i} ${String(type)}`);
    const table = `arrow_${copies++}`;
    await connection.run(`CREATE TABLE ${table} (${columns.join(", ")})`);

    const appender = await connection.createAppender(table);
    for (;;) {
      const { value, done: isEnd } = (await attempt(path, () =>
        reader.next(),
      )) as IteratorResult<RecordBatch>;
      if (isEnd) break;
      for (let from = 0; from < value.numRows; from += CHUNK_ROWS) {
        const chunk = duckdb.DuckDBDataChunk.create(kinds.map(({ type }) => type));
        chunk.setColumns(columnsOf(value, kinds, from));
        appender.appendDataChunk(chunk);
      }
    }
    appender.closeSync();
    return { table, names: fields.map(({ name }) => name) };
  } finally {
    await file.close();
  }
}

function columnsOf(
  batch: RecordBatch,
  kinds: readonly ArrowColumn[],
  from: number,
): DuckDBValue[][] {
  const length = Math.min(CHUNK_ROWS, batch.numRows - from);
  return kinds.map(({ valueOf }, i) => {
    const column = batch.getChildAt(i);
    return Array.from({ length }, (_, row) => {
      const value: unknown = column?.get(from + row) ?? null;
      return value === null ? null : valueOf(value);
    });
  });
}

/** Runs a step of apache-arrow and turns its errors into one-sentence failures. */
async function attempt<Value>(path: string, run: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    const { message } = error as Error;
    if (!message.includes("codec")) return refuseFormat(path, message);
    return fail(
      "ENGINE_FORMAT",
      `${path} : Arrow compressé, qui n'est pas lu ; l'écrire sans compression`,
      `${path}: compressed Arrow, which is not read; write it without compression`,
    );
  }
}

function refuseFormat(path: string, why?: string): never {
  const more = why ? ` (${why})` : "";
  return fail(
    "ENGINE_FORMAT",
    `${path} : ni un fichier ni un flux Arrow${more}`,
    `${path}: neither an Arrow file nor an Arrow stream${more}`,
  );
}
