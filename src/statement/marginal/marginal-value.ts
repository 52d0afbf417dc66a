import { guard } from "../../error.ts";
import { copyOfPeriods, fieldsOf } from "../../list/fields-of.ts";
import type { Patient } from "../../list/patient.ts";
import { PATIENT_FIELDS } from "../../list/patient-fields.ts";
import { euros } from "../../money/cents.ts";
import type { Euros } from "../../schedule/language.ts";
import { compile } from "../compile.ts";
import { LIST_KEYS, type ListOptions } from "../options.ts";
import type { PhysicianInput } from "../price-one.ts";
import { scheduleOf } from "../schedule-of.ts";
import type { ListChange } from "./list-change.ts";
import { OpenList } from "./open-list.ts";

/** A physician's list, and how it changes. */
export interface MarginalInput extends PhysicianInput {
  readonly change: ListChange;
}

/** What a change of a list is worth: the totals of two statements, in euros. */
export interface MarginalValue {
  readonly before: Euros;
  readonly after: Euros;
  /** `after` minus `before`. */
  readonly change: Euros;
}

/**
 * What one more patient, one more action or a C2S obtained brings to a physician: the difference
 * of the statements with and without it. It is not what the patient brings alone
 * (`computePatient`), nor the patient's share of the statement (`computeShares`): where a share of
 * the list pays, as under the FPMT, the three differ.
 * @param input the list, and `change`: `add` patients, `remove` ids, or `set` facts by id
 * @returns `before`, `after` and `change`, in euros with two decimals
 * @throws ForfaitError as `computePhysician`, with paths under `change` for what the change says;
 * PATIENT_UNKNOWN, PATIENT_TWICE
 * @example
 * // What does a 21st patient on the C2S bring to a list of 100, of whom 20 have it, in 2025?
 * const patients = Array.from({ length: 100 }, (_, i) => ({ age: 40, ald: false, c2s: i < 20 }));
 * const change = { add: [{ age: 40, ald: false, c2s: true }] };
 * marginalValue({ patients, change }, { year: 2025 })
 * //=> { before: "532.50", after: "539.83", change: "7.33" }
 */
export function marginalValue(input: MarginalInput, options: ListOptions): MarginalValue {
  const { change, ...list } = guard("input", () => ({ ...input }));
  return valueOf(openList(list, options), change);
}

/**
 * The same for many changes, each of the list as it is given: the list is read once, and a change
 * costs no more than the rows that it touches. Rows that change later are not read again.
 * @returns a function from a change to its value
 * @throws ForfaitError as `marginalValue`, for the list; the function, for a change
 * @example
 * // Which of two patients would bring more with the C2S, in 2026?
 * const patients = [
 *   { id: "a", age: 40, ald: false, c2s: false },
 *   { id: "b", age: 82, ald: true, c2s: true },
 * ];
 * const valueOf = prepareMarginalValue({ patients }, { year: 2026 });
 * ["a", "b"].map((id) => valueOf({ set: { [id]: { c2s: true } } }).change)
 * //=> ["10.00", "0.00"]
 */
export function prepareMarginalValue(
  input: PhysicianInput,
  options: ListOptions,
): (change: ListChange) => MarginalValue {
  const { patients, ...others } = guard("input", () => ({ ...input }));
  const copies = Array.isArray(patients) ? patients.map(copyOf) : patients;
  const list = openList({ ...others, patients: copies }, options);
  return (change) => valueOf(list, change);
}

function openList(input: PhysicianInput, options: ListOptions): OpenList {
  return new OpenList(compile(scheduleOf(options, LIST_KEYS)), options, input);
}

function valueOf(list: OpenList, change: ListChange): MarginalValue {
  const { before } = list;
  const after = list.after(change);
  return Object.freeze({
    before: euros(before),
    after: euros(after),
    change: euros(after - before),
  });
}

/**
 * Copies the fields that a row has, which is read sooner than one that has all; a spread would not
 * copy those of a class. What is no row, or cannot be read, stays, to be refused.
 */
function copyOf(row: Patient): Patient {
  try {
    if (Object.getPrototypeOf(row) !== Object.prototype)
      return fieldsOf(row, PATIENT_FIELDS)?.row ?? row;
    const copy: Partial<Record<keyof Patient, unknown>> = { ...row };
    for (const field of Object.keys(copy) as (keyof Patient)[])
      copy[field] = copyOfPeriods(copy[field]);
    return copy as Patient;
  } catch {
    return row;
  }
}
