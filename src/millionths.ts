/** Numbers of at most six decimals, held as whole numbers of millionths. */
export const MILLION = 1_000_000;

/** What one is counted as: 1, or a million where counts have decimals. */
export type Scale = 1 | typeof MILLION;

/** A number from 0 in millionths; undefined with more decimals, or where it would not be exact. */
export function millionthsOf(value: unknown): number | undefined {
  if (typeof value !== "number" || !/^\d+(\.\d{1,6})?$/.test(String(value))) return undefined;
  const millionths = Math.round(value * MILLION);
  return Number.isSafeInteger(millionths) ? millionths : undefined;
}

/** A sum of such numbers, whose doubles add up to a little more or less. */
export function sixDecimals(sum: number): number {
  return Number.isInteger(sum) ? sum : Math.round(sum * MILLION) / MILLION;
}
