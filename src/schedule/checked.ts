import { version } from "../version.ts";
import type { Schedule } from "./language.ts";

/** Whether a schedule has passed every check of this version. It is frozen, so it stays valid. */
export function isChecked(document: unknown): document is Schedule {
  return register().has(document as object);
}

/** Freezes a document that has passed every check, now or when the package was built. */
export function markChecked(document: object): Schedule {
  freeze(document);
  register().add(document);
  return document as Schedule;
}

const key = Symbol.for(`forfait-medecin-traitant/checked-schedules/${version}`);

/**
 * Register of checked schedules. On `globalThis`, because CommonJS entries share no modules: each
 * has its own copy of this one. Its key includes the version, so that two versions in one process
 * do not trust each other's checks. Objects are compared by identity, so parsed JSON is never taken
 * for checked.
 */
function register(): WeakSet<object> {
  const global = globalThis as { [key]?: WeakSet<object> };
  if (global[key] === undefined) Object.defineProperty(global, key, { value: new WeakSet() });
  return global[key] as WeakSet<object>;
}

/** Freezes an object deeply; primitives count as frozen. */
function freeze(value: unknown): void {
  if (Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value as object).forEach(freeze);
}
