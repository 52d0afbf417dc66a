import type { DuckDBDataChunk } from "@duckdb/node-api";
import { hasText } from "../input/csv.ts";
import type { BlockReaders, InputRow, RowBlock } from "../input/row-block.ts";
import { RowFinder, type Cells } from "./typed-rows.ts";
import { rowsIn, type TypedTable } from "./typed-table.ts";
import { WindowReader, type ReadColumns } from "./window-reader.ts";

/**
 * Reads a table in blocks, in its order.
 * @param onRows called with the share of the rows that are read with each block
 */
export async function* readTypedBlocks(
  table: TypedTable,
  columns: ReadColumns,
  readers: BlockReaders,
  rowOf: (line: number, cells: Cells) => InputRow,
  onRows: (share: number) => void,
): AsyncGenerator<RowBlock> {
  const { connection, rowCount } = table;
  const size = windowOf(table);
  const reader = await WindowReader.open(table, columns, readers, size);
  const finder = new RowFinder(table);
  // One thread gathers rows in their order.
  await connection.run("SET threads = 1");
  try {
    for (let first = 0; first < rowCount; first += size) {
      const end = Math.min(first + size, rowCount);
      const result = await connection.run(`${reader.select} FROM ${rowsIn(table, first, end)}`);
      const read = reader.read((await result.fetchChunk()) as DuckDBDataChunk, end - first);
      yield {
        ...read,
        row: async (row) => {
          const cells = await finder.cellsOf(first + row);
          return hasText(cells) ? rowOf(first + row + 1, cells) : undefined;
        },
      };
      onRows((end - first) / rowCount);
    }
  } finally {
    await connection.run("RESET threads");
  }
}

/** Whole groups of rows, of which DuckDB reads none in vain; a part of one that is too large. */
function windowOf({ groupRows, rowsAtOnce }: TypedTable): number {
  return groupRows <= rowsAtOnce
    ? groupRows * Math.floor(rowsAtOnce / groupRows)
    : Math.min(groupRows, 4 * rowsAtOnce);
}
