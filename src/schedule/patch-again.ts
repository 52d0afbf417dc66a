import type { Draft } from "./draft.ts";
import type { SchedulePatch } from "./language.ts";
import { patchDraft, structuredCopy, userAuthor } from "./patch.ts";

/** Lays the user's patches on a draft that may hold them already, and may have changed since. */
export function patchAgain(draft: Draft, patches: readonly SchedulePatch[]): void {
  for (const patch of patches) patchDraft(draft, present(draft, patch), userAuthor);
}

/** Drops removals that no longer apply, so that a patch can be re-applied. */
function present(draft: Draft, patch: SchedulePatch): SchedulePatch {
  return Object.fromEntries(
    Object.entries(patch).filter(([path, value]) => value !== null || removable(draft, path)),
  );
}

function removable(draft: Draft, path: string): boolean {
  try {
    patchDraft(structuredCopy(draft), { [path]: null }, userAuthor);
    return true;
  } catch {
    return false;
  }
}
