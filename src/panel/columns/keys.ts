import { guard } from "../../error.ts";
import { Utf8Table } from "./utf8.ts";
import { isNull, type Piece, soleNumbers, valueOf, type Vector } from "./vector.ts";
import { isOf32Bits, NONE, NULL, readWholes } from "./whole.ts";

/**
 * Dictionary encoding of the physician ids of a column: an integer key for each distinct id, so
 * that rows are compared without allocating.
 */
export interface Keys {
  /** Keys of rows `from` to `to` (excluded). The array is reused by the next call. */
  block(from: number, to: number): Int32Array;
  /** Id encoded by a key, as found in the column. */
  name(key: number): unknown;
  /** Whether each key is the number found in the column. */
  readonly areNumbers: boolean;
  /** Key of a missing id; undefined if no id can be missing. */
  readonly absent: number | undefined;
}

/** @param rows most rows per call of `block` */
export function keysOf(vector: Vector, rows: number): Keys {
  const isUnsigned = vector.pieces[0]?.values instanceof Uint32Array;
  const areNumbers = vector.pieces.every(
    ({ form, values }) =>
      form === "numbers" && isOf32Bits(values) && values instanceof Uint32Array === isUnsigned,
  );
  const most = Math.min(rows, vector.length);
  return areNumbers ? new NumberKeys(vector, isUnsigned, most) : new NamedKeys(vector, most);
}

/** Integer ids are their own keys; a column of 32-bit integers is not copied. */
class NumberKeys implements Keys {
  readonly areNumbers = true;
  readonly absent: number | undefined;
  readonly #vector: Vector;
  readonly #isUnsigned: boolean;
  readonly #own: Int32Array | undefined;
  readonly #copy: Int32Array;

  constructor(vector: Vector, isUnsigned: boolean, most: number) {
    this.#vector = vector;
    this.#isUnsigned = isUnsigned;
    this.absent = vector.pieces.some(({ nulls }) => nulls) ? NULL : undefined;
    const values = soleNumbers(vector);
    const isPlain = values instanceof Int32Array || values instanceof Uint32Array;
    this.#own = isPlain
      ? new Int32Array(values.buffer, values.byteOffset, values.length)
      : undefined;
    this.#copy = new Int32Array(isPlain ? 0 : most);
  }

  block(from: number, to: number): Int32Array {
    if (this.#own) return this.#own.subarray(from, to);
    readWholes(this.#vector, from, to, this.#copy, NONE);
    return this.#copy.subarray(0, to - from);
  }

  name(key: number): number {
    return this.#isUnsigned ? key >>> 0 : key;
  }
}

/** Other ids get their keys in order of appearance. */
class NamedKeys implements Keys {
  readonly areNumbers = false;
  readonly absent = NULL;
  readonly #vector: Vector;
  readonly #keys = new Map<unknown, number>();
  readonly #names: unknown[] = [];
  readonly #texts = new Utf8Table((name) => this.#keyOf(name));
  /** Keys by code, for each Arrow dictionary. */
  readonly #codes = new Map<Piece["dictionary"], number[]>();
  readonly #out: Int32Array;

  constructor(vector: Vector, most: number) {
    this.#vector = vector;
    this.#out = new Int32Array(most);
  }

  block(from: number, to: number): Int32Array {
    for (const piece of this.#vector.pieces) {
      const first = Math.max(from, piece.from);
      const last = Math.min(to, piece.from + piece.length);
      for (let row = first; row < last; row++)
        this.#out[row - from] = isNull(piece, row - piece.from)
          ? NULL
          : this.#keyAt(piece, row - piece.from);
    }
    return this.#out.subarray(0, to - from);
  }

  name(key: number): unknown {
    return this.#names[key];
  }

  #keyAt(piece: Piece, at: number): number {
    if (piece.form === "text") return this.#texts.key(piece, at);
    if (piece.form === "dictionary") return this.#keyOfCode(piece, at);
    return this.#keyOf(valueOf(piece, at));
  }

  #keyOfCode(piece: Piece, at: number): number {
    const { dictionary, values } = piece;
    const codes = this.#codes.get(dictionary) ?? [];
    this.#codes.set(dictionary, codes);
    return (codes[Number(values[at])] ??= this.#keyOf(
      guard("columns.physicianId", () => valueOf(piece, at), "COLUMN_INVALID"),
    ));
  }

  #keyOf(name: unknown): number {
    if (name === null || name === undefined || name === "") return NULL;
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    this.#keys.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }
}
