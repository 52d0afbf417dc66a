import type { DuckDBConnection } from "@duckdb/node-api";
import { createReadStream, promises } from "node:fs";
import { resolve } from "node:path";
import { fail } from "../report/failure.ts";
import { CsvReader } from "../input/csv.ts";
import { encodingOf, toUtf8 } from "../input/decode.ts";
import type { Names } from "../../words/fields.ts";
import { checkHeader } from "../input/check-header.ts";
import { readHeader, type Header, type HeaderMap } from "../input/header.ts";
import { peek } from "../input/text.ts";
import { isArrow } from "./arrow.ts";
import { copyArrow } from "./arrow-in.ts";
import { NeedsNormalising } from "./normalised-copy.ts";
import { named, quoted, rowsOf } from "./engine.ts";
import type { Progress } from "./progress.ts";

/** A patient file as a DuckDB table. */
export interface Source {
  /** Table expression, for a FROM clause. */
  readonly table: string;
  readonly header: Header;
  /** Column names in the table, in header order. */
  readonly columns: readonly string[];
  /** DuckDB types of the columns. */
  readonly types: readonly string[];
  /** Column with the row number, from 0, if the format has one. */
  readonly place?: string;
}

export interface SourceOptions {
  /** Fields of a patient list. */
  readonly fields: Names;
  readonly map: HeaderMap;
  readonly onProgress?: Progress | undefined;
}

/** SQL for the text of each field in the file. */
export function textsOf({ header, columns, types }: Source): ReadonlyMap<string, string> {
  return new Map(
    header.fields.flatMap((field, i) =>
      field === undefined
        ? []
        : [[field, textOf(columns[i] as string, types[i] as string)] as const],
    ),
  );
}

/** SQL for a column as text: list elements are separated by spaces, dates are YYYY-MM-DD. */
export function textOf(column: string, type: string): string {
  if (type === "VARCHAR") return column;
  return type.endsWith("[]") ? `ARRAY_TO_STRING(${column}, ' ')` : `CAST(${column} AS VARCHAR)`;
}

/**
 * Opens a Parquet, Arrow or CSV file.
 * @param name path given by the user, for messages
 * @throws Failure for an unreadable file or header; NeedsNormalising
 */
export async function openSource(
  connection: DuckDBConnection,
  path: string,
  name: string,
  { fields, map, onProgress }: SourceOptions,
): Promise<Source> {
  const source = /\.(parquet|pq)$/i.test(path)
    ? await openParquet(connection, path, fields, map)
    : isArrow(path)
      ? await openArrow(connection, path, { fields, map, onProgress })
      : await openCsv(path, name, fields, map);
  checkHeader(source.header, fields, name);
  return source;
}

async function openParquet(
  connection: DuckDBConnection,
  path: string,
  fields: Names,
  map: HeaderMap,
): Promise<Source> {
  const file = quoted(localFile(path));
  const all = await rowsOf<{ column_name: string; column_type: string }>(
    connection,
    `DESCRIBE SELECT * FROM read_parquet(${file})`,
  );
  const columns = all.map(({ column_name: name }) => name);
  const types = all.map(({ column_type: type }) => type);
  return {
    table: `read_parquet(${file}, file_row_number = true)`,
    header: readHeader(columns, fields, map),
    columns: columns.map(named),
    types,
    place: "file_row_number",
  };
}

async function openArrow(
  connection: DuckDBConnection,
  path: string,
  { fields, map, onProgress }: SourceOptions,
): Promise<Source> {
  const { table, names, columns, types } = await copyArrow(connection, path, onProgress);
  return { table, header: readHeader(names, fields, map), columns, types, place: "rowid" };
}

/**
 * Columns are named by position, so that headers may contain anything. DuckDB rejects lines whose
 * number of cells differs from the header.
 */
async function openCsv(path: string, name: string, fields: Names, map: HeaderMap): Promise<Source> {
  const { cells, separator } = await firstLine(path, name);
  const columns = cells.map((_, i) => `c${i}`);
  const types = columns.map((name) => `${name}: 'VARCHAR'`).join(", ");
  const options =
    `header = true, auto_detect = false, delim = ${quoted(separator)}, ` +
    `quote = '"', escape = '"', store_rejects = true`;
  return {
    table: `read_csv(${quoted(localFile(path))}, ${options}, columns = {${types}})`,
    header: readHeader(cells, fields, map),
    columns,
    types: columns.map(() => "VARCHAR"),
  };
}

async function firstLine(
  path: string,
  name: string,
): Promise<{ cells: readonly string[]; separator: string }> {
  if (encodingOf(await firstBytes(path)) !== "utf-8") throw new NeedsNormalising(name);
  const stream = createReadStream(path);
  try {
    const { first, all } = await peek(toUtf8(stream));
    if (first === "[" || first === "{")
      fail(
        "ENGINE_FORMAT",
        `${name} : JSON, que lit le calcul ligne à ligne (sans --engine)`,
        `${name}: JSON, which the row path reads (without --engine)`,
      );
    const csv = new CsvReader(all);
    const { value } = await csv.records().next();
    if (!value) return fail("INPUT_EMPTY", `${name} : fichier vide`, `${name}: empty file`);
    return { cells: value.cells, separator: String.fromCharCode(csv.stretch.separator) };
  } finally {
    stream.destroy();
  }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await promises.open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Escapes a path so that DuckDB reads it as one local file, never as a glob or a URL. */
function localFile(path: string): string {
  return resolve(path).replaceAll(/[[*?]/g, "[$&]");
}
