import { CARRIAGE_RETURN, endsCell, LINE_FEED, QUOTE, splitRecord } from "./csv-record.ts";
import { hashId, type RowHashes } from "./hashed-ids.ts";
import { areAsWritten, isPlainId, isSurelyPlain, KIND_OF_BYTE } from "./plain-id.ts";
import { Texts, UNCLASSED } from "./texts.ts";
import type { ColumnReader } from "./values.ts";

/** Most rows of a block. */
export const ROWS = 8192;

/** Cells of consecutive columns, read record by record. */
export interface Cells {
  /**
   * @param bytes as those of a stretch
   * @param view of the same bytes
   * @param end of what has been read of the file
   * @param row of the block
   * @returns where the last cell ends; TO_SPLIT for a record that has to be split
   */
  read(bytes: Buffer, view: DataView, from: number, end: number, row: number): number;
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

  read(bytes: Buffer, view: DataView, from: number, _end: number, row: number): number {
    const texts = this.#texts;
    const found = texts.classOfCells(bytes, view, from, this.#separator, this.#width);
    this.classes[row] = found;
    this.isPlain = found !== UNCLASSED;
    return found === TO_SPLIT ? TO_SPLIT : texts.end;
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

  read(bytes: Buffer, _view: DataView, from: number, end: number, row: number): number {
    const separator = this.#separator;
    let kinds = 0;
    let stop = from;
    for (; stop < end; stop++) {
      const kind = KIND_OF_BYTE[bytes[stop] as number] as number;
      if (kind === 0) break;
      kinds |= kind;
    }
    let [first, last] = [from, stop];
    if (stop < end && !endsCell(bytes[stop] as number, separator)) {
      stop = cellEnd(bytes, from, end, separator);
      if (stop < 0) return TO_SPLIT;
      const quote = stop > from && bytes[from] === QUOTE ? 1 : 0;
      [first, last] = [from + quote, stop - quote];
      kinds = 0;
    }
    this.#places[2 * row] = first;
    this.#places[2 * row + 1] = last;
    hashId(bytes, first, last, this.hashes, row);
    this.isPlain = isSurelyPlain(kinds) || isPlainId(bytes, first, last);
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

  read(bytes: Buffer, _view: DataView, from: number, end: number): number {
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
