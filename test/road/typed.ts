import { writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Table,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import { recordsOf } from "../support/records.ts";

const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
const connection = await instance.connect();

/** Writes what a query gives as Parquet. */
export async function writeParquet(path: string, query: string): Promise<string> {
  await connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet)`);
  return path;
}

/** Writes the records of a CSV text as Parquet, whose columns are texts. */
export async function csvAsParquet(path: string, csv: string): Promise<string> {
  const [header = [], ...rows] = (await recordsOf([csv])).map(({ cells }) => cells);
  const names = header.map((name) => `"${name.replaceAll('"', '""')}"`);
  await connection.run(
    `CREATE OR REPLACE TABLE texts (${names.map((name) => `${name} VARCHAR`).join(", ")})`,
  );
  const appender = await connection.createAppender("texts");
  for (const cells of rows) {
    for (const i of names.keys()) appender.appendVarchar(cells[i] ?? "");
    appender.endRow();
  }
  appender.closeSync();
  return writeParquet(path, "SELECT * FROM texts");
}

/** The same as Arrow: a stream for a name that ends with s, else a file. */
export async function csvAsArrow(path: string, csv: string): Promise<string> {
  const [header = [], ...rows] = (await recordsOf([csv])).map(({ cells }) => cells);
  const columns = header.map(
    (name, i) =>
      [
        name,
        vectorFromArray(
          rows.map((cells) => cells[i]),
          new Utf8(),
        ),
      ] as const,
  );
  return writeArrow(path, new Table(Object.fromEntries(columns)));
}

/** Writes a table as it would come, a few rows in each record batch. */
export function writeArrow(path: string, table: Table, rows = 7): string {
  const writer = path.endsWith("s") ? new RecordBatchStreamWriter() : new RecordBatchFileWriter();
  for (let from = 0; from < table.numRows; from += rows)
    for (const batch of table.slice(from, from + rows).batches) writer.write(batch);
  writeFileSync(path, writer.finish().toUint8Array(true));
  return path;
}
