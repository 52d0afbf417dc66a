import { CARRIAGE_RETURN, endsCell, LINE_FEED, QUOTE, splitRecord } from "./csv-record.ts";
import { hashId, type RowHashes } from "./hashed-ids.ts";
import { areAsWritten, isPlainId } from "./plain-id.ts";
import { Texts, UNCLASSED } from "./texts.ts";
import type { ColumnReader } from "./values.ts";

/** Most rows of a block. */
export const ROWS = 8192;

/** Cells of consecutive columns, read record by record. */
export interface Cells {
  /**
   * @param end of what has been read of the file
   * @param row of the block
   * @returns where the last cell ends; TO_SPLIT for a record that has to be split
   */
  read(bytes: Buffer, from: number, end: number, row: number): number;
  /** Whether the row that was read last is plain so far. */
  readonly isPlain: boolean;
}

/** In place of an end, or of a class. */
export const TO_SPLIT = -2;

/** Cells that are looked up together by their bytes: what they hold is asked once for each text. */
export class KnownCells implements Cells {
  /** Class of the cells of each row. */
  readonly classes = new Int32Array(ROWS);
  isPlain = true;
  readonly #width: number;
  readonly #separator: number;
  readonly #texts: Texts;

  /**
   * @param width how many columns
   * @param classOf returns the class of cells, or UNCLASSED
   * @param most texts that are kept
   */
  constructor(
    width: number,
    separator: number,
    classOf: (cells: readonly string[]) => number,
    most?: number,
  ) {
    this.#width = width;
    this.#separator = separator;
    this.#texts = new Texts((text) => {
      const bytes = Buffer.from(text);
      const stretch = { bytes, end: bytes.length, isLast: true, separator };
      const cells = splitRecord(stretch, 0)?.cells;
      return cells?.length === width ? classOf(cells) : TO_SPLIT;
    }, most);
  }

  get isFull(): boolean {
    return this.#texts.isFull;
  }

  read(bytes: Buffer, from: number, end: number, row: number): number {
    const separator = this.#separator;
    let stop = from;
    for (let left = this.#width; stop < end; stop++) {
      const byte = bytes[stop] as number;
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
      if (byte === separator && --left === 0) break;
    }
    const found = this.#texts.classOf(bytes, from, stop);
    this.classes[row] = found;
    this.isPlain = found !== UNCLASSED;
    return found === TO_SPLIT ? TO_SPLIT : stop;
  }
}

/** Ids of patients, which are hashed. */
export class IdCells implements Cells {
  readonly hashes: RowHashes = [new Int32Array(ROWS), new Int32Array(ROWS)];
  isPlain = true;
  readonly #separator: number;
  readonly #readId: ColumnReader | undefined;
  #areWritten: boolean | undefined;
  readonly #places = new Uint32Array(2 * ROWS);

  constructor(separator: number, readId: ColumnReader | undefined) {
    this.#separator = separator;
    this.#readId = readId;
  }

  /** A plain id. */
  idOf(bytes: Buffer, row: number): string {
    const places = this.#places;
    return bytes.toString("latin1", places[2 * row] as number, places[2 * row + 1] as number);
  }

  read(bytes: Buffer, from: number, end: number, row: number): number {
    const stop = cellEnd(bytes, from, end, this.#separator);
    if (stop < 0) return TO_SPLIT;
    const quote = stop > from && bytes[from] === QUOTE ? 1 : 0;
    const [first, last] = [from + quote, stop - quote];
    this.#places[2 * row] = first;
    this.#places[2 * row + 1] = last;
    hashId(bytes, first, last, this.hashes, row);
    this.isPlain = isPlainId(bytes, first, last);
    if (this.isPlain)
      this.isPlain = this.#areWritten ??= areAsWritten(this.#readId, this.idOf(bytes, row));
    return stop;
  }
}

/** Cells that are not read. */
export class UnreadCells implements Cells {
  readonly isPlain = true;
  readonly #separator: number;

  constructor(separator: number) {
    this.#separator = separator;
  }

  read(bytes: Buffer, from: number, end: number): number {
    return cellEnd(bytes, from, end, this.#separator);
  }
}

/** Where a cell ends, its closing quote included; TO_SPLIT for one that is not on one line. */
function cellEnd(bytes: Buffer, from: number, end: number, separator: number): number {
  let at = from;
  if (at === end || bytes[at] !== QUOTE) {
    while (at < end && !endsCell(bytes[at] as number, separator)) at += 1;
    return at;
  }
  for (at += 1; at < end && bytes[at] !== QUOTE; at++)
    if (bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN) return TO_SPLIT;
  if (at === end) return TO_SPLIT;
  at += 1;
  return at === end || endsCell(bytes[at] as number, separator) ? at : TO_SPLIT;
}
