import type { DuckDBDataChunk } from "@duckdb/node-api";
import { rowsIn, type TypedTable } from "./typed-table.ts";

/** Cells of a row, as a CSV file would hold them. */
export type Cells = readonly string[];

/** All rows of a table, in its order; those of a chunk of DuckDB at a time. */
export async function* readTypedRows(table: TypedTable): AsyncGenerator<readonly Cells[]> {
  const result = await table.connection.stream(`SELECT ${textsOf(table)} FROM ${table.name}`);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    yield Array.from({ length: chunk.rowCount }, (_, row) => cellsOf(table, chunk, row));
  }
}

/** Rows of a page. */
const PAGE = 1 << 16;

/** Finds rows of a table by their number; the page of the last one is kept. */
export class RowFinder {
  readonly #table: TypedTable;
  #first = -1;
  #chunks: readonly DuckDBDataChunk[] = [];

  constructor(table: TypedTable) {
    this.#table = table;
  }

  async cellsOf(row: number): Promise<Cells> {
    const first = row - (row % PAGE);
    if (first !== this.#first) {
      const rows = rowsIn(this.#table, first, first + PAGE);
      const result = await this.#table.connection.run(
        `SELECT ${textsOf(this.#table)} FROM ${rows}`,
      );
      this.#chunks = await result.fetchAllChunks();
      this.#first = first;
    }
    let at = row - first;
    const chunk = this.#chunks.find(({ rowCount }) => {
      const isHere = at < rowCount;
      if (!isHere) at -= rowCount;
      return isHere;
    });
    return cellsOf(this.#table, chunk as DuckDBDataChunk, at);
  }
}

function textsOf({ columns }: TypedTable): string {
  return columns.map(({ sql }) => sql).join(", ");
}

function cellsOf({ columns }: TypedTable, chunk: DuckDBDataChunk, row: number): Cells {
  return columns.map(({ textOf }, at) => {
    const value = chunk.getColumnVector(at).getItem(row);
    return value === null ? "" : textOf ? textOf(Number(value)) : String(value);
  });
}
