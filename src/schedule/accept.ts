import { ForfaitError, refuse } from "../error.ts";
import { markChecked } from "./checked.ts";
import { checkConsistency } from "./consistency.ts";
import { choose, draftOf } from "./draft.ts";
import type { Schedule } from "./language.ts";
import { optionChosen } from "./readings.ts";

/**
 * Checks the shape of a draft. The loader's goes by the schemas; without the loader nothing is to
 * check, because only values are patched, each of which has its own check.
 */
export type ShapeCheck = (draft: unknown) => void;

/** Checks a draft and every option of its readings, then freezes it. */
export function accept(draft: unknown, checkShape: ShapeCheck): Schedule {
  const schedule = acceptAlone(draft, checkShape);
  for (const [id, reading] of Object.entries(schedule.readings ?? {})) {
    if (optionChosen(schedule, id) !== undefined) continue;
    for (const option of Object.keys(reading.or)) checkOption(schedule, id, option, checkShape);
  }
  return schedule;
}

/** Checks a draft, but not what its readings would make of it. */
export function acceptAlone(draft: unknown, checkShape: ShapeCheck): Schedule {
  checkShape(draft);
  const schedule = draft as Schedule;
  checkConsistency(schedule);
  return markChecked(schedule);
}

function checkOption(schedule: Schedule, id: string, option: string, checkShape: ShapeCheck): void {
  try {
    const draft = draftOf(schedule);
    choose(draft, id, option);
    acceptAlone(draft, checkShape);
  } catch (error) {
    if (!(error instanceof ForfaitError)) throw error;
    const { message } = error.refusal;
    refuse("SCHEDULE_READING", `readings.${id}.or.${option}`, option, {
      fr: `une option qui donne un barème valide (${message.fr})`,
      en: `an option that gives a valid schedule (${message.en})`,
    });
  }
}
