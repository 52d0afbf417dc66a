import type { CellTree } from "../../list/cell-tree.ts";
import type { RowHashes } from "./hashed-ids.ts";
import type { RowFault } from "./kinds/fault.ts";
import { isTotal } from "./kinds/total-row.ts";
import { UNCLASSED } from "./texts.ts";
import type { ColumnReader } from "./values.ts";

/** A row as the library reads it, and as written in the file. */
export interface InputRow {
  /** Line of a CSV or NDJSON file, row of a sheet; undefined in JSON. */
  readonly line?: number;
  readonly value: Readonly<Record<string, unknown>>;
  /** Cells of a record, or the JSON text as a single cell. */
  readonly raw: readonly string[];
  /** Why the row cannot be a patient, physician or practice. */
  readonly fault?: RowFault;
}

/** Returns the class of what a cell holds, from 0; -1 if its row has to be read by itself. */
export type Classify<Held> = (held: Held) => number;

/** How the columns of a list are read in blocks, by field. */
export interface BlockReaders {
  /** Of fields whose values have classes. */
  readonly ofValue: ReadonlyMap<string, Classify<unknown>>;
  /** Of fields whose texts have, without white space around them. */
  readonly ofText: ReadonlyMap<string, Classify<string>>;
  /** What becomes of a row, by the classes of its fields; undefined if each is read by itself. */
  readonly tree?: CellTree;
}

/** Some rows of a list, most of them plain: cells have classes, the id is what is written. */
export interface RowBlock {
  readonly size: number;
  /** Leaf of each row in the tree; NO_LEAF for one that is not plain. */
  readonly leaves: Int32Array;
  /** Classes of what the plain rows tell of their physician, by field. */
  readonly classes: ReadonlyMap<string, Int32Array>;
  /** Two hashes of the id of each plain row. */
  readonly hashes: RowHashes;
  /** Id of a plain row. */
  readonly idOf: (row: number) => string;
  /** A row as it is written; undefined if it holds no text. */
  readonly row: (row: number) => InputRow | undefined | Promise<InputRow | undefined>;
}

/** Class of a text of a column; undefined if the column has none. */
export function classReader(
  at: number,
  { fields, readers }: Columns,
  { ofValue, ofText }: BlockReaders,
): ((text: string) => number) | undefined {
  const [field, read] = [fields[at], readers[at]];
  if (field === undefined || read === undefined)
    return at === 0 && !fields.includes("birthDate") ? labelClass : undefined;
  const [byValue, byText] = [ofValue.get(field), ofText.get(field)];
  if (byValue) return (text) => byValue(read(text));
  return byText && ((text) => byText(text.trim()));
}

interface Columns {
  readonly fields: readonly (string | undefined)[];
  readonly readers: readonly (ColumnReader | undefined)[];
}

/** A total is told by the first column that is filled, unless it has a birth date. */
function labelClass(text: string): number {
  return text.trim() === "" || isTotal(text) ? UNCLASSED : 0;
}
