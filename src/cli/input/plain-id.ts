import type { ColumnReader } from "./values.ts";

/**
 * Whether an id is surely what it is written as: ASCII letters, digits, `-` and `_` that begin with
 * a letter or a digit and hold a digit, no number with an exponent, and not `to`, as totals
 * have. Any other id is read with its row.
 */
export function isPlainId(bytes: Uint8Array, from: number, end: number): boolean {
  let digits = 0;
  let exponents = 0;
  for (let i = from; i < end; i++) {
    const byte = bytes[i] as number;
    if ((byte | 32) === 116 && ((bytes[i + 1] as number) | 32) === 111) return false;
    if (byte >= 48 && byte <= 57) digits += 1;
    else if (byte === 69 || byte === 101) exponents += 1;
    else if (
      !((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)) &&
      (i === from || (byte !== 45 && byte !== 95))
    )
      return false;
  }
  return digits > 0 && (exponents === 0 || digits + exponents < end - from);
}

/** What an id may hold: letters, one that exponents or `to` have, digits; 0 for any other byte. */
export const KIND_OF_BYTE = new Uint8Array(256);
const [LETTER, DOUBTFUL, DIGIT] = [1, 2, 4] as const;
for (const letter of "abcdfghijklmnpqrsuvwxyz")
  for (const one of [letter, letter.toUpperCase()]) KIND_OF_BYTE[one.charCodeAt(0)] = LETTER;
for (const one of "eEtToO-_") KIND_OF_BYTE[one.charCodeAt(0)] = DOUBTFUL;
for (const one of "0123456789") KIND_OF_BYTE[one.charCodeAt(0)] = DIGIT;

/** Whether an id is plain by the kinds of its bytes alone; of most it need not be asked further. */
export function isSurelyPlain(kinds: number): boolean {
  return kinds === DIGIT || kinds === DIGIT + LETTER;
}

/** Whether the ids of a column are what is written, as the first plain one of them tells. */
export function areAsWritten(read: ColumnReader | undefined, first: string): boolean {
  return (
    read === undefined || (read(first) === first && read(LETTER_AND_DIGIT) === LETTER_AND_DIGIT)
  );
}

/** An id that a column of numbers refuses. */
const LETTER_AND_DIGIT = "a1";
