import type { DuckDBConnection } from "@duckdb/node-api";
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { fail } from "../report/failure.ts";
import { readSignature } from "../input/bytes.ts";
import { openCsv as openText, type CsvTable } from "../input/csv-table.ts";
import { encodingOf, toUtf8 } from "../input/decode.ts";
import type { Names } from "../../words/fields.ts";
import { checkHeader } from "../input/check-header.ts";
import { readHeader, type Header, type HeaderMap } from "../input/header.ts";
import { failKind } from "../input/kinds/named-kinds.ts";
import { recognise } from "../input/kinds/recognise.ts";
import type { TableOptions } from "../input/table.ts";
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
  /** What separates the cells of a CSV file. */
  readonly separator?: string;
}

export interface SourceOptions extends TableOptions {
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
  options: SourceOptions,
): Promise<Source> {
  const { fields, map, onProgress } = options;
  const source = /\.(parquet|pq)$/i.test(path)
    ? await openParquet(connection, path, fields, map)
    : isArrow(path)
      ? await openArrow(connection, path, { fields, map, onProgress })
      : await openCsv(path, name, options);
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
  { fields, map, onProgress }: Omit<SourceOptions, "facts">,
): Promise<Source> {
  const { table, names, columns, types } = await copyArrow(connection, path, onProgress);
  return { table, header: readHeader(names, fields, map), columns, types, place: "rowid" };
}

/**
 * Columns are named by position, so that headers may contain anything. DuckDB rejects lines whose
 * number of cells differs from the header.
 */
async function openCsv(path: string, name: string, options: SourceOptions): Promise<Source> {
  const { header, csv } = await openPlainCsv(path, name, options);
  const separator = String.fromCharCode(csv.stretch.separator);
  const columns = header.names.map((_, i) => `c${i}`);
  const types = columns.map((column) => `${column}: 'VARCHAR'`).join(", ");
  const reading =
    `header = true, auto_detect = false, delim = ${quoted(separator)}, ` +
    `quote = '"', escape = '"', store_rejects = true`;
  return {
    table: `read_csv(${quoted(localFile(path))}, ${reading}, columns = {${types}})`,
    header,
    columns,
    types: columns.map(() => "VARCHAR"),
    separator,
  };
}

/** @throws NeedsNormalising for a file with anything above its headers */
async function openPlainCsv(
  path: string,
  name: string,
  { fields, facts, map }: SourceOptions,
): Promise<CsvTable> {
  const stream = createReadStream(path);
  try {
    const { first, all } = await readSignature(stream);
    const kind = recognise(first);
    if (kind === "zip" || kind === "ole") failRowsOnly(name, "classeur", "workbook");
    if (kind !== "text") failKind(name, kind);
    if (encodingOf(first) !== "utf-8") throw new NeedsNormalising(name);
    const { first: start, all: text } = await peek(toUtf8(all));
    if (start === "[" || start === "{") failRowsOnly(name, "JSON", "JSON");
    const table = await openText(name, text, { fields, facts, map });
    if (!table.isFirst) throw new NeedsNormalising(name);
    return table;
  } finally {
    stream.destroy();
  }
}

function failRowsOnly(name: string, fr: string, en: string): never {
  return fail(
    "ENGINE_FORMAT",
    `${name} : ${fr}, que lit le calcul ligne à ligne (sans --engine)`,
    `${name}: ${en}, which the row path reads (without --engine)`,
  );
}

/** Escapes a path so that DuckDB reads it as one local file, never as a glob or a URL. */
function localFile(path: string): string {
  return resolve(path).replaceAll(/[[*?]/g, "[$&]");
}
