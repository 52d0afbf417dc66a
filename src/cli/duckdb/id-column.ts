import type { DuckDBDataChunk } from "@duckdb/node-api";
import { hashId } from "../input/hashed-ids.ts";
import { areAsWritten, isPlainId } from "../input/plain-id.ts";
import type { ColumnReader } from "../input/values.ts";
import { CHUNK_ROWS } from "./engine.ts";
import { TextVector } from "./text-vector.ts";

/** The column of ids of patients. */
export class IdColumn {
  readonly hashes = [new Int32Array(CHUNK_ROWS), new Int32Array(CHUNK_ROWS)] as const;
  /** Place among the columns, or -1. */
  readonly at: number;

  readonly #read: ColumnReader | undefined;
  #areWritten: boolean | undefined;

  constructor(at: number, read: ColumnReader | undefined) {
    this.at = at;
    this.#read = read;
  }

  /** Hashes the ids of a chunk; rows without a plain one are marked. */
  read(chunk: DuckDBDataChunk, size: number, isPlain: Uint8Array): void {
    if (this.at < 0) return;
    const texts = new TextVector(chunk.getColumnVector(this.at));
    for (let row = 0; row < size; row++) {
      texts.find(row);
      const { bytes, start, end } = texts;
      if (end < 0 || !isPlainId(bytes, start, end)) {
        isPlain[row] = 0;
        continue;
      }
      this.#areWritten ??= areAsWritten(this.#read, bytes.toString("latin1", start, end));
      if (this.#areWritten) hashId(bytes, start, end, this.hashes, row);
      else isPlain[row] = 0;
    }
  }
}
