import type { Schedule } from "../../schedule/language.ts";
import { declaredIn, readsPractices, withFacts, type DeclaredFacts } from "./declared-facts.ts";
import {
  IN_LIST_FIELDS,
  NESTED_FIELDS,
  PATIENT_FIELDS,
  PHYSICIAN_FIELDS,
  PRACTICE_FIELDS,
  PRACTICE_OF_PHYSICIAN,
  type Names,
} from "../../words/fields.ts";

/** Fields of each kind of file under a schedule, with the facts that it declares. */
export interface ScheduleFields {
  /** Of a patient list, physician facts included. */
  readonly patients: Names;
  /** Of rows of JSON, which may hold what no cell does. */
  readonly patientsInJson: Names;
  /** Physician facts accepted in a patient list. */
  readonly inList: Names;
  readonly physicians: Names;
  readonly practices: Names;
  readonly facts: DeclaredFacts;
}

/** @param hasPractices whether a file tells of practices, which rows of a list may then name */
export function scheduleFields(schedule: Schedule, hasPractices: boolean): ScheduleFields {
  const facts = declaredIn(schedule);
  const practice = readsPractices(schedule, facts) ? PRACTICE_OF_PHYSICIAN : {};
  const named = hasPractices || schedule.paidTo === "practice" ? practice : {};
  const patients = withFacts({ ...PATIENT_FIELDS, ...IN_LIST_FIELDS, ...named }, facts);
  const ofPractices = Object.entries(facts).filter(([, { of }]) => of === "practice");
  return {
    patients,
    patientsInJson: { ...patients, ...NESTED_FIELDS },
    inList: Object.fromEntries(
      Object.entries(patients).filter(([field]) => !Object.hasOwn(PATIENT_FIELDS, field)),
    ),
    physicians: withFacts({ ...PHYSICIAN_FIELDS, ...practice }, facts),
    practices: withFacts(PRACTICE_FIELDS, Object.fromEntries(ofPractices)),
    facts,
  };
}
