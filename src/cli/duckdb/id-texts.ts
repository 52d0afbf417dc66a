import { NO_LEAF } from "../../list/cell-tree.ts";
import { hashId, type RowHashes } from "../input/hashed-ids.ts";
import { areAsWritten, isPlainId } from "../input/plain-id.ts";
import type { ColumnReader } from "../input/values.ts";
import { JoinedTexts } from "./joined-texts.ts";

/** The ids of the rows of a window. */
export class IdTexts {
  readonly hashes: RowHashes;
  readonly #texts: JoinedTexts;
  readonly #read: ColumnReader | undefined;
  #areWritten: boolean | undefined;

  /** @param size most rows of a window */
  constructor(read: ColumnReader | undefined, size: number) {
    this.#read = read;
    this.#texts = new JoinedTexts(size);
    this.hashes = [new Int32Array(size), new Int32Array(size)];
  }

  /** Hashes the ids; rows without a plain one lose their leaf. */
  read(bytes: Buffer, size: number, leaves: Int32Array): void {
    if (!this.#texts.read(bytes, size)) leaves.fill(NO_LEAF, 0, size);
    else for (let row = 0; row < size; row++) if (!this.#hash(row)) leaves[row] = NO_LEAF;
  }

  /** Id of a row that has a leaf. */
  idOf(row: number): string {
    return this.#texts.textOf(row);
  }

  #hash(row: number): boolean {
    const { bytes } = this.#texts;
    const [start, end] = [this.#texts.startOf(row), this.#texts.endOf(row)];
    if (!isPlainId(bytes, start, end)) return false;
    this.#areWritten ??= areAsWritten(this.#read, this.#texts.textOf(row));
    if (this.#areWritten) hashId(bytes, start, end, this.hashes, row);
    return this.#areWritten;
  }
}
