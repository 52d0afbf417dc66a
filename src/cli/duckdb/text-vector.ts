import type { DuckDBVector } from "@duckdb/node-api";

/** Bytes of a text in a vector of DuckDB: its length, then up to twelve bytes or a pointer. */
export const [ITEM, LENGTH, SHORT] = [16, 4, 12] as const;

/** What a vector holds besides its public methods, in the versions that are known. */
interface Held {
  readonly dataView?: DataView;
  readonly validity?: { readonly data: unknown; itemValid(row: number): boolean };
}

/** The texts of a vector as bytes. Short ones stand in the vector itself, and are not copied. */
export class TextVector {
  /** Of the text that was found last; its end is below 0 for NULL. */
  bytes: Buffer = NONE;
  start = 0;
  end = 0;
  readonly #vector: DuckDBVector;
  readonly #items: Buffer | undefined;
  readonly #validity: Held["validity"];
  /** The same items as numbers: four each, the first of which is the length. */
  readonly words: Uint32Array | undefined;

  constructor(vector: DuckDBVector) {
    const { dataView, validity } = vector as unknown as Held;
    this.#vector = vector;
    if (!dataView || !validity || dataView.byteOffset % LENGTH > 0) return;
    const { buffer, byteOffset, byteLength } = dataView;
    this.#validity = validity.data === null ? undefined : validity;
    this.#items = Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
    this.words = new Uint32Array(buffer, byteOffset, byteLength / LENGTH);
  }

  /** Whether no text is NULL, and all can be told by `words`. */
  get isWhole(): boolean {
    return this.words !== undefined && this.#validity === undefined;
  }

  find(row: number): void {
    const length = this.words?.[row * LENGTH] ?? 0;
    if (length > 0 && length <= SHORT && (this.#validity?.itemValid(row) ?? true)) {
      this.bytes = this.#items as Buffer;
      this.start = row * ITEM + LENGTH;
      this.end = this.start + length;
      return;
    }
    const text = this.#vector.getItem(row);
    this.bytes = text === null ? NONE : Buffer.from(String(text));
    this.start = 0;
    this.end = text === null ? -1 : this.bytes.length;
  }
}

const NONE = Buffer.alloc(0);
