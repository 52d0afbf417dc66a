import type { Schedule } from "./language.ts";
import { patchDraft, structuredCopy } from "./patch.ts";

export type Draft = Record<string, unknown>;

/** Mutable copy of a schedule, to be checked before use. */
export function draftOf(schedule: Schedule): Draft {
  return structuredCopy(schedule) as unknown as Draft;
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
