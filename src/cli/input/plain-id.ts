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

/** Whether the ids of a column are what is written, as the first plain one of them tells. */
export function areAsWritten(read: ColumnReader | undefined, first: string): boolean {
  return (
    read === undefined || (read(first) === first && read(LETTER_AND_DIGIT) === LETTER_AND_DIGIT)
  );
}

/** An id that a column of numbers refuses. */
const LETTER_AND_DIGIT = "a1";
