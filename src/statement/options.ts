import { guard, oneOf, refuse } from "../error.ts";
import type { Readings, ScheduleId } from "../ids.ts";
import { asOf } from "../schedule/checked.ts";
import type { Derivation } from "../schedule/derive.ts";
import type { SchedulePatch, Schedule } from "../schedule/language.ts";
import { patchEntries } from "../schedule/plain-object.ts";
import { checkKeys } from "../known-keys.ts";
import type { ListChoices } from "../list/batch.ts";
import { checkYear } from "../year.ts";

/** What is chosen about a schedule, whichever it is. */
export interface Choices {
  /** Payment year N. */
  readonly year: number;
  /** Options of open questions, by reading: `{ "zone-and-age": "highest" }`. */
  readonly readings?: Readings;
  /**
   * The user's own values, by path: `{ "base.ald-80+.amount": "110" }`. Applied after the readings.
   */
  readonly patch?: SchedulePatch;
}

/** What to compute by. */
export interface ComputeOptions extends Choices {
  /** An id or a document; without it, the schedule in force in `year`. */
  readonly schedule?: ScheduleId | Schedule;
}

/** What to compute by, and how the rows of the list are to be understood. */
export interface ListOptions extends ComputeOptions, ListChoices {}

/** What the reading of rows takes of options. */
export type RowChoices = Pick<Choices, "year"> & ListChoices;

/** Keys of `ListChoices`. */
export const LIST_KEYS = ["neverSeen", "idsAreShared"] as const satisfies (keyof ListChoices)[];

/** @throws ForfaitError INPUT_INVALID */
export function listChoices({ neverSeen, idsAreShared }: ListChoices): ListChoices {
  if (neverSeen !== undefined && neverSeen !== "empty")
    refuse("INPUT_INVALID", "options.neverSeen", neverSeen, oneOf(["empty"]));
  if (idsAreShared !== undefined && typeof idsAreShared !== "boolean")
    refuse("INPUT_INVALID", "options.idsAreShared", idsAreShared, oneOf(["true", "false"]));
  return { ...(neverSeen && { neverSeen }), ...(idsAreShared && { idsAreShared }) };
}

/** Keys of `ComputeOptions`. */
const KEYS = ["year", "schedule", "readings", "patch"] as const satisfies (keyof ComputeOptions)[];

/**
 * Options that name a payment year.
 * @param others keys of a function besides those of all
 * @throws ForfaitError INPUT_INVALID, YEAR_INVALID, KEY_UNKNOWN
 */
export function checkOptions(options: Choices, others?: readonly string[]): void {
  checkYear(checkOptionKeys(options, others).year);
}

/** @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN */
export function checkOptionKeys(options: Choices, others: readonly string[] = []): Choices {
  if (typeof options !== "object" || options === null) {
    refuse("INPUT_INVALID", "options", options, {
      fr: "{ year, schedule?, readings?, patch? }",
      en: "{ year, schedule?, readings?, patch? }",
    });
  }
  const copy = guard("options", () => ({ ...options }));
  checkKeys("options", copy, [...KEYS, ...others]);
  return copy;
}

const isGiven = <Value>(value: Value | undefined): value is Value =>
  value !== undefined && value !== null;

/** A schedule as it is in the year, under the readings, then the patch, that are chosen. */
export function withChoices(
  schedule: Schedule,
  { year, readings, patch }: Choices,
  { applyReadings, applyPatch }: Derivation,
): Schedule {
  const inYear = asOf(schedule, year);
  const read = isGiven(readings) ? applyReadings(inYear, readings) : inYear;
  return isGiven(patch) && patchEntries(patch).length > 0 ? applyPatch(read, patch) : read;
}
