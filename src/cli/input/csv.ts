import { failLong, LONGEST, splitRecord, type CsvRecord, type Stretch } from "./csv-record.ts";

/** Records that are looked at before they are read. */
const MOST_AHEAD = 1000;

/**
 * Records of a CSV file, whose separator is the most frequent one of the header: comma, semicolon
 * or tab. Bytes are read when records are asked for, some at a time.
 */
export class CsvReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #bytes = Buffer.alloc(0);
  #end = 0;
  #isLast = false;
  #separator: number | undefined;
  /** Where the next record begins. */
  at = 0;
  /** Line of the next record, from 1. */
  line = 1;

  /** @param chunks of UTF-8 without BOM */
  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
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
    if (left + value.length > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(2 * (left + value.length));
      larger.set(this.#bytes.subarray(this.at, this.#end));
      this.#bytes = larger;
    } else this.#bytes.copyWithin(0, this.at, this.#end);
    this.#bytes.set(value, left);
    this.at = 0;
    this.#end = left + value.length;
    return true;
  }

  async #findSeparator(): Promise<number> {
    for (;;) {
      this.#skipBlankLines();
      const left = this.#bytes.toString("utf8", this.at, this.#end);
      const { line, isWhole } = headerIn(left.replace(/\r\n?/g, "\n"));
      if (isWhole || left.length > LONGEST || !(await this.more())) return separatorOf(line);
    }
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

function headerIn(text: string): { line: string; isWhole: boolean } {
  const unquoted = text.replace(/^\s*\n/, "").replace(/"[^"]*"/g, "");
  const end = unquoted.indexOf("\n");
  const line = end < 0 ? unquoted : unquoted.slice(0, end);
  return { line, isWhole: end >= 0 && !line.includes('"') };
}

function separatorOf(header: string): number {
  const counts = [",", ";", "\t"].map((separator) => ({
    separator,
    count: header.split(separator).length,
  }));
  return counts
    .reduce((best, one) => (one.count > best.count ? one : best))
    .separator.charCodeAt(0);
}
