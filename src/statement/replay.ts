import { guard, refuse } from "../error.ts";
import { checkKeys } from "../known-keys.ts";
import type { Batch, ListChoices } from "../list/batch.ts";
import { applyPatch, applyReadings } from "../schedule/apply.ts";
import { canonicalJson } from "../schedule/canonical.ts";
import { digestOf } from "../schedule/digest.ts";
import type { Schedule } from "../schedule/language.ts";
import { getSchedule, loadSchedule } from "../schedule/registry.ts";
import { checkStatement } from "./check-statement.ts";
import { computePatient, computePhysician, computePhysicians } from "./compute.ts";
import { LIST_KEYS, listChoices } from "./options.ts";
import type { PatientInput, PhysicianInput } from "./price-one.ts";
import type { Statement } from "./statement.ts";

/** What a stored statement does not say itself. */
export interface ReplayOptions extends ListChoices {
  /** The document, of a schedule of one's own, or of a version that the package no longer has. */
  readonly schedule?: Schedule;
}

/** A statement computed again. */
export interface Replay {
  readonly statement: Statement;
  /** Whether it is the stored one, key by key; the order of keys does not count. */
  readonly same: boolean;
}

/**
 * Computes a stored statement again, from its list, under the schedule, year, readings and patches
 * that it says. What differs, if anything does, `compareStatements` tells.
 * @param stored a statement, as it was parsed from JSON
 * @param input what it was computed from, as `computePhysician`, `computePatient` or
 * `computePhysicians` take it
 * @returns the statement of today's library, and whether it is the same
 * @throws ForfaitError SCHEDULE_UNKNOWN, SCHEDULE_DIFFERS if the document that the statement names
 * by its digest cannot be had: give it as `schedule`; PHYSICIAN_UNKNOWN; else as the function that
 * computes it
 * @example
 * // Is a statement that was stored still what the library gives?
 * const input = { patients: [{ age: 82, ald: true, c2s: false }] };
 * const stored = JSON.parse(JSON.stringify(computePhysician(input, { year: 2026 })));
 * replayStatement(stored, input).same
 * //=> true
 */
export function replayStatement(
  stored: Statement,
  input: PhysicianInput | PatientInput | Batch,
  options: ReplayOptions = {},
): Replay {
  const before = checkStatement(stored, "stored");
  const { schedule: document, ...others } = guard("options", () => ({ ...options }));
  checkKeys("options", others, LIST_KEYS);
  const schedule = scheduleOf(before, document);
  const by = { year: before.schedule.year, schedule, ...listChoices(others) };
  const statement = computed(before, input, by);
  return Object.freeze({
    statement,
    same: canonicalJson(statement) === canonicalJson(before),
  });
}

function computed(
  { physicianId }: Statement,
  input: PhysicianInput | PatientInput | Batch,
  options: Parameters<typeof computePhysician>[1],
): Statement {
  if ("patient" in input) return computePatient(input, options);
  if (!("physicians" in input)) return computePhysician(input as PhysicianInput, options);
  const { statements } = computePhysicians(input, options);
  return (
    statements.find((one) => one.physicianId === physicianId) ??
    refuse("PHYSICIAN_UNKNOWN", "stored.physicianId", physicianId, {
      fr: "un médecin dont la patientèle est donnée et acceptée",
      en: "a physician whose list is given and accepted",
    })
  );
}

/** The schedule that a statement names by its digest: a document, with readings and patches. */
function scheduleOf({ schedule, readings }: Statement, document: Schedule | undefined): Schedule {
  const { id, version, digest, patched = [] } = schedule;
  const given = document === undefined ? getSchedule(id) : loadSchedule(document);
  if (digestOf(given) === digest) return given;
  if (given.id !== id || given.version !== version)
    refuse("SCHEDULE_DIFFERS", "stored.schedule", `${id} v${version}`, {
      fr: `${given.id} v${given.version}, ou le document de ce relevé, en options.schedule`,
      en: `${given.id} v${given.version}, or the document of this statement, as options.schedule`,
    });
  const known = Object.entries(readings).filter(([reading]) => given.readings?.[reading]);
  const read = applyReadings(given, Object.fromEntries(known));
  const made = patched.reduce((before, patch) => applyPatch(before, patch), read);
  return digestOf(made) === digest
    ? made
    : refuse("SCHEDULE_DIFFERS", "stored.schedule.digest", digest, {
        fr: `${digestOf(made)}, ou le document de ce relevé, en options.schedule`,
        en: `${digestOf(made)}, or the document of this statement, as options.schedule`,
      });
}
