import { ForfaitError, refuse } from "../error.ts";
import { markChecked } from "./checked.ts";
import { checkConsistency } from "./consistency.ts";
import { choose, draftOf } from "./draft.ts";
import type { Schedule, SchedulePatch } from "./language.ts";
import { optionChosen } from "./readings.ts";
import { checkSize } from "./size.ts";

/** Checks the shape of a draft: the loader's by the schemas, none where only values are patched. */
export type ShapeCheck = (draft: unknown) => void;

/** Checks a draft and every option of its readings, then freezes it. */
export function accept(draft: unknown, checkShape: ShapeCheck): Schedule {
  checkSize(draft);
  const schedule = acceptAlone(draft, checkShape);
  checkOptions(schedule, (option) => acceptAlone(option, checkShape));
  return schedule;
}

/** Checks a draft, but not what its readings would make of it. */
export function acceptAlone(draft: unknown, checkShape: ShapeCheck): Schedule {
  checkShape(draft);
  const schedule = draft as Schedule;
  checkConsistency(schedule);
  return markChecked(schedule);
}

/**
 * Checks what a schedule becomes under each option of its open readings.
 * @param isAffected whether an option is to be checked
 * @throws ForfaitError SCHEDULE_READING, with what the check says
 */
export function checkOptions(
  schedule: Schedule,
  check: (schedule: Schedule) => unknown,
  isAffected: (option: SchedulePatch) => boolean = () => true,
): void {
  for (const [id, reading] of Object.entries(schedule.readings ?? {})) {
    if (optionChosen(schedule, id) !== undefined) continue;
    for (const [option, patch] of Object.entries(reading.or))
      if (isAffected(patch)) checkOption(schedule, id, option, check);
  }
}

function checkOption(
  schedule: Schedule,
  id: string,
  option: string,
  check: (schedule: Schedule) => unknown,
): void {
  try {
    const draft = draftOf(schedule);
    choose(draft, id, option);
    check(draft as unknown as Schedule);
  } catch (error) {
    if (!(error instanceof ForfaitError)) throw error;
    const { message } = error.refusal;
    refuse("SCHEDULE_READING", `readings.${id}.or.${option}`, option, {
      fr: `une option qui donne un barème valide (${message.fr})`,
      en: `an option that gives a valid schedule (${message.en})`,
    });
  }
}
