import { OLDEST } from "../../facts.ts";
import type { Code } from "./code.ts";

/** Bytes of a column for the rows of a block, one by one and four by four. */
export interface Bytes {
  readonly each: Uint8Array;
  readonly four: Uint32Array;
}

/** A stretch of rows as bytes. A value that is absent or not allowed is a byte above the last one allowed. */
export interface Block {
  /** Place of the first row in the list, from 0. */
  readonly from: number;
  readonly rows: number;
  readonly age: Bytes;
  readonly ald: Bytes;
  readonly c2s: Bytes;
  readonly seen: Bytes;
  /** How many prevention actions; zero where they are told by indicator. */
  readonly actions: Bytes;
  /** The indicators validated, a bit for each; undefined where they are not told so. */
  readonly masks: Uint32Array | undefined;
  readonly limits: Limits;
}

/** The last byte that is allowed; the first is 0. */
export interface Limits {
  readonly c2s: number;
  readonly seen: number;
}

export const MOST_ACTIONS = 15;

/** Rows of a block: a multiple of four, so that fours never straddle blocks, and few enough to stay in the cache. */
export const BLOCK = 32_768;

/** The code of one row, or -1 if any value in it is not allowed. */
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

/** The columns of a block four rows at a time, and what their four bytes may not hold, for `refusedOfFour`. */
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
 * Not zero if any of four rows holds a value that is not allowed: in a byte, a bit above the highest allowed; a C2S of 3
 * where its kind is asked for; an age above 129, which is bit 7 and a sum of the other bits with 126 that carries into it.
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
