import type { StatementLine } from "../../src/index.ts";

/** How many times how much, or a rate of how much. */
export function calculationOf(line: StatementLine): [number | string, string] {
  return line.kind === "amount" ? [line.quantity, line.unitAmount] : [line.of, line.rate];
}
