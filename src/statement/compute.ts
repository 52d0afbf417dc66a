import { compile } from "./compile.ts";
import { showInNotebooks } from "./display.ts";
import { LIST_KEYS, listChoices, type ListOptions } from "./options.ts";
import { priceBatch, type BatchResult } from "./price-batch.ts";
import {
  priceOne,
  pricePatient,
  type PatientInput,
  type PhysicianInput,
  type PricedAccount,
} from "./price-one.ts";
import type { Batch } from "../list/batch.ts";
import { scheduleOf } from "./schedule-of.ts";
import type { Statement } from "./statement.ts";

/**
 * What a physician is paid for a year, line by line, with the source of each line.
 * @param input the list of patients and, if known, the physician
 * @returns a statement; amounts are euros per year, as text with two decimals
 * @throws ForfaitError at the first row that is refused, or for refused options
 * @example
 * // What is a physician paid in 2026 for an 82-year-old in ALD and a healthy adult?
 * const patients = [
 *   { age: 82, ald: true, c2s: false },
 *   { age: 40, ald: false, c2s: false },
 * ];
 * computePhysician({ patients }, { year: 2026 }).total
 * //=> "105.00"
 */
export function computePhysician(input: PhysicianInput, options: ListOptions): Statement {
  return shown(priceOne(compile(scheduleOf(options, LIST_KEYS)), options, input));
}

/**
 * What one patient brings in a year, without the rest of the list. An uplift that depends on a
 * share of the list is left out, and a warning of the statement says so. What one more patient
 * brings to a list is `marginalValue`; what each of a list's patients brings, `computeShares`.
 * @returns a statement; amounts are euros per year, as text with two decimals
 * @throws ForfaitError if the patient, the physician or the options are refused
 * @example
 * // What does a five-year-old in ALD with the C2S bring in 2026?
 * computePatient({ patient: { age: 5, ald: true, c2s: true } }, { year: 2026 }).total
 * //=> "65.00"
 */
export function computePatient(input: PatientInput, options: ListOptions): Statement {
  return shown(pricePatient(compile(scheduleOf(options, LIST_KEYS)), options, input));
}

/**
 * What each of several physicians is paid for a year. A row that is refused is listed and the
 * others are computed, so that one bad row does not stop a batch.
 * @param batch patients, each with a `physicianId`, and the physicians if known
 * @returns a statement per physician, in the order of `batch.physicians` or of first appearance,
 * and every rejected row with its refusals
 * @throws ForfaitError for refused options, never for a row
 * @example
 * // What are two physicians paid in 2026, if one row of the second cannot be read?
 * const patients = [
 *   { physicianId: "a", age: 82, ald: true, c2s: false },
 *   { physicianId: "b", age: 40, ald: false, c2s: false },
 *   { physicianId: "b", age: 400, ald: false, c2s: false },
 * ];
 * const { statements, rejected } = computePhysicians({ patients }, { year: 2026 });
 * statements.map(({ physicianId, total }) => [physicianId, total])
 * //=> [["a", "100.00"], ["b", "5.00"]]
 * rejected.map(({ index, refusals }) => [index, refusals[0]?.code])
 * //=> [[2, "AGE_INVALID"]]
 */
export function computePhysicians(batch: Batch, options: ListOptions): BatchResult {
  const compiled = compile(scheduleOf(options, LIST_KEYS));
  const { statements, ...others } = priceBatch(compiled, options.year, batch, listChoices(options));
  return { statements: statements.map(showInNotebooks), ...others };
}

function shown({ priced }: PricedAccount): Statement {
  return showInNotebooks(priced.statement);
}
