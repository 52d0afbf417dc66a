import type { Euros } from "./cents.ts";

/** Amounts as text, added up without limit: a sum of many statements may pass what cents hold. */

const AMOUNT = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** `"-9940.5"` → -994050n cents; undefined for what is no amount. */
export function centsIn(text: unknown): bigint | undefined {
  const [, sign, whole, decimals = ""] = (typeof text === "string" && AMOUNT.exec(text)) || [];
  if (whole === undefined) return undefined;
  const size = BigInt(whole + decimals.padEnd(2, "0"));
  return sign === "-" ? -size : size;
}

/** -994050n → `"-9940.50"`: always two decimals. */
export function amountText(cents: bigint): Euros {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
