import type { Roster } from "../../panel/columns/roster.ts";
import type { Schedule } from "../../schedule/language.ts";
import { declaredFactOf } from "../facts.ts";

/**
 * A declared number of each physician, or its default.
 * @throws ForfaitError FACT_MISSING if it has none, FACT_INVALID
 */
export function declaredNumbers(schedule: Schedule, roster: Roster, fact: string): Float64Array {
  const column = roster.columns.find((one) => one.fact === fact);
  return Float64Array.from(
    { length: roster.count },
    (_, slot) => declaredFactOf(schedule, column?.of(slot).facts, fact) as number,
  );
}
