/** Euros with at most two decimals: `"15"`, `"9940.50"`. */
export type Euros = string;

/** Amounts inside the library are integer cents: exact up to 90,000 billion euros. */
export type Cents = number;

/** `"9940.50"` → 994050. */
export function cents(euros: Euros): Cents {
  const [whole, decimals = ""] = euros.split(".");
  return Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
}

/** Cents of an amount of a statement, which may be below zero. */
export function signedCents(euros: Euros): Cents {
  return euros.startsWith("-") ? -cents(euros.slice(1)) : cents(euros);
}

/** 994050 → `"9940.50"`: always two decimals. */
export function euros(amount: Cents): Euros {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
