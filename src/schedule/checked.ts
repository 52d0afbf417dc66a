import { freeze } from "../freeze.ts";
import { version } from "../version.ts";
import type { Schedule } from "./language.ts";

/** Whether a schedule has passed every check of this version. It is frozen, so it stays valid. */
export function isChecked(document: unknown): document is Schedule {
  return register().has(document as object);
}

/** Whether a schedule is one of the package, valid under every combination of its readings. */
export function isShipped(schedule: Schedule): boolean {
  return digestOfShipped(schedule) !== undefined;
}

/** The digest of a schedule of the package. */
export function digestOfShipped(schedule: Schedule): string | undefined {
  return register().get(schedule)?.digest;
}

/** Freezes a document that has passed every check. */
export function markChecked(document: object): Schedule {
  return mark(document, {});
}

/**
 * Freezes a document of the package, which the tests check, under every combination of readings.
 */
export function markShipped(document: object, digest: string): Schedule {
  return mark(document, { digest });
}

/** What is known of a checked schedule. */
interface Mark {
  /** Of a schedule of the package. */
  readonly digest?: string;
  readonly ground?: Ground;
  readonly before?: Ground;
}

/** Gives the document that a schedule changes, under the same readings. */
export type Ground = () => Schedule;

/** Remembers what a checked schedule changes. */
export function setGround(schedule: Schedule, ground: Ground): void {
  register().set(schedule, { ...register().get(schedule), ground });
}

/** Undefined for a schedule that changes none. */
export function groundOf(schedule: Schedule): Ground | undefined {
  return register().get(schedule)?.ground;
}

/** Remembers what stands before a scenario starts. */
export function setBefore(schedule: Schedule, before: Ground): void {
  register().set(schedule, { ...register().get(schedule), before });
}

/** Undefined for a schedule that does not start later than what it is over. */
export function beforeOf(schedule: Schedule): Ground | undefined {
  return register().get(schedule)?.before;
}

/** What a schedule is in a payment year: a scenario that starts later changes nothing. */
export function asOf(schedule: Schedule, year: number): Schedule {
  const before = beforeOf(schedule);
  return before && schedule.starts && year < schedule.starts.from ? before() : schedule;
}

function mark(document: object, as: Mark): Schedule {
  freeze(document);
  if (!register().has(document)) register().set(document, as);
  return document as Schedule;
}

const key = Symbol.for(`forfait-medecin-traitant/checked-schedules/${version}`);

/**
 * Register of checked schedules. On `globalThis`, because CommonJS entries share no modules: each
 * has its own copy of this one. Its key includes the version, so that two versions in one process
 * do not trust each other's checks. Objects are compared by identity, so parsed JSON is never taken
 * for checked.
 */
function register(): WeakMap<object, Mark> {
  const global = globalThis as { [key]?: WeakMap<object, Mark> };
  if (global[key] === undefined) Object.defineProperty(global, key, { value: new WeakMap() });
  return global[key] as WeakMap<object, Mark>;
}
