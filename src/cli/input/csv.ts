import {
  CARRIAGE_RETURN,
  failLong,
  LINE_FEED,
  LONGEST,
  splitRecord,
  type CsvRecord,
  type Stretch,
} from "./csv-record.ts";
import { HEADER_LINES, type HeaderSearch } from "./kinds/header-line.ts";
import { separatorOf, START } from "./kinds/separator.ts";

/** Records that are looked at before they are read. */
const MOST_AHEAD = 1000;

/** Bytes that a stretch has behind its end. */
const BEHIND = 4;

/** Records of a CSV file. Bytes are read when records are asked for, some at a time. */
export class CsvReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #bytes = Buffer.alloc(0);
  #end = 0;
  #isLast = false;
  #separator: number | undefined;
  readonly #search: HeaderSearch;
  /** Where the next record begins. */
  at = 0;
  /** Line of the next record, from 1. */
  line = 1;

  /**
   * @param chunks of UTF-8 without BOM
   * @param search for the headers, which tell the separator
   */
  constructor(chunks: AsyncIterable<Uint8Array>, search: HeaderSearch) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#search = search;
  }

  /** What has been read of the file from `at` on. */
  get stretch(): Stretch {
    return {
      bytes: this.#bytes,
      end: this.#end,
      isLast: this.#isLast,
      separator: this.#separator as number,
    };
  }

  /** Cells of the next records that have been read already, which are read again in their turn. */
  get ahead(): Iterable<readonly string[]> {
    const { stretch, at: first } = this;
    return {
      *[Symbol.iterator]() {
        let at = first;
        for (let i = 0; i < MOST_AHEAD && at < stretch.end; i++) {
          const record = splitRecord(stretch, at);
          if (!record) return;
          yield record.cells;
          at = record.next;
        }
      },
    };
  }

  /** Records one by one; lines without any text are passed over. */
  async *records(): AsyncGenerator<CsvRecord> {
    for (;;) {
      this.#separator ??= await this.#findSeparator();
      const record = this.#next();
      if (record) yield record;
      else if (!(await this.more())) return;
    }
  }

  #next(): CsvRecord | undefined {
    while (this.at < this.#end) {
      const record = splitRecord(this.stretch, this.at);
      if ((record?.next ?? this.#end) - this.at > LONGEST) failLong(this.line);
      if (!record) {
        if (this.#isLast) failLong(this.line);
        return undefined;
      }
      const { line } = this;
      this.at = record.next;
      this.line += record.lines;
      if (hasText(record.cells)) return { line, cells: record.cells };
    }
    return undefined;
  }

  /** Reads on; false at the end of the file. */
  async more(): Promise<boolean> {
    if (this.#isLast) return false;
    const { done, value } = await this.#chunks.next();
    if (done) {
      this.#isLast = true;
      return this.at < this.#end;
    }
    const left = this.#end - this.at;
    if (left + value.length + BEHIND > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(2 * (left + value.length) + BEHIND);
      larger.set(this.#bytes.subarray(this.at, this.#end));
      this.#bytes = larger;
    } else this.#bytes.copyWithin(0, this.at, this.#end);
    this.#bytes.set(value, left);
    this.at = 0;
    this.#end = left + value.length;
    this.#bytes[this.#end] = LINE_FEED;
    return true;
  }

  async #findSeparator(): Promise<number> {
    do this.#skipBlankLines();
    while (!this.#hasStart() && (await this.more()));
    const start = this.#bytes.toString("utf8", this.at, Math.min(this.#end, this.at + START));
    return separatorOf(start, this.#search).charCodeAt(0);
  }

  /** Whether the lines among which headers are sought have been read. */
  #hasStart(): boolean {
    let lines = 0;
    for (let at = this.at; at < this.#end && lines <= HEADER_LINES; at++)
      if (this.#bytes[at] === LINE_FEED || this.#bytes[at] === CARRIAGE_RETURN) lines += 1;
    return lines > HEADER_LINES || this.#end - this.at >= START;
  }

  /** Once, so that a file which begins with blank lines is not read again and again. */
  #skipBlankLines(): void {
    for (let at = this.at; at < this.#end; at++) {
      const byte = this.#bytes[at] as number;
      if (byte === 10) {
        this.at = at + 1;
        this.line += 1;
      } else if (byte !== 32 && byte !== 13 && byte !== 9) return;
    }
  }
}

export function hasText(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== "");
}
