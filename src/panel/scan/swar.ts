import type { Code } from "../columns/code.ts";
import type { Limits } from "../columns/fields.ts";

/**
 * Masks for the SWAR loops. Added to a word of four rows, a mask sets bit 7 of every byte that is
 * over its limit.
 */
export interface SwarMasks {
  readonly age: number;
  readonly c2s: number;
  readonly seen: number;
  readonly actions: number;
}

/** @param limits the highest valid byte of each column, whatever it is */
export function masksFor({ age, c2s, seen, actions }: Limits): SwarMasks {
  return {
    age: maskFor(age),
    c2s: maskFor(c2s),
    seen: maskFor(seen),
    actions: actionsMaskFor(actions),
  };
}

/** The actions of four rows are summed in one byte by a multiplication, so each is 63 at most. */
export function actionsMaskFor(highest: number): number {
  return maskFor(Math.min(highest, 63));
}

const ONE_PER_BYTE = 0x01010101;

function maskFor(highest: number): number {
  return (127 - Math.min(highest, 127)) * ONE_PER_BYTE;
}

/**
 * Whether any of four rows may hold an invalid value, so that they must be validated one by one.
 * Arguments are words of four rows, then masks. ALD is a bit.
 *
 * A byte over 127 has bit 7 itself, so it does not matter that a sum of it carries into the next
 * byte. No invalid byte passes. Of valid ones only ages over 127 and actions over 63 do not.
 */
export function areUnsure(
  age: number,
  ald: number,
  c2s: number,
  seen: number,
  actions: number,
  ageMask: number,
  c2sMask: number,
  seenMask: number,
  actionsMask: number,
): boolean {
  const over = (age + ageMask) | (c2s + c2sMask) | (seen + seenMask) | (actions + actionsMask);
  return (((over | age | c2s | seen | actions) & 0x80808080) | (ald & 0xfefefefe)) !== 0;
}

/**
 * Codes of four rows, given their profiles and their ages as words of four bytes. V8 inlines these
 * functions and `areUnsure`. It did not inline more: with functions for the words, the profiles and
 * the additions as well, the loops were 5 to 18 % slower.
 */
export function firstCode(kinds: number, ages: number): Code {
  return ((kinds & 255) << 8) | (ages & 255);
}

export function secondCode(kinds: number, ages: number): Code {
  return (kinds & 0xff00) | ((ages >>> 8) & 255);
}

export function thirdCode(kinds: number, ages: number): Code {
  return ((kinds >>> 8) & 0xff00) | ((ages >>> 16) & 255);
}

export function fourthCode(kinds: number, ages: number): Code {
  return ((kinds >>> 16) & 0xff00) | (ages >>> 24);
}
