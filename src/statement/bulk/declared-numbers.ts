import type { FactValues } from "../../list/given-facts.ts";
import type { Roster } from "../../panel/columns/roster.ts";
import type { Schedule } from "../../schedule/language.ts";
import { declaredFactOf } from "../facts.ts";

/**
 * A declared number of each physician, or its default.
 * @throws ForfaitError FACT_MISSING if it has none, FACT_INVALID
 */
export function declaredNumbers(schedule: Schedule, roster: Roster, fact: string): Float64Array {
  const column = roster.columns.find((one) => one.fact === fact);
  const valueOf = (facts: FactValues | undefined): number =>
    declaredFactOf(schedule, facts, fact) as number;
  if (!column)
    return new Float64Array(roster.count).fill(roster.count > 0 ? valueOf(undefined) : 0);
  const known = new Map<number, number>();
  return Float64Array.from({ length: roster.count }, (_, slot) => {
    const code = column.codes[slot] ?? 0;
    const value = known.get(code) ?? valueOf(column.values[code]?.facts);
    known.set(code, value);
    return value;
  });
}
