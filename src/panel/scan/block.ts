import { kindOf, type Code } from "../columns/code.ts";
import type { Limits } from "../columns/fields.ts";
import type { SwarMasks } from "./swar.ts";

/** Bytes of a column in a block: row by row, and four rows per 32-bit word. */
export interface Bytes {
  readonly each: Uint8Array;
  readonly four: Uint32Array;
}

/** A range of rows as bytes. A missing or invalid value is a byte above the highest valid one. */
export interface Block {
  /** Row number of the first row in the list, from 0. */
  readonly from: number;
  readonly rows: number;
  readonly age: Bytes;
  readonly ald: Bytes;
  readonly c2s: Bytes;
  readonly seen: Bytes;
  /** Number of prevention actions; zeros where they are itemised by indicator. */
  readonly actions: Bytes;
  /** Bit mask of validated indicators; undefined where they are not itemised. */
  readonly masks: Uint32Array | undefined;
  readonly limits: Limits;
  /** Masks of these limits. */
  readonly swar: SwarMasks;
}

/**
 * Rows per block: a multiple of four, so that no four rows straddle blocks, and few enough to stay
 * in the processor's cache.
 */
export const BLOCK = 32_768;

/** Code of one row, or -1 if any of its values is invalid. */
export function codeAt({ age, ald, c2s, seen, actions, limits }: Block, row: number): Code {
  const a = age.each[row] as number;
  const l = ald.each[row] as number;
  const c = c2s.each[row] as number;
  const s = seen.each[row] as number;
  if (
    a > limits.age ||
    l > 1 ||
    c > limits.c2s ||
    s > limits.seen ||
    (actions.each[row] as number) > limits.actions
  )
    return -1;
  return (kindOf(l, c, s) << 8) | a;
}
