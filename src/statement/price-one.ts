import { ForfaitError, guard, refuse, type Refusal } from "../error.ts";
import { checkKeys } from "../known-keys.ts";
import type { Account, ReadBatch, RowPaths } from "../list/batch-reader.ts";
import type { ListRequirements } from "../list/list-requirements.ts";
import { readBatch } from "../list/read-batch.ts";
import type { Batch } from "../list/batch.ts";
import { isAbsent, type Patient } from "../list/patient.ts";
import type { Physician } from "../list/physician.ts";
import type { Practice } from "../list/practice.ts";
import type { Compiled } from "./compiled.ts";
import { listChoices, type RowChoices } from "./options.ts";
import type { Priced } from "./price.ts";
import { AccountPricer } from "./price-account.ts";

/** One physician and their patients. */
export interface PhysicianInput {
  /** If undefined, missing facts take the schedule's defaults. */
  readonly physician?: Physician;
  /** The physician's practice, for schedules that read its facts. */
  readonly practice?: Practice;
  readonly patients: readonly Patient[];
  /** Patients of an earlier year, for schedules that base advances on them. */
  readonly previousPatients?: readonly Patient[];
}

/** A single patient, and the physician if known. */
export interface PatientInput {
  readonly patient: Patient;
  readonly physician?: Physician;
  readonly practice?: Practice;
}

/** A priced account with its schedule, from which each patient's share can be computed. */
export interface PricedAccount {
  readonly compiled: Compiled;
  readonly account: Account;
  readonly priced: Priced;
}

/** Keys of `PhysicianInput`. */
export const LIST_INPUT_KEYS = [
  "physician",
  "practice",
  "patients",
  "previousPatients",
] as const satisfies (keyof PhysicianInput)[];

/** Keys of `PatientInput`. */
export const PATIENT_KEYS = [
  "patient",
  "physician",
  "practice",
] as const satisfies (keyof PatientInput)[];

const ONE: RowPaths = { physician: () => "physician", practice: () => "practice" };

/** Prices one physician's list; throws at the first rejected row. */
export function priceOne(
  compiled: Compiled,
  { year, ...choices }: RowChoices,
  input: PhysicianInput,
  alone = false,
): PricedAccount {
  const pricer = new AccountPricer(compiled, year, listChoices(choices));
  const { accounts, rejected } = readOne(pricer.required, input);
  const [first] = rejected;
  if (first) throw new ForfaitError(first.refusals[0] as Refusal);
  const account = accounts[0] as Account;
  return { compiled, account, priced: pricer.price(account, alone) };
}

/** Reads one physician's list: one account, unless rows are rejected. */
export function readOne(required: ListRequirements, input: PhysicianInput): ReadBatch {
  return readBatch(
    required,
    guard("input", () => batchOf(input)),
    ONE,
  );
}

/** Prices one patient without the rest of the list. */
export function pricePatient(
  compiled: Compiled,
  choices: RowChoices,
  input: PatientInput,
): PricedAccount {
  return priceOne(compiled, choices, listOfOne(input), true);
}

/** A patient as a list. */
export function listOfOne(input: PatientInput): PhysicianInput {
  const { patient, ...others } = checkPatientInput(input);
  return { patients: [patient], ...others };
}

function checkPatientInput(input: PatientInput): PatientInput {
  const given = guard("input", () => ({ ...input }));
  checkKeys("input", given, PATIENT_KEYS);
  if ("patient" in given) return given;
  return refuse("INPUT_INVALID", "input", input, {
    fr: "un objet { patient, physician?, practice? }",
    en: "an object { patient, physician?, practice? }",
  });
}

/** One physician's list as a batch. @throws ForfaitError KEY_UNKNOWN */
export function batchOf(input: PhysicianInput): Batch {
  const { physician: given, practice, ...lists } = input ?? {};
  checkKeys("input", lists, LIST_INPUT_KEYS);
  const physician = given ?? {};
  const named = isNamed(physician) ? physician : { ...physician, ...firstName(lists.patients) };
  return {
    ...(!isRow(practice) || !isRow(named)
      ? { physicians: [named], ...(practice !== undefined && { practices: [practice] }) }
      : inPractice(named, practice)),
    ...lists,
  };
}

/** The physician works in the practice, whichever of the two says its id. */
function inPractice(
  physician: Physician,
  practice: Practice,
): Pick<Batch, "physicians" | "practices"> {
  const id = isAbsent(practice.id) ? physician.practiceId : practice.id;
  const practiceId = isAbsent(physician.practiceId) ? id : physician.practiceId;
  const ofPractice = isAbsent(id) ? {} : { id };
  return {
    physicians: [isAbsent(practiceId) ? physician : { ...physician, practiceId }],
    practices: [{ ...practice, ...ofPractice }],
  } as Pick<Batch, "physicians" | "practices">;
}

function isRow(row: unknown): row is object {
  return typeof row === "object" && row !== null && !Array.isArray(row);
}

/** True with an id, and for an invalid physician, which must be rejected as given. */
function isNamed(physician: Physician): boolean {
  return typeof physician !== "object" || Array.isArray(physician) || !isAbsent(physician.id);
}

/** Id for a physician without one: the first `physicianId` of the patients. */
function firstName(patients: readonly Patient[]): Pick<Physician, "id"> {
  const named = Array.isArray(patients)
    ? patients.find((row) => row?.physicianId !== undefined)
    : undefined;
  return named?.physicianId === undefined ? {} : { id: named.physicianId };
}
