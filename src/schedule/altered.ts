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
  const found = recorded(schedule, shipped).map((made) => firstOf(made, schedule));
  if (found.includes(undefined)) return;
  const { path, was, now } = found[0] as Difference;
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
 */
function recorded({ chosen = {}, patched = [] }: Schedule, shipped: Schedule): readonly object[] {
  const told = Object.entries(chosen);
  const orders = told.length > 1 ? [told, inOrderOf(shipped, told)] : [told];
  const grounds = told.length > 0 && patched.length > 0 ? [[], patched] : [[]];
  const made = orders.flatMap((choices) =>
    grounds.flatMap((ground) => {
      const draft = underRecord(shipped, ground, choices, patched);
      return draft ? [draft] : [];
    }),
  );
  return made.length > 0 ? made : [shipped];
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
