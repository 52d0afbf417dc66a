import { soleNumbers, type Vector } from "../columns/vector.ts";
import { readWholes, type Truths } from "../columns/whole.ts";
import { BLOCK, type Bytes } from "./block.ts";

/**
 * Maps an integer to a byte: `times * value + plus`, clamped to `most`, or 255 if the result is
 * outside 0 to `last`.
 */
export interface Scale {
  readonly times: number;
  readonly plus: number;
  readonly last: number;
  readonly most: number;
  readonly truths: Truths;
}

/** Identity mapping of the values 0 to `last`. */
export function asIs(last: number, truths: Truths): Scale {
  return { times: 1, plus: 0, last, most: last, truths };
}

/** Highest value of a column that is read as bytes. */
export const HIGHEST_BYTE = 254;
const NOT_ALLOWED = 255;

/** Reads a column as bytes, block by block. A column of bytes is used without a copy. */
export class ByteReader {
  readonly #vector: Vector | undefined;
  readonly #scale: Scale;
  /** The column's own buffer, if its bytes need no mapping and are aligned for 32-bit reads. */
  readonly #own: Uint8Array | undefined;
  readonly #each: Uint8Array;
  readonly #wholes: Int32Array;

  /** @param vector undefined for an absent column, which reads as zeros */
  constructor(vector: Vector | undefined, scale: Scale, rows: number) {
    this.#vector = vector;
    this.#scale = scale;
    this.#own = isIdentity(scale) ? ownBytes(vector) : undefined;
    const buffered = this.#own ? 0 : Math.min(BLOCK, rows);
    this.#each = new Uint8Array((buffered + 3) & ~3);
    this.#wholes = new Int32Array(vector ? buffered : 0);
  }

  read(from: number, to: number): Bytes {
    const rows = to - from;
    if (this.#own) return fourByFour(this.#own.subarray(from, to));
    const each = this.#each.subarray(0, rows);
    if (this.#vector) {
      readWholes(this.#vector, from, to, this.#wholes, this.#scale.truths);
      scaled(this.#wholes, rows, this.#scale, each);
    }
    return fourByFour(each);
  }
}

function scaled(
  wholes: Int32Array,
  rows: number,
  { times, plus, last, most }: Scale,
  out: Uint8Array,
): void {
  for (let i = 0; i < rows; i++) {
    const value = times * (wholes[i] as number) + plus;
    out[i] = value < 0 || value > last ? NOT_ALLOWED : Math.min(value, most);
  }
}

function fourByFour(each: Uint8Array): Bytes {
  return { each, four: new Uint32Array(each.buffer, each.byteOffset, each.length >> 2) };
}

/** `times` needs no check: only birth years are negated, and they also have a `plus`. */
function isIdentity({ plus, last, most }: Scale): boolean {
  return plus === 0 && last === most;
}

function ownBytes(vector: Vector | undefined): Uint8Array | undefined {
  const values = vector && soleNumbers(vector);
  const isBytes = values instanceof Uint8Array || values instanceof Uint8ClampedArray;
  return isBytes && values.byteOffset % 4 === 0
    ? new Uint8Array(values.buffer, values.byteOffset, values.length)
    : undefined;
}
