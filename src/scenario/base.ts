import type { Readings, ScheduleId } from "../ids.ts";
import type { Schedule, SchedulePatch } from "../schedule/language.ts";
import { scheduleOf } from "../statement/schedule-of.ts";

/** The schedule that is varied, as every computation takes one. */
export interface BaseSchedule {
  /** An id or a document; without it, the schedule in force in `year`. */
  readonly schedule?: ScheduleId | Schedule;
  readonly readings?: Readings;
  readonly patch?: SchedulePatch;
}

export const BASE_KEYS = [
  "schedule",
  "readings",
  "patch",
] as const satisfies (keyof BaseSchedule)[];

export function baseOf(year: number, { schedule, readings, patch }: BaseSchedule): Schedule {
  return scheduleOf({
    year,
    ...(schedule !== undefined && { schedule }),
    ...(readings !== undefined && { readings }),
    ...(patch !== undefined && { patch }),
  });
}
