import type { Physician } from "../../list/physician.ts";
import type { Practice } from "../../list/practice.ts";
import type { ColumnsOn } from "../../list/told-columns.ts";
import type { Header } from "./header.ts";

/** A row as the library reads it, and as written in the file. */
export interface InputRow {
  /** Line of a CSV or NDJSON file; undefined in JSON. */
  readonly line?: number;
  readonly value: Readonly<Record<string, unknown>>;
  /** Cells of a CSV record, or the JSON text as a single cell. */
  readonly raw: readonly string[];
  /** A record with more or fewer cells than the header. */
  readonly ragged?: true;
}

/** Rows of a file. CSV is streamed; JSON and NDJSON are held in memory. */
export interface InputList {
  readonly header?: Header;
  readonly columns: ColumnsOn;
  /** Whether rows name their physician. */
  readonly hasPhysicianId: boolean;
  /** Fields present in at least one row. */
  readonly fields: ReadonlySet<string>;
  readonly rows: AsyncIterable<InputRow>;
  /** Physicians and practices of a JSON document. */
  readonly physicians?: readonly Physician[];
  readonly practices?: readonly Practice[];
  readonly previous?: InputList;
}
