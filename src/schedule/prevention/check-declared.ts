import { refuse } from "../../error.ts";
import type { Schedule } from "../language.ts";
import { checkWays } from "./check-indicator.ts";

/** @throws ForfaitError for what shows a condition and cannot: another condition, or nothing */
export function checkConditionsOfPatients(schedule: Schedule): void {
  for (const [id, { shownBy }] of Object.entries(schedule.conditions ?? {})) {
    const path = `conditions.${id}.shownBy`;
    checkWays(schedule, path, shownBy);
    for (const [name, { condition }] of Object.entries(shownBy ?? {}))
      if (condition !== undefined)
        refuse("SCHEDULE_INVALID", `${path}.${name}.condition`, condition, {
          fr: "des faits du patient et des actes, non une autre affection",
          en: "facts of the patient and acts, not another condition",
        });
  }
}
