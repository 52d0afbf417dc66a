import { guard, refuse, type LocalizedText } from "../error.ts";
import type { Readings, ScheduleId } from "../ids.ts";
import { checkKeys } from "../known-keys.ts";
import { applyPatch, applyReadings } from "../schedule/apply.ts";
import { diffSchedules } from "../schedule/diff-schedules.ts";
import type { Schedule, SchedulePatch } from "../schedule/language.ts";
import { patchEntries } from "../schedule/plain-object.ts";
import { scheduleOf } from "../statement/schedule-of.ts";

/** A schedule with readings and values of one's own; without `schedule`, the one compared with. */
export interface Variant {
  readonly schedule?: ScheduleId | Schedule;
  readonly readings?: Readings;
  readonly patch?: SchedulePatch;
}

/** What is priced: the id of a schedule, a document, or a variant of either. */
export type ScheduleChoice = ScheduleId | Schedule | Variant;

/** Two schedules that read the list on the same day. */
export interface Sides {
  readonly a: Schedule;
  readonly b: Schedule;
  /** `a` as it reads the list on b's reference day: ageing is no part of a reform. */
  readonly aligned: Schedule;
  /** What makes `b` of `a`, step by step; undefined where they are two documents. */
  readonly steps: readonly Step[] | undefined;
}

/** A value of a patch, or readings, that can be laid on a schedule by itself. */
export interface Step {
  readonly paths: readonly string[];
  readonly readings?: Readings;
  readonly patch?: SchedulePatch;
}

/** @throws ForfaitError for a choice that is none, or a schedule, reading or patch refused */
export function sidesOf(year: number, a: ScheduleChoice | undefined, b: ScheduleChoice): Sides {
  const from = scheduleIn(year, "a", a);
  const to = scheduleIn(year, "b", b, from);
  const { on } = to.reads;
  const aligned = from.reads.on === on ? from : applyPatch(from, { "reads.on": on });
  return { a: from, b: to, aligned, steps: stepsOf(from, to, b) };
}

/** The schedule that a choice names in a year; without one, the schedule in force. */
export function scheduleIn(
  year: number,
  path: string,
  choice: ScheduleChoice | undefined,
  base?: Schedule,
): Schedule {
  if (choice === undefined) return base ?? scheduleOf({ year });
  if (!isVariant(choice)) {
    if (typeof choice !== "string" && (typeof choice !== "object" || choice === null))
      refuse("INPUT_INVALID", `options.${path}`, choice, aChoice);
    return scheduleOf({ year, schedule: choice });
  }
  const { schedule = base, ...others } = guard(`options.${path}`, () => ({ ...choice }));
  checkKeys(`options.${path}`, { schedule, ...others }, ["schedule", "readings", "patch"]);
  return scheduleOf({ year, ...(schedule !== undefined && { schedule }), ...others });
}

function isVariant(choice: ScheduleChoice): choice is Variant {
  return (
    typeof choice === "object" &&
    choice !== null &&
    !guard("options", () => Object.hasOwn(choice, "id"))
  );
}

const aChoice: LocalizedText = {
  fr: "l'identifiant d'un barème, un document, ou { schedule?, readings?, patch? }",
  en: "the id of a schedule, a document, or { schedule?, readings?, patch? }",
};

/** Steps in the order of the patch, or else of the document. */
function stepsOf(a: Schedule, b: Schedule, choice: ScheduleChoice): Step[] | undefined {
  if (isVariant(choice) && choice.schedule === undefined)
    return [...readingStep(choice), ...patchEntries(choice.patch ?? {}).map(patchStep)];
  if (b.id !== a.id && b.amends !== a.id) return undefined;
  return diffSchedules(a, b)
    .filter(({ kind }) => kind === "value")
    .map(({ path, after }) => patchStep([path, after?.value ?? null]));
}

function readingStep({ readings = {} }: Variant): Step[] {
  const ids = Object.keys(readings);
  return ids.length === 0 ? [] : [{ paths: ids.map((id) => `readings.${id}`), readings }];
}

function patchStep([path, value]: readonly [string, unknown]): Step {
  return { paths: [path], patch: { [path]: value } };
}

/** A schedule with steps laid on it together. @throws ForfaitError if they do not load */
export function withSteps(schedule: Schedule, steps: readonly Step[]): Schedule {
  const readings = Object.assign({}, ...steps.map((one) => one.readings ?? {})) as Readings;
  const patch = Object.assign({}, ...steps.map((one) => one.patch ?? {})) as SchedulePatch;
  const read = Object.keys(readings).length > 0 ? applyReadings(schedule, readings) : schedule;
  return Object.keys(patch).length > 0 ? applyPatch(read, patch) : read;
}
