import { refuse } from "../error.ts";
import type { Patch, Schedule } from "../schedule/language.ts";
import { patchSchedule, withReadings, type Readings } from "../schedule/readings.ts";
import { checkYear, getSchedule, loadSchedule, scheduleFor } from "../schedule/registry.ts";

/** What to compute by. */
export interface Options {
  /** Payment year N. */
  readonly year: number;
  /** An id or a document; without it, the schedule in force in `year`. */
  readonly schedule?: string | Schedule;
  /** Options of open questions, by reading: `{ "zone-and-age": "highest" }`. */
  readonly readings?: Readings;
  /** The user's own values, by path: `{ "base.ald-80+.amount": "110" }`. Applied after the readings. */
  readonly patch?: Patch;
}

/** The schedule that options ask for. */
export function scheduleOf(options: Options): Schedule {
  if (typeof options !== "object" || options === null) {
    refuse("INPUT_INVALID", "options", options, { fr: "{ year, schedule?, readings?, patch? }", en: "{ year, schedule?, readings?, patch? }" });
  }
  const year = checkYear(options.year);
  const { schedule } = options;
  const found = schedule === undefined ? scheduleFor(year) : typeof schedule === "string" ? getSchedule(schedule) : loadSchedule(schedule);
  const read = options.readings ? withReadings(found, options.readings) : found;
  return options.patch && Object.keys(options.patch).length > 0 ? patchSchedule(read, options.patch) : read;
}
