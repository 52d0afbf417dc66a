/** What a declared number may be: nine digits, four decimals. Slabs, SQL and lists share this. */

/** As it is written, in a document, a list or JSON. */
export const DECIMAL = /^\d{1,9}(\.\d{1,4})?$/;

/** Decimals as whole numbers: a quotient of binary fractions may fall short of a whole one. */
export const UNITS = 10_000;

/** The largest. */
export const LARGEST = 999_999_999.9999;

/** A number in ten-thousandths. */
export function unitsIn(decimal: string | number): number {
  return Math.round(Number(decimal) * UNITS);
}
