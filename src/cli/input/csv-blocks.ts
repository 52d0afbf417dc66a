import { NO_LEAF, type CellTree } from "../../list/cell-tree.ts";
import type { CsvReader } from "./csv.ts";
import { hasText } from "./csv.ts";
import {
  CARRIAGE_RETURN,
  failLong,
  LINE_FEED,
  LONGEST,
  QUOTE,
  splitRecord,
  type SplitRecord,
} from "./csv-record.ts";
import { hashId } from "./hashed-ids.ts";
import { areAsWritten, isPlainId } from "./plain-id.ts";
import { classReader, type BlockReaders, type InputRow, type RowBlock } from "./row-block.ts";
import { HASH_FACTOR, HASH_START, Texts, UNCLASSED } from "./texts.ts";
import type { ColumnReader } from "./values.ts";

/** Most rows of a block. */
const ROWS = 8192;

/** Reads the records of a CSV file behind its header in blocks. */
export async function* readBlocks(
  csv: CsvReader,
  fields: readonly (string | undefined)[],
  readers: readonly (ColumnReader | undefined)[],
  classes: BlockReaders,
  rowOf: (line: number, cells: readonly string[]) => InputRow,
): AsyncGenerator<RowBlock> {
  const scanner = new Scanner(csv, fields, readers, classes, rowOf);
  for (;;) {
    const block = scanner.next();
    if (block.size > 0) yield block;
    else if (!(await csv.more())) return;
  }
}

/** A column whose cells have classes. */
interface ClassedColumn {
  readonly texts: Texts;
  readonly classes: Int32Array;
}

class Scanner {
  readonly #csv: CsvReader;
  readonly #rowOf: (line: number, cells: readonly string[]) => InputRow;
  /** By column of the file; undefined for the id and for what is not read. */
  readonly #columns: readonly (ClassedColumn | undefined)[];
  readonly #idAt: number;
  readonly #readId: ColumnReader | undefined;
  #idsAreWritten: boolean | undefined;
  readonly #classes: ReadonlyMap<string, Int32Array>;
  readonly #tree: CellTree | undefined;
  readonly #inTree: readonly Int32Array[];
  readonly #leaves = new Int32Array(ROWS);
  readonly #starts = new Uint32Array(ROWS);
  readonly #lines = new Uint32Array(ROWS);
  readonly #ids = new Uint32Array(2 * ROWS);
  readonly #hashes = [new Int32Array(ROWS), new Int32Array(ROWS)] as const;

  constructor(
    csv: CsvReader,
    fields: readonly (string | undefined)[],
    readers: readonly (ColumnReader | undefined)[],
    classes: BlockReaders,
    rowOf: (line: number, cells: readonly string[]) => InputRow,
  ) {
    this.#csv = csv;
    this.#rowOf = rowOf;
    this.#columns = fields.map((_, i) => {
      const classOf = classReader(i, { fields, readers }, classes);
      return classOf && { texts: new Texts(classOf), classes: new Int32Array(ROWS) };
    });
    this.#idAt = fields.indexOf("id");
    this.#readId = readers[this.#idAt];
    this.#classes = new Map(
      fields.flatMap((field, i) => {
        const column = this.#columns[i];
        return field !== undefined && column ? [[field, column.classes] as const] : [];
      }),
    );
    this.#tree = classes.tree;
    this.#inTree = (classes.tree?.fields ?? []).map((f) => this.#classes.get(f) as Int32Array);
  }

  /** The rows that have been read whole; none if more has to be read first. */
  next(): RowBlock {
    const { bytes, end, separator, isLast } = this.#csv.stretch;
    const last = isLast ? end : lastLineEnd(bytes, end);
    if (last <= this.#csv.at && end - this.#csv.at > LONGEST) failLong(this.#csv.line);
    let size = 0;
    while (size < ROWS && this.#csv.at < last) {
      const from = this.#csv.at;
      this.#starts[size] = from;
      this.#lines[size] = this.#csv.line;
      const next = this.#scan(bytes, from, end, separator, size);
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
      this.#leaves[size] = NO_LEAF;
      size += 1;
    }
    return {
      size,
      classes: this.#classes,
      leaves: this.#leaves,
      hashes: this.#hashes,
      idOf: (row) =>
        bytes.toString("latin1", this.#ids[2 * row] as number, this.#ids[2 * row + 1] as number),
      row: (row) => {
        const stretch = { bytes, end, separator, isLast };
        const { cells } = splitRecord(stretch, this.#starts[row] as number) as SplitRecord;
        return hasText(cells) ? this.#rowOf(this.#lines[row] as number, cells) : undefined;
      },
    };
  }

  /**
   * Reads the cells of a record that has as many as the header, none of which goes over a line.
   * @returns where the next record begins; 0 for a record that has to be split
   */
  #scan(bytes: Buffer, from: number, end: number, separator: number, row: number): number {
    const columns = this.#columns;
    const count = columns.length;
    let isPlain = 1;
    let at = from;
    for (let i = 0; i < count; i++) {
      let start = at;
      let hash: number = HASH_START;
      let stop = at;
      let byte = at < end ? (bytes[at] as number) : LINE_FEED;
      if (byte === QUOTE) {
        start = at + 1;
        for (at = start; at < end; at++) {
          byte = bytes[at] as number;
          if (byte === QUOTE) break;
          if (byte === LINE_FEED || byte === CARRIAGE_RETURN) return 0;
          hash = Math.imul(hash ^ byte, HASH_FACTOR);
        }
        if (at >= end) return 0;
        stop = at;
        at += 1;
        byte = at < end ? (bytes[at] as number) : LINE_FEED;
        if (byte !== separator && byte !== LINE_FEED && byte !== CARRIAGE_RETURN) return 0;
      } else {
        while (byte !== separator && byte !== LINE_FEED && byte !== CARRIAGE_RETURN) {
          hash = Math.imul(hash ^ byte, HASH_FACTOR);
          at += 1;
          byte = at < end ? (bytes[at] as number) : LINE_FEED;
        }
        stop = at;
      }
      if ((byte === separator) === (i === count - 1)) return 0;
      at += 1;
      const column = columns[i];
      if (column) {
        const found = column.texts.classOf(bytes, start, stop, hash);
        column.classes[row] = found;
        if (found === UNCLASSED) isPlain = 0;
      } else if (i === this.#idAt) {
        this.#ids[2 * row] = start;
        this.#ids[2 * row + 1] = stop;
        hashId(bytes, start, stop, this.#hashes, row);
        if (isPlainId(bytes, start, stop))
          this.#idsAreWritten ??= areAsWritten(this.#readId, bytes.toString("latin1", start, stop));
        else isPlain = 0;
        if (this.#idsAreWritten === false) isPlain = 0;
      }
    }
    if (at - from > LONGEST) return 0;
    this.#leaves[row] =
      isPlain === 1 && this.#tree ? this.#tree.leafOf(this.#inTree, row) : NO_LEAF;
    return at < end && bytes[at - 1] === CARRIAGE_RETURN && bytes[at] === LINE_FEED ? at + 1 : at;
  }
}

/** Where the last line that is surely whole ends: behind a CR, an LF may follow. */
function lastLineEnd(bytes: Buffer, end: number): number {
  const lineFeed = end === 0 ? -1 : bytes.lastIndexOf(LINE_FEED, end - 1);
  const carriageReturn = end < 2 ? -1 : bytes.lastIndexOf(CARRIAGE_RETURN, end - 2);
  return Math.max(lineFeed, carriageReturn) + 1;
}
