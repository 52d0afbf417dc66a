import { applyPatch, applyReadings } from "../schedule/apply.ts";
import type { Schedule } from "../schedule/language.ts";
import { getSchedule, loadSchedule, scheduleFor } from "../schedule/registry.ts";
import { checkOptions, withChoices, type ComputeOptions } from "./options.ts";

/** The schedule that options ask for. */
export function scheduleOf(options: ComputeOptions): Schedule {
  checkOptions(options);
  const { schedule, year } = options;
  return withChoices(
    schedule === undefined
      ? scheduleFor(year)
      : typeof schedule === "string"
        ? getSchedule(schedule)
        : loadSchedule(schedule),
    options,
    { applyReadings, applyPatch },
  );
}
