import { access } from "node:fs/promises";
import { resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { isArrow } from "../input/typed.ts";
import { fail } from "../report/failure.ts";
import { copyArrow } from "./arrow-in.ts";
import { quoted, rowsOf } from "./engine.ts";
import type { TypedColumn } from "./typed-columns.ts";

/** A Parquet or Arrow file as a table of DuckDB. */
export interface TypedFile {
  readonly connection: DuckDBConnection;
  /** SQL of the table. */
  readonly name: string;
  /** Names of the columns in the file, and their names and types in the table. */
  readonly written: readonly string[];
  readonly described: readonly { readonly name: string; readonly type: string }[];
  /** SQL of the number of a row, from 0. */
  readonly rowNumber: string;
  readonly rowCount: number;
  /** Rows that are stored together. */
  readonly groupRows: number;
  /** Rows that DuckDB is asked for together, about. */
  readonly rowsAtOnce: number;
}

/** The same with how its columns are read. */
export interface TypedTable extends TypedFile {
  readonly columns: readonly TypedColumn[];
}

/** Rows of a table that DuckDB keeps are stored together by so many. */
const TABLE_GROUP = 122_880;

export async function openTypedFile(
  connection: DuckDBConnection,
  path: string,
  rowsAtOnce: number,
): Promise<TypedFile> {
  if (isArrow(path)) {
    const { table, names } = await copyArrow(connection, path);
    const described = await describe(connection, table);
    const [count] = await rowsOf<{ rows: string }>(
      connection,
      `SELECT COUNT(*) AS rows FROM ${table}`,
    );
    return {
      connection,
      name: table,
      written: names,
      described,
      rowNumber: "rowid",
      rowCount: Number(count?.rows),
      groupRows: TABLE_GROUP,
      rowsAtOnce,
    };
  }
  await access(path);
  const file = quoted(localFile(path));
  const described = await describe(connection, `read_parquet(${file})`).catch(() =>
    fail(
      "ENGINE_FORMAT",
      `${path} : pas un fichier Parquet, ou pas entier ; l'exporter à nouveau`,
      `${path}: not a Parquet file, or not a whole one; export it again`,
    ),
  );
  const [about] = await rowsOf<{ rows: string; inGroup: string | null }>(
    connection,
    `SELECT num_rows AS rows, (SELECT MAX(row_group_num_rows) FROM parquet_metadata(${file})) ` +
      `AS "inGroup" FROM parquet_file_metadata(${file})`,
  );
  const written = described.map(({ name }) => name);
  // A column of the file hides the number that DuckDB gives.
  const isHidden = written.some((name) => name.toLowerCase() === NUMBER);
  return {
    connection,
    name: isHidden
      ? `(SELECT *, ROW_NUMBER() OVER () - 1 AS "row number" FROM read_parquet(${file}))`
      : `read_parquet(${file})`,
    written,
    described,
    rowNumber: isHidden ? '"row number"' : NUMBER,
    rowCount: Number(about?.rows),
    groupRows: Math.max(1, Number(about?.inGroup)),
    rowsAtOnce,
  };
}

const NUMBER = "file_row_number";

async function describe(
  connection: DuckDBConnection,
  table: string,
): Promise<{ name: string; type: string }[]> {
  const columns = await rowsOf<{ column_name: string; column_type: string }>(
    connection,
    `DESCRIBE SELECT * FROM ${table}`,
  );
  return columns.map(({ column_name: name, column_type: type }) => ({ name, type }));
}

/** SQL of some rows of a table. */
export function rowsIn({ name, rowNumber }: TypedFile, first: number, end: number): string {
  return `${name} WHERE ${rowNumber} >= ${first} AND ${rowNumber} < ${end}`;
}

/** Escapes a path so that DuckDB reads it as one local file, never as a glob or a URL. */
function localFile(path: string): string {
  return resolve(path).replaceAll(/[[*?]/g, "[$&]");
}
