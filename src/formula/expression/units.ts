import { number, type Expression } from "./expression.ts";

/** Declared numbers are whole in ten-thousandths: they have four decimals at most. */
export const UNITS = 10_000;

/** A decimal of a document in ten-thousandths. */
export function unitsOf(decimal: string | number): Expression {
  return number(Math.round(Number(decimal) * UNITS));
}
