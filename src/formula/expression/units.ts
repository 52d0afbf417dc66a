import { unitsIn } from "../../decimal.ts";
import { number, type Expression } from "./expression.ts";

/** A declared number or a decimal of a document in ten-thousandths, in which it is whole. */
export function unitsOf(decimal: string | number): Expression {
  return number(unitsIn(decimal));
}
