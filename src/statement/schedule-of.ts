import { applyPatch, applyReadings } from "../schedule/apply.ts";
import type { Schedule } from "../schedule/language.ts";
import { getSchedule, loadSchedule, scheduleFor } from "../schedule/registry.ts";
import { checkOptions, withChoices, type ComputeOptions } from "./options.ts";

/**
 * The schedule that options ask for.
 * @param others keys of a function besides those of all
 */
export function scheduleOf(options: ComputeOptions, others?: readonly string[]): Schedule {
  checkOptions(options, others);
  return withChoices(documentOf(options), options, { applyReadings, applyPatch });
}

/** The document that options name, before anything is chosen. */
export function documentOf({ schedule, year }: ComputeOptions): Schedule {
  if (schedule === undefined) return scheduleFor(year);
  return typeof schedule === "string" ? getSchedule(schedule) : loadSchedule(schedule);
}
