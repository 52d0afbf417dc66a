import { ForfaitError, refuse, show } from "../error.ts";
import { differences, type Difference } from "./differences.ts";
import { choose, draftOf, type Draft } from "./draft.ts";
import type { Schedule, SchedulePatch } from "./language.ts";
import { patchAgain } from "./patch-again.ts";
import { inOrderOf } from "./readings.ts";

/**
 * Refuses a document that bears the id and version of a shipped schedule but is neither that
 * schedule nor what its own record of readings and patches makes of it.
 * @throws ForfaitError SCHEDULE_ALTERED
 */
export function checkUnaltered(schedule: Schedule, shipped: Schedule): void {
  let first: Difference | undefined;
  for (const made of recorded(schedule, shipped)) {
    const difference = firstOf(made, schedule);
    if (!difference) return;
    first ??= difference;
  }
  const { path, was, now } = first as Difference;
  const holds =
    was === undefined ? { fr: "rien", en: "nothing" } : { fr: show(was), en: show(was) };
  const name = `${shipped.id} v${shipped.version}`;
  refuse("SCHEDULE_ALTERED", path, now, {
    fr:
      `${holds.fr}, comme dans ${name} ; pour d'autres valeurs, un autre id, ` +
      "un avenant (over) ou une modification (patch)",
    en:
      `${holds.en}, as in ${name}; for other values, another id, ` +
      "an amendment (over) or a patch",
  });
}

function firstOf(made: object, schedule: Schedule): Difference | undefined {
  const [first] = differences(made, schedule, ([key]) => key === "$schema");
  return first;
}

/**
 * What a shipped schedule becomes under the readings and patches that a document says it has.
 * Readings may have been chosen in any order, before the patches or after: a patch may bring one.
 * A record that cannot be followed makes nothing, so the schedule itself comes last.
 */
function* recorded(
  { chosen = {}, patched = [] }: Schedule,
  shipped: Schedule,
): Generator<object, void> {
  const told = Object.entries(chosen);
  for (const choices of [told, inOrderOf(shipped, told)])
    for (const ground of [[], patched]) {
      const draft = underRecord(shipped, ground, choices, patched);
      if (draft) yield draft;
    }
  yield shipped;
}

/** Undefined for a record that cannot be followed. */
function underRecord(
  shipped: Schedule,
  ground: readonly SchedulePatch[],
  choices: readonly [id: string, option: string][],
  patched: readonly SchedulePatch[],
): Draft | undefined {
  const draft = draftOf(shipped);
  try {
    patchAgain(draft, ground);
    for (const [id, option] of choices) choose(draft, id, option);
    patchAgain(draft, patched);
  } catch (error) {
    if (error instanceof ForfaitError) return undefined;
    throw error;
  }
  if (patched.length > 0) draft["patched"] = patched;
  return draft;
}
