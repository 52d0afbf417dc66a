import type { Readings } from "../ids.ts";
import { derived } from "./derived.ts";
import type { SchedulePatch, Schedule } from "./language.ts";
import { loadSchedule } from "./registry.ts";

/**
 * A schedule under chosen options of its open questions. Patches of the user stay on top, whatever
 * the order of the calls.
 * @param readings option of each question, by reading; the others keep their option in use
 * @returns a frozen schedule; lines that a chosen option changes have the status `assumed`
 * @throws ForfaitError READING_UNKNOWN, READING_OPTION_UNKNOWN, READING_ALREADY_CHOSEN
 * @example
 * // What does a physician of 70 years in a ZIP zone lose, if only the highest uplift is paid?
 * const highest = applyReadings(getSchedule("fr.fmt.2026"), { "zone-and-age": "highest" });
 * const physician = { zone: "ZIP", age: 70 };
 * const patients = [{ age: 82, ald: true, c2s: false }];
 * computePhysician({ physician, patients }, { year: 2026 }).total
 * //=> "120.00"
 * computePhysician({ physician, patients }, { year: 2026, schedule: highest }).total
 * //=> "110.00"
 */
export function applyReadings(document: Schedule, readings: Readings): Schedule {
  return derived.applyReadings(loadSchedule(document), readings);
}

/**
 * A schedule with values of the user. Patched values get the status `user` and lose their source.
 * @param patch value by path; `null` removes, an object adds a component or a case
 * @returns a frozen schedule that has passed every check of `loadSchedule`
 * @throws ForfaitError PATCH_PATH_UNKNOWN, or the code of the check that the result fails
 * @example
 * // What would a patient of 82 years in ALD bring, if the amount were 110 EUR?
 * const raised = applyPatch(getSchedule("fr.fmt.2026"), { "base.ald-80+.amount": "110" });
 * const patient = { age: 82, ald: true, c2s: false };
 * const { lines } = computePatient({ patient }, { year: 2026, schedule: raised });
 * lines.map(({ amount, status }) => [amount, status])
 * //=> [["110.00", "user"]]
 */
export function applyPatch(document: Schedule, patch: SchedulePatch): Schedule {
  return derived.applyPatch(loadSchedule(document), patch);
}
