import type { LocalizedText } from "../../error.ts";
import type { Physician } from "../../list/physician.ts";
import type { Practice } from "../../list/practice.ts";
import type { ColumnsOn } from "../../list/told-columns.ts";
import type { Header } from "./header.ts";
import type { BlockReaders, InputRow, RowBlock } from "./row-block.ts";

/** Rows of a file. CSV and sheets are streamed; JSON and NDJSON are held in memory. */
export interface InputList {
  /** What is told of how the file was read, once it is. */
  readonly notes?: readonly LocalizedText[];
  readonly header?: Header;
  /** Keys of the rows of JSON, in place of a header. */
  readonly keys?: readonly string[];
  readonly columns: ColumnsOn;
  /** Whether rows name their physician. */
  readonly hasPhysicianId: boolean;
  /** Fields present in at least one row. */
  readonly fields: ReadonlySet<string>;
  /** Either these or `blocks` are read. */
  readonly rows: AsyncIterable<InputRow>;
  /** The same rows in blocks, where most of them need no object. */
  readonly blocks?: (readers: BlockReaders) => AsyncIterable<RowBlock>;
  /** Physicians and practices of a JSON document. */
  readonly physicians?: readonly Physician[];
  readonly practices?: readonly Practice[];
  readonly previous?: InputList;
}
