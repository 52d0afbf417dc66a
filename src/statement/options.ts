import type { ScheduleId } from "../ids.ts";
import type { Schedule } from "../schedule/language.ts";
import { getSchedule, loadSchedule, scheduleFor } from "../schedule/registry.ts";
import { checkOptions, withChoices, type Choices } from "./choices.ts";

/** What to compute by. */
export interface ComputeOptions extends Choices {
  /** An id or a document; without it, the schedule in force in `year`. */
  readonly schedule?: ScheduleId | Schedule;
}

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
  );
}
