import type { Scale } from "../../millionths.ts";
import type { Tallies } from "../../panel/scan/tallies.ts";
import type { Roster } from "../../panel/columns/roster.ts";
import type { Compiled } from "../compiled.ts";
import { rules } from "../rules/rules.ts";
import { declaredNumbers } from "./declared-numbers.ts";

/**
 * Quantities that are not counted by conditions on patients, by column and then by physician.
 * @param counted the columns that are
 */
export function otherQuantities(
  { amounts, schedule }: Compiled,
  tallies: Tallies,
  roster: Roster,
  scale: Scale,
  counted: (column: number) => Float64Array,
): ReadonlyMap<number, Float64Array> {
  const numbers = (fact: string): Float64Array => declaredNumbers(schedule, roster, fact);
  const of = { slots: roster.count, scale, tallies, counted, numbers };
  return new Map(amounts.flatMap((one) => [...rules[one.per].columns(one, of)]));
}
