import { freeze } from "../freeze.ts";
import type { Schedule } from "./language.ts";
import { patchDraft } from "./patch.ts";

export type Draft = Record<string, unknown>;

/**
 * A draft of a schedule, to be patched and checked before use. It shares with the schedule all that
 * is not patched: the schedule is frozen, so that no patch reaches it.
 */
export function draftOf(schedule: Schedule): Draft {
  return { ...freeze(schedule) };
}

/** Applies one option of one reading to a draft, in place. */
export function choose(draft: Draft, id: string, option: string): void {
  const { readings, chosen } = draft as unknown as Schedule;
  const provenance = {
    assumed: { fr: `interprétation ${id} = ${option}`, en: `reading ${id} = ${option}` },
  };
  patchDraft(draft, readings?.[id]?.or[option] ?? {}, { provenance, keepsSource: true });
  draft["chosen"] = { ...chosen, [id]: option };
}
