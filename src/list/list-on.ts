import { isDay } from "../day.ts";
import { refuse, type Refusal } from "../error.ts";
import { NoticeBook, type Notice } from "../notice.ts";
import { checkBatch, type Batch } from "./batch.ts";
import { RowCounts, type Counts, type LeftOutRow } from "./left-out.ts";
import type { RejectedRow } from "./rejected-row.ts";
import { DATED_FIELDS, patientOn, type PatientOn } from "./patient-on.ts";
import { isAbsent, type Patient } from "./patient.ts";

/** A list as it stood on a day, and the rows that are not on it. */
export interface ListOnDay {
  /**
   * The batch, with the patients of the day without their dates. Physicians keep their periods, and
   * actions their days: the schedule says on which day and in which year it reads them.
   */
  readonly batch: Batch;
  readonly leftOut: readonly LeftOutRow[];
  /** Rows whose dates are refused. Other faults are found when the batch is computed. */
  readonly rejected: readonly RejectedRow[];
  readonly counts: Counts;
  readonly warnings: readonly Notice[];
}

/**
 * The list as it stood on a day, made from rows that say since when and until when: who was born
 * later, had died, was not yet registered or had gone is left out; rights and the last visit are
 * those of the day. The functions that take rows do the same on the reference day of the schedule.
 * @param batch as for `computePhysicians`
 * @param day YYYY-MM-DD
 * @returns the batch on the day; indexes of rows are those of the input
 * @throws ForfaitError DATE_INVALID for the day; INPUT_INVALID, KEY_UNKNOWN for the batch
 * @example
 * // Who of today's patients was on the list on 31 December 2025?
 * const patients = [
 *   { id: "a", age: 40, ald: false, c2s: false, registeredFrom: "2019-05-02" },
 *   { id: "b", age: 40, ald: false, c2s: false, registeredFrom: "2026-03-01" },
 *   { id: "c", age: 91, ald: true, c2s: false, diedOn: "2025-12-31" },
 * ];
 * const { batch, leftOut } = listOn({ patients }, "2025-12-31");
 * batch.patients.map(({ id }) => id)
 * //=> ["a"]
 * leftOut.map(({ id, leftOut }) => [id, leftOut])
 * //=> [["b", "not-yet-registered"], ["c", "dead"]]
 */
export function listOn(batch: Batch, day: string): ListOnDay {
  if (!isDay(day))
    refuse("DATE_INVALID", "day", day, {
      fr: "un jour AAAA-MM-JJ qui existe",
      en: "a day YYYY-MM-DD that exists",
    });
  const given = checkBatch(batch);
  const patients: Patient[] = [];
  const leftOut: LeftOutRow[] = [];
  const rejected: RejectedRow[] = [];
  const counts = new RowCounts();
  const warnings = new NoticeBook();
  given.patients.forEach((asGiven, index) => {
    const read = rowOn(asGiven, day, index);
    if (!read) {
      patients.push(asGiven); // it is refused when it is computed
      return;
    }
    const { row, on, refusals, notices } = read;
    const named = { kind: "patient", index, ...namesOf(row) } as const;
    if (on.leftOut) {
      leftOut.push({ ...named, leftOut: on.leftOut });
      counts.leaveOut(on.leftOut);
    } else if (refusals.length > 0) {
      rejected.push({ ...named, refusals });
      counts.reject(refusals.map(({ code }) => code));
    } else {
      for (const notice of notices) warnings.add(notice);
      patients.push(DATED_FIELDS.some((field) => field in row) ? withoutDates(row, on) : asGiven);
    }
  });
  return {
    batch: { ...given, patients },
    leftOut,
    rejected,
    counts: counts.with(patients.length),
    warnings: warnings.list(),
  };
}

/** What a row is on a day, its fields each read once. */
interface RowOn {
  readonly row: Patient;
  readonly on: PatientOn;
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
}

/** Undefined for a row that cannot be read. */
function rowOn(given: Patient, day: string, index: number): RowOn | undefined {
  try {
    if (typeof given !== "object" || given === null || Array.isArray(given)) return undefined;
    const row = { ...given };
    const refusals: Refusal[] = [];
    const notices: Notice[] = [];
    const on = patientOn(row, day, `patients[${index}]`, refusals, notices);
    return { row, on, refusals, notices };
  } catch {
    return undefined;
  }
}

function withoutDates(row: Patient, on: PatientOn): Patient {
  const plain: Record<string, unknown> = { ...row };
  for (const field of DATED_FIELDS) delete plain[field];
  for (const [field, value] of Object.entries(on))
    if (value === undefined) delete plain[field];
    else plain[field] = value;
  return plain as unknown as Patient;
}

function namesOf(row: Patient): Pick<RejectedRow, "id" | "physicianId"> {
  const name = (value: unknown): string | undefined =>
    !isAbsent(value) && (typeof value === "string" || typeof value === "number")
      ? String(value)
      : undefined;
  const [id, physicianId] = [name(row.id), name(row.physicianId)];
  return { ...(id !== undefined && { id }), ...(physicianId !== undefined && { physicianId }) };
}
