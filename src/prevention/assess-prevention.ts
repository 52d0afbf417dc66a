import { isDay } from "../day.ts";
import { ForfaitError, guard, oneOf, refuse, type Refusal } from "../error.ts";
import { Assessor } from "../indicators/assess.ts";
import type { PreventionAssessment } from "../indicators/assessment.ts";
import { compilePrevention } from "../indicators/compile.ts";
import type { CompiledPrevention } from "../indicators/compiled.ts";
import { dayOf } from "../indicators/day.ts";
import { readFacts } from "../indicators/read-facts.ts";
import type { Patient } from "../list/patient.ts";
import type { Schedule } from "../schedule/language.ts";
import type { ComputeOptions } from "../statement/options.ts";
import { scheduleOf } from "../statement/schedule-of.ts";

/** What to assess prevention by. */
export interface PreventionOptions extends ComputeOptions {
  /**
   * The day, `YYYY-MM-DD`, on which the acts that are known are told: later ones are not read, and
   * a window that ends on the day or later is still open.
   */
  readonly asOf: string;
}

/**
 * What is known of the prevention of one patient, indicator by indicator: who is eligible, what is
 * validated, until when, and what is missing. It is administrative and decides no care. What is not
 * recorded is unknown until the last day of its window; then it is not validated where the practice
 * would know, and unknown where it cannot.
 * @param patient facts of a list, and `sex`, `aldNumbers`, `conditions`, `acts`; what is missing is
 * unknown
 * @throws ForfaitError for a fact or an option that is refused
 * @example
 * // Is a woman of 70 years eligible for screening, and until when can it be done?
 * const patient = { age: 70, sex: "F", ald: false, c2s: false } as const;
 * const { indicators } = assessPrevention(patient, { year: 2026, asOf: "2026-10-15" });
 * const breast = indicators.find(({ indicator }) => indicator === "breast");
 * [breast?.eligible, breast?.validated, breast?.because.code, breast?.by]
 * //=> ["yes", "unknown", "window-open", "2026-12-31"]
 */
export function assessPrevention(
  patient: Patient,
  options: PreventionOptions,
): PreventionAssessment {
  return preventionReader(options).read(patient, "patient");
}

/** Assesses one patient after another under the same options. */
export interface PreventionReader {
  readonly prevention: CompiledPrevention;
  readonly document: Schedule;
  /** @throws ForfaitError for a fact that is refused */
  readonly read: (patient: Patient, path: string) => PreventionAssessment;
}

/** @throws ForfaitError for options that are refused */
export function preventionReader(
  options: PreventionOptions,
  others: readonly string[] = [],
): PreventionReader {
  const schedule = scheduleOf(options, ["asOf", ...others]);
  const { year, asOf } = options;
  const prevention = compilePrevention(schedule, year);
  const ids = prevention.indicators.map(({ id }) => id);
  const assessor = new Assessor(prevention, dayOf(checkAsOf(asOf)));
  return {
    prevention,
    document: schedule,
    read: (patient, path) => {
      const refusals: Refusal[] = [];
      const row = guard(path, () => ownFields(patient, path));
      const facts = guard(path, () => readFacts(row, prevention, path, refusals));
      for (const id of facts.told)
        if (!ids.includes(id)) refuse("PREVENTION_UNKNOWN", `${path}.prevention`, id, oneOf(ids));
      const [first] = refusals;
      if (first) throw new ForfaitError(first);
      const { id = null, physicianId = null } = row;
      return {
        id,
        physicianId,
        schedule: schedule.id,
        year,
        actsYear: prevention.actsYear,
        asOf,
        indicators: assessor.assess(facts),
      };
    },
  };
}

/** The fields of a row, each read once: a getter may throw, or change. */
function ownFields(patient: Patient, path: string): Patient {
  if (typeof patient === "object" && patient !== null && !Array.isArray(patient))
    return { ...patient };
  return refuse("INPUT_INVALID", path, patient, { fr: "un objet", en: "an object" });
}

/** @throws ForfaitError DATE_INVALID */
function checkAsOf(asOf: unknown): string {
  if (isDay(asOf)) return asOf;
  return refuse("DATE_INVALID", "options.asOf", asOf, {
    fr: "le jour où la liste est lue, AAAA-MM-JJ : aucun jour n'est pris de l'horloge",
    en: "the day on which the list is read, YYYY-MM-DD: no day is taken from the clock",
  });
}
