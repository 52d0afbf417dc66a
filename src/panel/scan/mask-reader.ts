import type { Vector } from "../columns/vector.ts";
import { FLAGS, NONE, readWholes } from "../columns/whole.ts";
import { BLOCK } from "./block.ts";

const ALLOWED = 0;
const NOT_ALLOWED = 255;

/**
 * Reads the validated indicators of each row as a bit mask, from a column of masks or from a 0/1
 * column for each indicator.
 */
export class MaskReader {
  readonly #columns: readonly Vector[];
  readonly #last: number;
  readonly #isMask: boolean;
  readonly #masks: Uint32Array = new Uint32Array(BLOCK);
  readonly #wholes: Int32Array = new Int32Array(BLOCK);

  constructor(columns: readonly Vector[], indicators: number, isMask: boolean) {
    this.#columns = columns;
    this.#isMask = isMask;
    this.#last = isMask ? 2 ** indicators - 1 : 1;
  }

  /** @param state receives a byte per row: 0, or 255 if a value is invalid */
  read(from: number, to: number, state: Uint8Array): Uint32Array {
    this.#masks.fill(0);
    state.fill(ALLOWED);
    for (const [place, column] of this.#columns.entries()) {
      readWholes(column, from, to, this.#wholes, this.#isMask ? NONE : FLAGS);
      this.#add(this.#isMask ? 0 : place, to - from, state);
    }
    return this.#masks;
  }

  #add(shift: number, rows: number, state: Uint8Array): void {
    for (let i = 0; i < rows; i++) {
      const value = this.#wholes[i] as number;
      if (value < 0 || value > this.#last) state[i] = NOT_ALLOWED;
      else this.#masks[i] = (this.#masks[i] as number) | (value << shift);
    }
  }
}
