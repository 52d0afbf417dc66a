import { version } from "../version.ts";
import type { Schedule } from "./language.ts";

/** Whether a schedule has passed every check of this version; it is frozen, so it stays so. */
export function isChecked(document: unknown): document is Schedule {
  return register().has(document as object);
}

/** Freezes a document that has passed every check, or that was proved when the package was built. */
export function markChecked(document: object): Schedule {
  freeze(document);
  register().add(document);
  return document as Schedule;
}

const key = Symbol.for(`forfait-medecin-traitant/checked-schedules/${version}`);

/**
 * The register stands on `globalThis` because entries in CommonJS share no module, each holding a copy of this one.
 * Its name has the version in it: two versions in one process do not trust each other's checks.
 * Objects are known by identity, so nothing that is read from JSON can pass for checked.
 */
function register(): WeakSet<object> {
  const home = globalThis as { [key]?: WeakSet<object> };
  if (home[key] === undefined) Object.defineProperty(home, key, { value: new WeakSet() });
  return home[key] as WeakSet<object>;
}

/** A text, a number or null counts as frozen. */
function freeze(value: unknown): void {
  if (Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value as object).forEach(freeze);
}
