import { guard, refuse, type LocalizedText } from "../error.ts";
import type { SchedulePatch } from "./language.ts";

/** Entries of a patch. @throws ForfaitError INPUT_INVALID if it is not a plain object */
export function patchEntries(patch: SchedulePatch): [string, unknown][] {
  return entriesOf("patch", patch, {
    fr: "un objet { chemin: valeur }",
    en: "an object { path: value }",
  });
}

/** Entries of a plain object; arrays, maps and numbers are refused rather than read as empty. */
export function entriesOf<Value>(
  path: string,
  given: Readonly<Record<string, Value>>,
  accepts: LocalizedText,
): [string, Value][] {
  const isPlain = guard(path, () => Object.prototype.toString.call(given) === "[object Object]");
  return isPlain
    ? guard(path, () => Object.entries(given))
    : refuse("INPUT_INVALID", path, given, accepts);
}
