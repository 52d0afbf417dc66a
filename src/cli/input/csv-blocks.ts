import { NO_LEAF } from "../../list/cell-tree.ts";
import type { CsvReader } from "./csv.ts";
import { hasText } from "./csv.ts";
import {
  CARRIAGE_RETURN,
  failLong,
  LINE_FEED,
  LONGEST,
  splitRecord,
  type SplitRecord,
} from "./csv-record.ts";
import { RecordScanner } from "./csv-scan.ts";
import { ROWS } from "./csv-cells.ts";
import type { BlockReaders, InputRow, RowBlock } from "./row-block.ts";
import type { ColumnReader } from "./values.ts";

type RowOf = (line: number, cells: readonly string[]) => InputRow;

/** Reads the records of a CSV file behind its header in blocks. */
export async function* readBlocks(
  csv: CsvReader,
  fields: readonly (string | undefined)[],
  readers: readonly (ColumnReader | undefined)[],
  classes: BlockReaders,
  rowOf: RowOf,
): AsyncGenerator<RowBlock> {
  const scanner = new RecordScanner(csv.stretch.separator, fields, readers, classes);
  const reader = new BlockReader(csv, scanner, rowOf);
  for (;;) {
    const block = reader.next();
    if (block.size > 0) yield block;
    else if (!(await csv.more())) return;
  }
}

class BlockReader {
  readonly #csv: CsvReader;
  readonly #scanner: RecordScanner;
  readonly #rowOf: RowOf;
  readonly #starts = new Uint32Array(ROWS);
  readonly #lines = new Uint32Array(ROWS);

  constructor(csv: CsvReader, scanner: RecordScanner, rowOf: RowOf) {
    this.#csv = csv;
    this.#scanner = scanner;
    this.#rowOf = rowOf;
  }

  /** The rows that have been read whole; none if more has to be read first. */
  next(): RowBlock {
    const { bytes, end, separator, isLast } = this.#csv.stretch;
    const { leaves, classes, ids } = this.#scanner;
    const last = isLast ? end : lastLineEnd(bytes, end);
    if (last <= this.#csv.at && end - this.#csv.at > LONGEST) failLong(this.#csv.line);
    this.#scanner.prepare();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let size = 0;
    while (size < ROWS && this.#csv.at < last) {
      const from = this.#csv.at;
      this.#starts[size] = from;
      this.#lines[size] = this.#csv.line;
      const next = this.#scanner.scan(bytes, view, from, end, size);
      if (next > 0) {
        this.#csv.at = Math.min(next, end);
        this.#csv.line += 1;
        size += 1;
        continue;
      }
      const record = splitRecord(this.#csv.stretch, from);
      if ((record?.next ?? end) - from > LONGEST || (!record && isLast)) failLong(this.#csv.line);
      if (!record) break;
      this.#csv.at = record.next;
      this.#csv.line += record.lines;
      if (!hasText(record.cells)) continue;
      leaves[size] = NO_LEAF;
      size += 1;
    }
    return {
      size,
      classes,
      leaves,
      hashes: ids.hashes,
      idOf: (row) => ids.idOf(bytes, row),
      row: (row) => {
        const stretch = { bytes, end, separator, isLast };
        const { cells } = splitRecord(stretch, this.#starts[row] as number) as SplitRecord;
        return hasText(cells) ? this.#rowOf(this.#lines[row] as number, cells) : undefined;
      },
    };
  }
}

/** Where the last line that is surely whole ends: behind a CR, an LF may follow. */
function lastLineEnd(bytes: Buffer, end: number): number {
  const behind = end === 0 ? 0 : bytes.lastIndexOf(LINE_FEED, end - 1) + 1;
  const rest = bytes.subarray(behind, Math.max(behind, end - 1));
  return behind + rest.lastIndexOf(CARRIAGE_RETURN) + 1;
}
