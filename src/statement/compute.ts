import { ForfaitError, guard, refuse, type Refusal } from "../error.ts";
import type { RejectedRow } from "../panel/list.ts";
import type { Patient } from "../panel/patient.ts";
import type { Physician } from "../panel/physician.ts";
import { compile } from "./compile.ts";
import { showInNotebooks } from "./display.ts";
import { scheduleOf, type ComputeOptions } from "./options.ts";
import { price, type Account } from "./price.ts";
import { priceOne, type PhysicianInput } from "./price-one.ts";
import { readBatch, type Batch } from "./read.ts";
import type { Statement } from "./statement.ts";

/** A single patient, and the physician if known. */
export interface PatientInput {
  readonly patient: Patient;
  readonly physician?: Physician;
}

/** Statements and rejected rows; together they account for every row of the input. */
export interface BatchResult {
  readonly statements: readonly Statement[];
  readonly rejected: readonly RejectedRow[];
}

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
export function computePhysician(input: PhysicianInput, options: ComputeOptions): Statement {
  return showInNotebooks(
    priceOne(compile(scheduleOf(options)), options.year, input).priced.statement,
  );
}

/**
 * What one patient brings in a year, without the rest of the list. An uplift that depends on a
 * share of the list is left out, and a warning of the statement says so.
 * @returns a statement; amounts are euros per year, as text with two decimals
 * @throws ForfaitError if the patient, the physician or the options are refused
 * @example
 * // What does a five-year-old in ALD with the C2S bring in 2026?
 * computePatient({ patient: { age: 5, ald: true, c2s: true } }, { year: 2026 }).total
 * //=> "65.00"
 */
export function computePatient(input: PatientInput, options: ComputeOptions): Statement {
  const compiled = compile(scheduleOf(options));
  const { patient, physician } = checkPatientInput(input);
  const list = { patients: [patient], ...(physician !== undefined && { physician }) };
  return showInNotebooks(priceOne(compiled, options.year, list, true).priced.statement);
}

function checkPatientInput(input: PatientInput): PatientInput {
  const given = guard("input", () => ({ ...input }));
  if ("patient" in given) return given;
  return refuse("INPUT_INVALID", "input", input, {
    fr: "un objet { patient, physician? }",
    en: "an object { patient, physician? }",
  });
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
export function computePhysicians(batch: Batch, options: ComputeOptions): BatchResult {
  const compiled = compile(scheduleOf(options));
  const { year } = options;
  const { accounts, rejected, listed } = readBatch(compiled, year, batch);
  const refused: RejectedRow[] = [];
  const statements = accounts.flatMap((account) => {
    try {
      return [showInNotebooks(price(compiled, year, account, listed).statement)];
    } catch (error) {
      if (!(error instanceof ForfaitError)) throw error;
      refused.push(...refusedAccount(account, error.refusal));
      return [];
    }
  });
  return { statements, rejected: [...rejected, ...refused] };
}

/** Rejects a physician who lacks a fact that has no default, with all their patients. */
function refusedAccount(
  { physician: { id }, patients, place }: Account,
  missing: Refusal,
): RejectedRow[] {
  const physicianRow: RejectedRow[] =
    place === undefined
      ? []
      : [{ kind: "physician", index: place, ...(id !== null && { id }), refusals: [missing] }];
  const rows = patients.rows.map((row, i): RejectedRow => {
    const patient = patients.ids[i];
    return {
      kind: "patient",
      index: row,
      ...(typeof patient === "string" && { id: patient }),
      ...(id !== null && { physicianId: id }),
      refusals: [missing],
    };
  });
  return [...physicianRow, ...rows];
}
