import type { DuckDBDataChunk, DuckDBVector } from "@duckdb/node-api";
import { Texts, UNCLASSED } from "../input/texts.ts";
import { CHUNK_ROWS } from "./engine.ts";
import { SHORT, TextVector } from "./text-vector.ts";
import type { TypedColumn } from "./typed-columns.ts";

/** Numbers whose classes are remembered, on both sides of 0: ages, and the days of ninety years. */
const KNOWN = 1 << 15;
/** In place of a class: not asked yet. */
const UNKNOWN = -2;
/** Short texts that were read last, each at its hash. */
const RECENT = 256;

/** A column whose values have classes: numbers by themselves, texts by their bytes. */
export class ClassedColumn {
  readonly classes = new Int32Array(CHUNK_ROWS);
  /** Its place among the columns. */
  readonly at: number;
  readonly #textOf: TypedColumn["textOf"];
  readonly #classOf: (text: string) => number;
  readonly #texts: Texts;
  readonly #numbers = new Int32Array(2 * KNOWN).fill(UNKNOWN);
  readonly #recent = new Uint32Array(4 * RECENT);
  readonly #ofRecent = new Int32Array(RECENT);
  readonly #ofEmpty: number;

  constructor(at: number, { textOf }: TypedColumn, classOf: (text: string) => number) {
    this.at = at;
    this.#textOf = textOf;
    this.#classOf = classOf;
    this.#texts = new Texts(classOf);
    this.#ofEmpty = classOf("");
  }

  /** Reads the classes of a chunk; rows without one are marked. */
  read(chunk: DuckDBDataChunk, size: number, isPlain: Uint8Array): void {
    const vector = chunk.getColumnVector(this.at);
    if (this.#textOf) this.#readNumbers(vector, size, this.#textOf);
    else this.#readTexts(new TextVector(vector), size);
    for (let row = 0; row < size; row++) if (this.classes[row] === UNCLASSED) isPlain[row] = 0;
  }

  #readNumbers(vector: DuckDBVector, size: number, textOf: (value: number) => string): void {
    for (let row = 0; row < size; row++) {
      const value = vector.getItem(row) as number | null;
      if (value === null) {
        this.classes[row] = this.#ofEmpty;
        continue;
      }
      const at = value + KNOWN;
      let found = this.#numbers[at] ?? UNKNOWN;
      if (found === UNKNOWN) {
        found = this.#classOf(textOf(value));
        if (at >= 0 && at < 2 * KNOWN) this.#numbers[at] = found;
      }
      this.classes[row] = found;
    }
  }

  #readTexts(texts: TextVector, size: number): void {
    const { words } = texts;
    for (let row = 0; row < size; row++)
      this.classes[row] =
        words && texts.isWhole && (words[4 * row] as number) <= SHORT
          ? this.#shortClass(texts, words, row)
          : this.#textClass(texts, row);
  }

  #shortClass(texts: TextVector, words: Uint32Array, row: number): number {
    const at = 4 * row;
    const [length, first, second, third] = [words[at], words[at + 1], words[at + 2], words[at + 3]];
    const mixed =
      Math.imul((first as number) ^ (length as number), 0x9e37_79b1) ^
      Math.imul(second as number, 0x85eb_ca6b) ^
      Math.imul(third as number, 0xc2b2_ae35);
    const slot = (mixed ^ (mixed >>> 15)) & (RECENT - 1);
    const recent = this.#recent;
    const to = 4 * slot;
    if (
      recent[to + 1] === first &&
      recent[to] === (length as number) + 1 &&
      recent[to + 2] === second &&
      recent[to + 3] === third
    )
      return this.#ofRecent[slot] as number;
    const found = this.#textClass(texts, row);
    recent[to] = (length as number) + 1;
    recent[to + 1] = first as number;
    recent[to + 2] = second as number;
    recent[to + 3] = third as number;
    this.#ofRecent[slot] = found;
    return found;
  }

  #textClass(texts: TextVector, row: number): number {
    texts.find(row);
    const { bytes, start, end } = texts;
    if (end < 0) return this.#ofEmpty;
    return this.#texts.classOf(bytes, start, end);
  }
}
