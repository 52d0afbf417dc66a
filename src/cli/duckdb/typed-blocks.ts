import type { DuckDBConnection, DuckDBVector } from "@duckdb/node-api";
import { NO_LEAF } from "../../list/cell-tree.ts";
import { hasText } from "../input/csv.ts";
import {
  classReader,
  type BlockReaders,
  type InputRow,
  type RowBlock,
} from "../input/row-block.ts";
import type { ColumnReader } from "../input/values.ts";
import { ClassedColumn } from "./classed-column.ts";
import { CHUNK_ROWS, rowsOf } from "./engine.ts";
import { IdColumn } from "./id-column.ts";
import type { TypedColumn } from "./typed-columns.ts";

/** A table and how its columns are read. */
export interface TypedSource {
  readonly connection: DuckDBConnection;
  readonly table: string;
  readonly columns: readonly TypedColumn[];
  readonly fields: readonly (string | undefined)[];
  readonly readers: readonly (ColumnReader | undefined)[];
  /** Called with the share of the rows that are read with each block. */
  readonly onRows: (share: number) => void;
}

/** Reads a table in blocks, in its order. */
export async function* readTypedBlocks(
  { connection, table, columns, fields, readers, onRows }: TypedSource,
  classes: BlockReaders,
  rowOf: (line: number, cells: readonly string[]) => InputRow,
): AsyncGenerator<RowBlock> {
  const [all] = await rowsOf<{ n: string }>(connection, `SELECT COUNT(*) AS n FROM ${table}`);
  const result = await connection.stream(
    `SELECT ${columns.map(({ sql }) => sql).join(", ")} FROM ${table}`,
  );
  const classed = columns.flatMap((column, at) => {
    const classOf = classReader(at, { fields, readers }, classes);
    return classOf ? [new ClassedColumn(at, column, classOf)] : [];
  });
  const columnsByField = new Map(
    classed.flatMap(({ at, classes: found }) => {
      const field = fields[at];
      return field === undefined ? [] : [[field, found] as const];
    }),
  );
  const ids = new IdColumn(fields.indexOf("id"), readers[fields.indexOf("id")]);
  const isPlain = new Uint8Array(CHUNK_ROWS);
  const { tree } = classes;
  const leaves = new Int32Array(CHUNK_ROWS);
  const inTree = tree?.fields.map((field) => columnsByField.get(field) as Int32Array);
  for (let first = 0; ;) {
    const chunk = await result.fetchChunk();
    const size = chunk?.rowCount ?? 0;
    if (!chunk || size === 0) return;
    const line = first + 1;
    isPlain.fill(1);
    for (const column of classed) column.read(chunk, size, isPlain);
    ids.read(chunk, size, isPlain);
    for (let row = 0; row < size; row++)
      leaves[row] = tree && inTree && isPlain[row] === 1 ? tree.leafOf(inTree, row) : NO_LEAF;
    const cells = (row: number): string[] =>
      columns.map(({ textOf }, at) => textAt(chunk.getColumnVector(at), row, textOf));
    yield {
      size,
      classes: columnsByField,
      leaves,
      hashes: ids.hashes,
      idOf: (row) => textAt(chunk.getColumnVector(ids.at), row, undefined),
      row: (row) => {
        const raw = cells(row);
        return hasText(raw) ? rowOf(line + row, raw) : undefined;
      },
    };
    first += size;
    onRows(size / Number(all?.n));
  }
}

function textAt(vector: DuckDBVector, row: number, textOf: TypedColumn["textOf"]): string {
  const value = vector.getItem(row);
  return value === null ? "" : textOf ? textOf(Number(value)) : String(value);
}
