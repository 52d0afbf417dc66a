import type { DuckDBConnection } from "@duckdb/node-api";
import { ID_FIELDS } from "../../words/id.ts";
import { hasText } from "../input/csv.ts";
import { checkHeader, checkWidth } from "../input/check-header.ts";
import { readHeader } from "../input/header.ts";
import { columnsOf, type InputList, type ListFields } from "../input/input-list.ts";
import type { InputRow } from "../input/row-block.ts";
import { recordRow } from "../input/table-list.ts";
import { columnReaders, recordReader } from "../input/values.ts";
import { readTypedBlocks } from "./typed-blocks.ts";
import { typedColumns } from "./typed-columns.ts";
import { readTypedRows } from "./typed-rows.ts";
import { openTypedFile } from "./typed-table.ts";

/**
 * Opens a Parquet or Arrow file. Its cells are read as a CSV file would hold them; the line of a
 * row is its number, from 1.
 * @param rowsAtOnce about how many are held at a time
 * @param onRows called with the share of the rows that have been read, as they are
 * @throws Failure
 */
export async function openTyped(
  connection: DuckDBConnection,
  path: string,
  { fields, facts, map }: ListFields,
  rowsAtOnce: number,
  onRows: (share: number) => void = () => {},
): Promise<InputList> {
  const file = await openTypedFile(connection, path, rowsAtOnce);
  const { written, described } = file;
  checkWidth(written, path);
  const header = readHeader(written, fields, map);
  checkHeader(header, fields, path);
  const isId = (i: number): boolean => ID_FIELDS.has(header.fields[i] ?? "");
  const columns = await typedColumns(
    connection,
    file.name,
    described.map((column, i) => ({ ...column, isId: isId(i) })),
  );
  const table = { ...file, columns };
  const readers = columnReaders(header, facts);
  const rowOf = recordRow(header, recordReader(header.fields, readers));
  async function* rows(): AsyncGenerator<InputRow> {
    let line = 0;
    for await (const some of readTypedRows(table)) {
      for (const cells of some) if ((line++, hasText(cells))) yield rowOf(line, cells);
      onRows(some.length / table.rowCount);
    }
  }
  return {
    header,
    ...columnsOf(header),
    rowCount: table.rowCount,
    rows: rows(),
    blocks: (classes) =>
      readTypedBlocks(table, { fields: header.fields, readers }, classes, rowOf, onRows),
  };
}
