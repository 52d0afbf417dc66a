import type { Readings } from "../ids.ts";
import type { Schedule } from "./language.ts";

/** Option in use for each reading of a schedule. */
export function readingsInUse(schedule: Schedule): Readings {
  return Object.fromEntries(
    Object.entries(schedule.readings ?? {}).map(([id, reading]) => [
      id,
      optionChosen(schedule, id) ?? reading.default,
    ]),
  );
}

/**
 * The option that a schedule has settled on for a reading; a reading may be named as what every
 * object has.
 */
export function optionChosen({ chosen = {} }: Schedule, id: string): string | undefined {
  return Object.hasOwn(chosen, id) ? chosen[id] : undefined;
}

/** Choices in the order of the document: the order in which they are told changes nothing. */
export function inOrderOf<Choice extends readonly [id: string, ...unknown[]]>(
  { readings = {} }: Schedule,
  choices: readonly Choice[],
): Choice[] {
  const ids = Object.keys(readings);
  return [...choices].sort(([a], [b]) => ids.indexOf(a) - ids.indexOf(b));
}
