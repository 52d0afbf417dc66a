import { resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { ID_FIELDS } from "../../words/id.ts";
import { checkHeader, checkWidth } from "../input/check-header.ts";
import { readHeader } from "../input/header.ts";
import { columnsOf, type InputList, type ListFields } from "../input/input-list.ts";
import type { InputRow } from "../input/row-block.ts";
import { recordRow } from "../input/table-list.ts";
import { isArrow } from "../input/typed.ts";
import { columnReaders, recordReader } from "../input/values.ts";
import { copyArrow } from "./arrow-in.ts";
import { quoted, rowsOf } from "./engine.ts";
import { typedColumns } from "./typed-columns.ts";
import { readTypedBlocks } from "./typed-blocks.ts";

/**
 * Opens a Parquet or Arrow file. Its cells are read as a CSV file would hold them; the line of a
 * row is its number, from 1.
 * @param onRows called with the share of the rows that have been read, as they are
 * @throws Failure
 */
export async function openTyped(
  connection: DuckDBConnection,
  path: string,
  { fields, facts, map }: ListFields,
  onRows: (share: number) => void = () => {},
): Promise<InputList> {
  const { table, names } = isArrow(path)
    ? await copyArrow(connection, path)
    : { table: `read_parquet(${quoted(localFile(path))})`, names: undefined };
  const all = await rowsOf<{ column_name: string; column_type: string }>(
    connection,
    `DESCRIBE SELECT * FROM ${table}`,
  );
  const written = names ?? all.map(({ column_name: name }) => name);
  checkWidth(written, path);
  const header = readHeader(written, fields, map);
  checkHeader(header, fields, path);
  const columns = await typedColumns(
    connection,
    table,
    all.map(({ column_name: name, column_type: type }, i) => ({
      name,
      type,
      isId: ID_FIELDS.has(header.fields[i] ?? ""),
    })),
  );
  const readers = columnReaders(header, facts);
  const read = recordReader(header.fields, readers);
  const source = { connection, table, columns, fields: header.fields, readers, onRows };
  const rowOf = recordRow(header, read);
  async function* rows(): AsyncGenerator<InputRow> {
    const noClasses = { ofValue: new Map(), ofText: new Map() };
    for await (const block of readTypedBlocks(source, noClasses, rowOf))
      for (let i = 0; i < block.size; i++) {
        const row = block.row(i);
        if (row) yield row;
      }
  }
  return {
    header,
    ...columnsOf(header),
    rows: rows(),
    blocks: (readers) => readTypedBlocks(source, readers, rowOf),
  };
}

/** Escapes a path so that DuckDB reads it as one local file, never as a glob or a URL. */
function localFile(path: string): string {
  return resolve(path).replaceAll(/[[*?]/g, "[$&]");
}
