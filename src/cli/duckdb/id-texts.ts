import { NO_LEAF } from "../../list/cell-tree.ts";
import { hashId, type RowHashes } from "../input/hashed-ids.ts";
import { areAsWritten, isPlainId } from "../input/plain-id.ts";
import type { ColumnReader } from "../input/values.ts";

/** Separates ids; in none that is plain. */
const SEPARATOR = 0;

/** SQL of the texts of a column, joined to bytes: as many texts as there are rows. */
export function joinedTexts(sql: string): string {
  return `ENCODE(STRING_AGG(IFNULL(CAST(${sql} AS VARCHAR), ''), CHR(${SEPARATOR})))`;
}

/** The ids of the rows of a window. */
export class IdTexts {
  readonly hashes: RowHashes;
  readonly #read: ColumnReader | undefined;
  #areWritten: boolean | undefined;
  #bytes: Buffer = Buffer.alloc(0);
  /** Where each text begins, and the next one after the last would. */
  readonly #starts: Uint32Array;

  /** @param size most rows of a window */
  constructor(read: ColumnReader | undefined, size: number) {
    this.#read = read;
    this.#starts = new Uint32Array(size + 1);
    this.hashes = [new Int32Array(size), new Int32Array(size)];
  }

  /** Hashes the ids; rows without a plain one lose their leaf. */
  read(bytes: Buffer, size: number, leaves: Int32Array): void {
    this.#bytes = bytes;
    if (!this.#split(size)) leaves.fill(NO_LEAF, 0, size);
    else for (let row = 0; row < size; row++) if (!this.#hash(row)) leaves[row] = NO_LEAF;
  }

  /** Id of a row that has a leaf. */
  idOf(row: number): string {
    const [start, next] = [this.#starts[row] as number, this.#starts[row + 1] as number];
    return this.#bytes.toString("latin1", start, next - 1);
  }

  /** @returns false if a text holds the separator */
  #split(size: number): boolean {
    const bytes = this.#bytes;
    const starts = this.#starts;
    let row = 0;
    for (let at = 0; at < bytes.length; at++)
      if (bytes[at] === SEPARATOR) {
        row += 1;
        if (row >= size) return false;
        starts[row] = at + 1;
      }
    starts[size] = bytes.length + 1;
    return row === size - 1;
  }

  #hash(row: number): boolean {
    const bytes = this.#bytes;
    const start = this.#starts[row] as number;
    const end = (this.#starts[row + 1] as number) - 1;
    if (!isPlainId(bytes, start, end)) return false;
    this.#areWritten ??= areAsWritten(this.#read, bytes.toString("latin1", start, end));
    if (this.#areWritten) hashId(bytes, start, end, this.hashes, row);
    return this.#areWritten;
  }
}
