import type { LocalizedText } from "../../error.ts";
import type { Physician } from "../../list/physician.ts";
import type { Practice } from "../../list/practice.ts";
import { columnsWhere, type ColumnsOn } from "../../list/told-columns.ts";
import type { DeclaredFacts } from "./declared-facts.ts";
import type { Names } from "../../words/fields.ts";
import type { Header, HeaderMap } from "./header.ts";
import type { BlockReaders, InputRow, RowBlock } from "./row-block.ts";

/** What the columns of a list may be. */
export interface ListFields {
  readonly fields: Names;
  readonly facts: DeclaredFacts;
  readonly map: HeaderMap;
}

/** Rows of a file. CSV and sheets are streamed; JSON and NDJSON are held in memory. */
export interface InputList {
  /** What is told of how the file was read, once it is. */
  readonly notes?: readonly LocalizedText[];
  readonly header?: Header;
  /** Keys of the rows of JSON: its rows are not written in columns. */
  readonly keys?: Header;
  readonly columns: ColumnsOn;
  /** Whether rows name their physician. */
  readonly hasPhysicianId: boolean;
  /** Fields present in at least one row. */
  readonly fields: ReadonlySet<string>;
  /** Number of rows, where a file tells it beforehand. */
  readonly rowCount?: number;
  /** Either these or `blocks` are read. */
  readonly rows: AsyncIterable<InputRow>;
  /** The same rows in blocks, where most of them need no object. */
  readonly blocks?: (readers: BlockReaders) => AsyncIterable<RowBlock>;
  /** Physicians and practices of a JSON document. */
  readonly physicians?: KeyedRows<Physician>;
  readonly practices?: KeyedRows<Practice>;
  readonly previous?: InputList;
}

/** Rows of a list within a JSON document. */
export interface KeyedRows<Row> {
  readonly values: readonly Row[];
  readonly keys: Header;
  /** The rows as they are written. */
  readonly raw: readonly unknown[];
}

/** Opens files of typed columns. */
export interface TableReader {
  /** @param onRows called with the share of the rows that have been read, as they are */
  readonly openTable: (
    path: string,
    fields: ListFields,
    onRows?: (share: number) => void,
  ) => Promise<InputList>;
}

/** What the headers of a file tell of its rows, each of which has all columns. */
export function columnsOf({
  fields,
}: Header): Pick<InputList, "columns" | "hasPhysicianId" | "fields"> {
  const known = new Set(fields.filter((field) => field !== undefined));
  const told = columnsWhere((field) => known.has(field));
  return { columns: () => told, hasPhysicianId: known.has("physicianId"), fields: known };
}
