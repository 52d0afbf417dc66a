import { guard, oneOf, refuse } from "../error.ts";
import type { Readings } from "../ids.ts";
import { accept, acceptAlone, type ShapeCheck } from "./accept.ts";
import {
  beforeOf,
  groundOf,
  isShipped,
  markChecked,
  setBefore,
  setGround,
  type Ground,
} from "./checked.ts";
import { choose, draftOf, type Draft } from "./draft.ts";
import type { SchedulePatch, Schedule } from "./language.ts";
import { patchDraft, structuredCopy, userAuthor } from "./patch.ts";
import { patchAgain } from "./patch-again.ts";
import { entriesOf, patchEntries } from "./plain-object.ts";
import { inOrderOf, optionChosen } from "./readings.ts";
import { withValues } from "./value-patch.ts";

/** Makes schedules from a checked one. */
export interface Derivation {
  readonly applyReadings: (schedule: Schedule, readings: Readings) => Schedule;
  readonly applyPatch: (schedule: Schedule, patch: SchedulePatch) => Schedule;
}

/** How a derived schedule is checked, besides its consistency. */
export interface DerivationChecks {
  readonly checkShape: ShapeCheck;
  /** Checks a patch of the user whose paths exist. */
  readonly checkPatch?: (schedule: Schedule, patch: SchedulePatch) => void;
}

/**
 * Most combinations of readings remembered of a schedule, of some 70 kB each once compiled: the
 * open questions of the FMT take 73.
 */
const MOST_REMEMBERED = 200;

/**
 * Derives schedules under these checks, and remembers its own results: callers repeat themselves.
 */
export function derivation({ checkShape, checkPatch }: DerivationChecks): Derivation {
  const underReadings = new WeakMap<Schedule, Map<string, Schedule>>();
  /** Of each schedule the last patch, because callers pass one patch with every physician. */
  const patched = new WeakMap<Schedule, { patch: SchedulePatch; result: Schedule }>();

  const made: Derivation = {
    applyReadings(schedule, readings) {
      const choices = inOrderOf(
        schedule,
        entriesOf("readings", readings, {
          fr: "un objet { interprétation: option }",
          en: "an object { reading: option }",
        }),
      );
      const key = guard("readings", () => JSON.stringify(choices));
      const memo = underReadings.get(schedule) ?? new Map<string, Schedule>();
      underReadings.set(schedule, memo);
      const known = memo.get(key);
      if (known) return known;

      const draft = underOptions(schedule, choices);
      const result = draft ? checkedRead(draft, schedule) : schedule;
      const ground = groundOf(schedule);
      if (draft && ground) setGround(result, () => read(ground(), choices));
      alsoBefore(schedule, result, (before) => made.applyReadings(before, readings));
      if (memo.size >= MOST_REMEMBERED) memo.delete(memo.keys().next().value as string);
      memo.set(key, result);
      return result;
    },

    applyPatch(schedule, given) {
      const entries = patchEntries(given);
      const patch = guard("patch", () =>
        Object.fromEntries(entries.map(([path, value]) => [path, structuredCopy(value)])),
      );
      const last = patched.get(schedule);
      if (last && isSame(last.patch, patch)) return last.result;

      const result = withValues(schedule, patch) ?? checkedWhole(schedule, patch);
      setGround(result, groundOf(schedule) ?? (() => schedule));
      alsoBefore(schedule, result, (before) => made.applyPatch(before, patch));
      patched.set(schedule, { patch, result });
      return result;
    },
  };
  return made;

  /** What is laid on a scenario is laid on what stands before it starts as well. */
  function alsoBefore(from: Schedule, result: Schedule, lay: (before: Schedule) => Schedule): void {
    const before: Ground | undefined = beforeOf(from);
    if (before && result !== from) setBefore(result, () => lay(before()));
  }

  /** What readings make of a schedule of the package is proved by its tests. */
  function checkedRead(draft: Draft, schedule: Schedule): Schedule {
    return isShipped(schedule) ? markChecked(draft) : acceptAlone(draft, checkShape);
  }

  /** Applies a patch that may change anything, and checks the whole schedule. */
  function checkedWhole(schedule: Schedule, patch: SchedulePatch): Schedule {
    const draft = draftOf(schedule);
    patchDraft(draft, patch, userAuthor);
    checkPatch?.(schedule, patch);
    draft["patched"] = [...(schedule.patched ?? []), patch];
    return accept(draft, checkShape);
  }
}

/**
 * Applies options, then the user's patches, to one draft; undefined if the options change nothing.
 */
export function underOptions(
  schedule: Schedule,
  choices: readonly (readonly [id: string, option: string])[],
): Draft | undefined {
  const draft = draftOf(schedule);
  let isChanged = false;
  for (const [id, option] of choices) {
    if (!isChange(draft as unknown as Schedule, id, option)) continue;
    choose(draft, id, option);
    isChanged = true;
  }
  if (!isChanged) return undefined;
  patchAgain(draft, schedule.patched ?? []);
  return draft;
}

/** A document under those of the options that it has. */
export function read(
  schedule: Schedule,
  choices: readonly (readonly [id: string, option: string])[],
): Schedule {
  const { readings = {} } = schedule;
  const known = choices.filter(
    ([id, option]) => Object.hasOwn(readings, id) && Object.hasOwn(readings[id]?.or ?? {}, option),
  );
  return (underOptions(schedule, known) as unknown as Schedule | undefined) ?? schedule;
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

/**
 * Whether two copies of JSON values are equal, keys in the same order; the length of an array is
 * one of its keys.
 */
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
