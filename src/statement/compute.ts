import { ForfaitError, type Refusal } from "../error.ts";
import type { Rejected } from "../panel/list.ts";
import type { Patient } from "../panel/patient.ts";
import type { Physician } from "../panel/physician.ts";
import { compile, type Compiled } from "./compile.ts";
import { scheduleOf, type Options } from "./options.ts";
import { price, type Account, type Priced } from "./price.ts";
import { readBatch, type Batch } from "./read.ts";
import type { Statement } from "./statement.ts";

/** One physician and the list. */
export interface PhysicianInput {
  /** Absent: a physician of whom nothing is known. */
  readonly physician?: Physician;
  readonly patients: readonly Patient[];
  /** The list of a year before, for schedules whose advances rest on it. */
  readonly previousPatients?: readonly Patient[];
}

/** Statements, and every row that was refused: computed + refused = read. */
export interface BatchResult {
  readonly statements: readonly Statement[];
  readonly rejected: readonly Rejected[];
}

/**
 * What a physician is paid for a year.
 * @returns a statement whose amounts are euros per year
 * @throws ForfaitError at the first row that is refused
 * @example
 * // What is a physician paid in 2026 for an 82-year-old in ALD and a healthy adult?
 * computePhysician({ patients: [{ age: 82, ald: true, c2s: false }, { age: 40, ald: false, c2s: false }] }, { year: 2026 }).total
 * //=> "105.00"
 */
export function computePhysician(input: PhysicianInput, options: Options): Statement {
  return priceOne(input, options, false).priced.statement;
}

/**
 * What one patient brings. An uplift that depends on the share of the whole list is left out, and the statement says so.
 * @throws ForfaitError if the patient or the physician is refused
 * @example
 * // What does a five-year-old in ALD with the C2S bring in 2026?
 * computePatient({ age: 5, ald: true, c2s: true }, { year: 2026 }).total
 * //=> "65.00"
 */
export function computePatient(patient: Patient, options: Options & { readonly physician?: Physician }): Statement {
  const physician = options?.physician;
  return priceOne({ patients: [patient], ...(physician && { physician }) }, options, true).priced.statement;
}

/**
 * What several physicians are paid. Never throws for a row: what is refused is listed, and the rest is computed.
 * @throws ForfaitError for options that are refused
 */
export function computePhysicians(batch: Batch, options: Options): BatchResult {
  const compiled = compile(scheduleOf(options));
  const { accounts, rejected, listed } = readBatch(compiled, options.year, batch);
  return { statements: accounts.map((account) => price(compiled, options.year, account, listed).statement), rejected };
}

/** An account with its price and the schedule, for whoever splits the price further. */
export interface PricedAccount {
  readonly compiled: Compiled;
  readonly account: Account;
  readonly priced: Priced;
}

/** Prices one physician's list; throws at the first row that is refused. */
export function priceOne(input: PhysicianInput, options: Options, alone: boolean): PricedAccount {
  const compiled = compile(scheduleOf(options));
  const { patients, previousPatients } = input ?? {};
  const physician = input?.physician ?? {};
  const physicians = [isNamed(physician) ? physician : { ...physician, ...firstName(patients) }];
  const batch = { physicians, patients, ...(previousPatients && { previousPatients }) };
  const { accounts, rejected, listed } = readBatch(compiled, options.year, batch, () => "physician");
  const [first] = rejected;
  if (first) throw new ForfaitError(first.refusals[0] as Refusal);
  const account: Account = { ...(accounts[0] as Account), alone };
  return { compiled, account, priced: price(compiled, options.year, account, listed) };
}

function isNamed(physician: Physician): boolean {
  return typeof physician !== "object" || physician === null || (physician.id !== undefined && physician.id !== null);
}

/** A physician without an id takes the one that the patients name. */
function firstName(patients: readonly Patient[]): Pick<Physician, "id"> {
  const named = Array.isArray(patients) ? patients.find((row) => row?.physicianId !== undefined) : undefined;
  return named?.physicianId === undefined ? {} : { id: named.physicianId };
}
