import type { LocalizedText } from "../error.ts";
import { last } from "../last.ts";
import { groundOf } from "./checked.ts";
import { differences } from "./differences.ts";
import type { Schedule } from "./language.ts";

/** A value in use that is not that of the schedule which was changed. */
export interface ScheduleChange {
  /** As a patch writes it: `base.ald-80+.amount`. */
  readonly path: string;
  /**
   * The value before, as the document writes it; null if it had none there, as a case that takes
   * its amount from the component. Absent if the document does not tell it: a schedule of the user
   * that was patched and comes from JSON.
   */
  readonly was?: unknown;
  /** The value in use; null if it was taken away. */
  readonly now: unknown;
  /** What is changed, for a reader: `Socle, 80 ans et plus`. Absent of what has no name. */
  readonly label?: LocalizedText;
  /** `was` and `now` for a reader, `60,50 €`: a case has what its component says for all. */
  readonly wasText?: LocalizedText;
  readonly nowText?: LocalizedText;
}

const known = new WeakMap<Schedule, readonly ScheduleChange[]>();

/**
 * What patches, and amendments of the user, change of a shipped schedule or of the user's own.
 * Readings change nothing: they are laid on both sides.
 */
export function changesOf(schedule: Schedule): readonly ScheduleChange[] {
  const before = known.get(schedule);
  if (before) return before;
  const ground = groundOf(schedule);
  const found: ScheduleChange[] = [];
  for (const { path, was = null, now = null } of ground
    ? differences(ground(), schedule, isNoValue)
    : [])
    found.push(Object.freeze({ path, was, now }));
  for (const [path, now] of recordedOn(ground?.() ?? schedule))
    if (!found.some((change) => change.path === path)) found.push(Object.freeze({ path, now }));
  known.set(schedule, Object.freeze(found));
  return found;
}

/** Patches of a document that came with them: what was there before is not known. */
function recordedOn({ patched = [] }: Schedule): [path: string, now: unknown][] {
  return Object.entries(Object.assign({}, ...patched) as object).filter(([path]) => {
    const keys = path.split(".");
    return !keys.some((_, i) => isNoValue(keys.slice(0, i + 1)));
  });
}

/** Keys of a document that say what it is and where it comes from. */
const HEAD: ReadonlySet<string> = new Set([
  "$schema",
  "id",
  "version",
  "fr",
  "en",
  "text",
  "inForce",
  "proposed",
  "amends",
  "readings",
  "sources",
  "chosen",
  "patched",
  "starts",
]);

/** Keys of a value that name it, or say where it comes from. */
const WORDS: ReadonlySet<string> = new Set(["fr", "en", "source", "assumed", "user"]);

/** Keys under which stand names, which may be any. */
export const NAMING: ReadonlySet<string | undefined> = new Set([
  "amounts",
  "cases",
  "facts",
  "acts",
  "conditions",
]);

function isNoValue(keys: readonly string[]): boolean {
  const key = last(keys) as string;
  const above = last(keys.slice(0, -1));
  if (above === undefined) return HEAD.has(key);
  return WORDS.has(key) && !NAMING.has(above);
}
