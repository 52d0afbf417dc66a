/**
 * The loader, which carries the validator: schedules and patches for the calculation of `core.ts`.
 * @module load
 */
export {
  ForfaitError,
  isForfaitError,
  type ErrorCode,
  type Locale,
  type LocalizedText,
  type Refusal,
} from "./error.ts";
export type { Readings, ScheduleId } from "./ids.ts";
export { applyPatch, applyReadings } from "./schedule/apply.ts";
export type { Amendment, Schedule, SchedulePatch } from "./schedule/language.ts";
export { loadSchedule } from "./schedule/registry.ts";
export { version } from "./version.ts";
