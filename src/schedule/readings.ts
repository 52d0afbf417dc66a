import { guard, oneOf, refuse, type LocalizedText } from "../error.ts";
import type { Readings } from "../ids.ts";
import type { SchedulePatch, Schedule } from "./language.ts";
import { accept, acceptAlone, choose, draftOf, load, optionChosen, type Draft } from "./load.ts";
import { patchDraft, structuredCopy, userAuthor } from "./patch.ts";

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
 * A schedule under chosen options of its open questions. Patches of the user stay on top, whatever
 * the order of the calls.
 * @param readings option of each question, by reading; the others keep their option in use
 * @returns a frozen schedule; lines that a chosen option changes have the status `assumed`
 * @throws ForfaitError READING_UNKNOWN, READING_OPTION_UNKNOWN, READING_ALREADY_CHOSEN
 * @example
 * // What does a physician of 70 years in a ZIP zone lose, if only the highest uplift is paid?
 * const highest = applyReadings(getSchedule("fr.fmt.2026"), { "zone-and-age": "highest" });
 * const physician = { zone: "ZIP", age: 70 };
 * const patients = [{ age: 82, ald: true, c2s: false }];
 * computePhysician({ physician, patients }, { year: 2026 }).total
 * //=> "120.00"
 * computePhysician({ physician, patients }, { year: 2026, schedule: highest }).total
 * //=> "110.00"
 */
export function applyReadings(document: Schedule, readings: Readings): Schedule {
  const schedule = loadedOf(document);
  const choices = entriesOf("readings", readings, {
    fr: "un objet { lecture: option }",
    en: "an object { reading: option }",
  });
  const key = guard("readings", () => JSON.stringify(choices));
  const memo = derived.get(schedule) ?? new Map<string, Schedule>();
  derived.set(schedule, memo);
  const known = memo.get(key);
  if (known) return known;

  const result = derive(schedule, choices);
  memo.set(key, result);
  return result;
}

/** Memoised results, because callers apply the same readings repeatedly. */
const derived = new WeakMap<Schedule, Map<string, Schedule>>();

/** Applies the readings, then the user's patches, to one draft, which is validated once. */
function derive(schedule: Schedule, choices: readonly [id: string, option: string][]): Schedule {
  const draft = draftOf(schedule);
  let isChanged = false;
  for (const [id, option] of choices) {
    if (!isChange(draft as unknown as Schedule, id, option)) continue;
    choose(draft, id, option);
    isChanged = true;
  }
  if (!isChanged) return schedule;
  for (const patch of schedule.patched ?? []) patchDraft(draft, present(draft, patch), userAuthor);
  return acceptAlone(draft);
}

/** Whether an option is neither the default nor chosen already. */
function isChange(draft: Schedule, id: string, option: string): boolean {
  const all = draft.readings ?? {};
  const reading = Object.hasOwn(all, id) ? all[id] : undefined;
  if (!reading) return refuse("READING_UNKNOWN", "readings", id, oneOf(Object.keys(all)));
  const options = [reading.default, ...Object.keys(reading.or)];
  if (!options.includes(option))
    refuse("READING_OPTION_UNKNOWN", `readings.${id}`, option, oneOf(options));
  const chosen = optionChosen(draft, id);
  if (chosen !== undefined && chosen !== option)
    refuse("READING_ALREADY_CHOSEN", `readings.${id}`, option, oneOf([chosen]));
  return chosen !== option && option !== reading.default;
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

/**
 * A schedule with values of the user. Patched values get the status `user` and lose their source.
 * @param patch value by path; `null` removes, an object adds a component or a case
 * @returns a frozen schedule that has passed every check of `loadSchedule`
 * @throws ForfaitError PATCH_PATH_UNKNOWN, or the code of the check that the result fails
 * @example
 * // What would a patient of 82 years in ALD bring, if the amount were 110 EUR?
 * const raised = applyPatch(getSchedule("fr.fmt.2026"), { "base.ald-80+.amount": "110" });
 * const patient = { age: 82, ald: true, c2s: false };
 * const { lines } = computePatient({ patient }, { year: 2026, schedule: raised });
 * lines.map(({ amount, status }) => [amount, status])
 * //=> [["110.00", "user"]]
 */
export function applyPatch(document: Schedule, patch: SchedulePatch): Schedule {
  const schedule = loadedOf(document);
  const entries = patchEntries(patch);
  const changes = guard("patch", () =>
    Object.fromEntries(entries.map(([path, value]) => [path, structuredCopy(value)])),
  );
  const last = lastPatched.get(schedule);
  if (last && isSame(last.changes, changes)) return last.result;

  const draft = draftOf(schedule);
  patchDraft(draft, changes, userAuthor);
  draft["patched"] = [...(schedule.patched ?? []), changes];
  const result = accept(draft);
  lastPatched.set(schedule, { changes, result });
  return result;
}

/** Last patch of each schedule and its result, because callers pass one patch with every physician. */
const lastPatched = new WeakMap<Schedule, { changes: SchedulePatch; result: Schedule }>();

/** Whether two copies of JSON values are equal, keys in the same order; the length of an array is one of its keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return Object.is(a, b);
  const [keys, others] = [Reflect.ownKeys(a), Reflect.ownKeys(b)];
  return (
    keys.length === others.length &&
    keys.every((key, i) => key === others[i] && isSame(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Entries of a patch. @throws ForfaitError INPUT_INVALID if it is not a plain object */
export function patchEntries(patch: SchedulePatch): [string, unknown][] {
  return entriesOf("patch", patch, {
    fr: "un objet { chemin: valeur }",
    en: "an object { path: value }",
  });
}

/** Entries of a plain object; arrays, maps and numbers are refused rather than read as empty. */
function entriesOf<Value>(
  path: string,
  given: Readonly<Record<string, Value>>,
  accepts: LocalizedText,
): [string, Value][] {
  const isPlain = guard(path, () => Object.prototype.toString.call(given) === "[object Object]");
  return isPlain
    ? guard(path, () => Object.entries(given))
    : refuse("INPUT_INVALID", path, given, accepts);
}

/** Validates a document that is not loaded yet. */
function loadedOf(document: Schedule): Schedule {
  return load(document, () => undefined);
}
