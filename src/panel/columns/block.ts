import { OLDEST } from "../../facts.ts";
import type { Code } from "./code.ts";

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
}

/** Highest valid byte; the lowest is 0. */
export interface Limits {
  readonly c2s: number;
  readonly seen: number;
}

export const MOST_ACTIONS = 15;

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
    a > OLDEST ||
    l > 1 ||
    c > limits.c2s ||
    s > limits.seen ||
    (actions.each[row] as number) > MOST_ACTIONS
  )
    return -1;
  return (s << 11) | (c << 9) | (l << 8) | a;
}

/** Columns of a block, four rows per 32-bit word, with the masks of `refusedOfFour`. */
export interface Fours {
  readonly ages: Uint32Array;
  readonly alds: Uint32Array;
  readonly c2ss: Uint32Array;
  readonly seens: Uint32Array;
  readonly dones: Uint32Array;
  readonly seenMask: number;
  /** Low bits where a C2S of 3 is refused. */
  readonly c2sMask: number;
}

export function foursOf({ age, ald, c2s, seen, actions, limits }: Block): Fours {
  return {
    ages: age.four,
    alds: ald.four,
    c2ss: c2s.four,
    seens: seen.four,
    dones: actions.four,
    seenMask: (limits.seen <= 1 ? 0xfefefefe : 0xfcfcfcfc) | 0,
    c2sMask: limits.c2s < 3 ? 0x01010101 : 0,
  };
}

/**
 * Validates four rows at once with SWAR (SIMD within a register): each argument holds one byte per
 * row. Returns 0 if all values are valid.
 *
 * A byte is invalid if it has a bit above those of the highest valid value. A C2S of 3, both low
 * bits set, is invalid where its kind is required. An age is invalid above 129: then bit 7 is set,
 * and adding 126 to bits 0 to 6 carries into bit 7. No sum carries into the next byte.
 */
export function refusedOfFour(
  age: number,
  ald: number,
  c2s: number,
  seen: number,
  actions: number,
  seenMask: number,
  c2sMask: number,
): number {
  const ageRefused = ((age & 0x7f7f7f7f) + 0x7e7e7e7e) & age & 0x80808080;
  return (
    (ald & 0xfefefefe) |
    (c2s & 0xfcfcfcfc) |
    (c2s & (c2s >>> 1) & c2sMask) |
    (seen & seenMask) |
    (actions & 0xf0f0f0f0) |
    ageRefused
  );
}
