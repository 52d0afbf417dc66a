import { cellReader } from "../../words/cells.ts";
import { ID_FIELDS, IdColumn } from "../../words/id.ts";
import { settleNever } from "../../words/never.ts";
import { factOf, type DeclaredFacts } from "./declared-facts.ts";
import type { ReadColumns } from "./header.ts";

/** Reads the cells of a column. */
export type ColumnReader = (cell: string) => unknown;

/**
 * The reader of each column of a file; undefined for a column that is not read.
 * @param first some of the first records, by which a column of ids is known as one of numbers
 */
export function columnReaders(
  { fields, values, blank }: ReadColumns,
  facts: DeclaredFacts,
  first: Iterable<readonly string[]> = [],
): readonly (ColumnReader | undefined)[] {
  return fields.map((field, i) => {
    if (field === undefined) return undefined;
    const id = factOf(field);
    const fact = id === undefined ? undefined : facts[id];
    const read = cellReader(field, { blank, fact, values: values[i] });
    return ID_FIELDS.has(field) ? idReader(read as (cell: string) => string, i, first) : read;
  });
}

function idReader(
  read: (cell: string) => string,
  column: number,
  first: Iterable<readonly string[]>,
): ColumnReader {
  const ids = new IdColumn();
  for (const cells of first) if (ids.isDecidedBy(read(cells[column] ?? ""))) break;
  return (cell) => ids.read(read(cell));
}

/** Reads the cells of a record into its fields; facts that a schedule declares are in `facts`. */
export function recordReader(
  fields: readonly (string | undefined)[],
  readers: readonly (ColumnReader | undefined)[],
): (cells: readonly string[]) => Record<string, unknown> {
  const plain: (readonly [number, string, ColumnReader])[] = [];
  const declared: (readonly [number, string, ColumnReader])[] = [];
  for (const [i, field] of fields.entries()) {
    const read = readers[i];
    if (field === undefined || read === undefined) continue;
    const id = factOf(field);
    if (id === undefined) plain.push([i, field, read]);
    else declared.push([i, id, read]);
  }
  const hasLastSeen = fields.includes("lastSeen");
  return (cells) => {
    const value: Record<string, unknown> = {};
    for (const [i, field, read] of plain) value[field] = read(cells[i] ?? "");
    if (hasLastSeen) settleNever(value);
    if (declared.length > 0)
      value["facts"] = Object.fromEntries(
        declared.map(([i, id, read]) => [id, read(cells[i] ?? "")]),
      );
    return value;
  };
}
