/** Highest valid byte of each column; the lowest is 0. */
export interface Limits {
  readonly age: number;
  readonly c2s: number;
  readonly seen: number;
  readonly actions: number;
}

/**
 * SWAR, SIMD within a register: four rows of a column in one 32-bit word, a byte each. These masks
 * are added to such words, and set bit 7 of every byte that is over its limit.
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
