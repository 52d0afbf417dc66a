import { ForfaitError, guard, type Refusal } from "../error.ts";
import { isAbsent, type Patient } from "../panel/patient.ts";
import type { Physician } from "../panel/physician.ts";
import type { Compiled } from "./compile.ts";
import { price, type Account, type Priced } from "./price.ts";
import { readBatch, type Batch } from "./read.ts";

/** One physician and the list. */
export interface PhysicianInput {
  /** Absent: a physician of whom nothing is known. */
  readonly physician?: Physician;
  readonly patients: readonly Patient[];
  /** The list of a year before, for schedules whose advances rest on it. */
  readonly previousPatients?: readonly Patient[];
}

/** An account with its price and the schedule, for whoever splits the price further. */
export interface PricedAccount {
  readonly compiled: Compiled;
  readonly account: Account;
  readonly priced: Priced;
}

/** Prices one physician's list; throws at the first row that is refused. */
export function priceOne(
  compiled: Compiled,
  year: number,
  input: PhysicianInput,
  alone = false,
): PricedAccount {
  const batch = guard("input", () => batchOf(input));
  const { accounts, rejected, listed } = readBatch(compiled, year, batch, () => "physician");
  const [first] = rejected;
  if (first) throw new ForfaitError(first.refusals[0] as Refusal);
  const account: Account = { ...(accounts[0] as Account), alone };
  return { compiled, account, priced: price(compiled, year, account, listed) };
}

function batchOf(input: PhysicianInput): Batch {
  const { physician: given, patients, previousPatients } = input ?? {};
  const physician = given ?? {};
  const physicians = [isNamed(physician) ? physician : { ...physician, ...firstName(patients) }];
  return { physicians, patients, ...(previousPatients !== undefined && { previousPatients }) };
}

/** Has an id, or is no physician, which is refused as it is. */
function isNamed(physician: Physician): boolean {
  return typeof physician !== "object" || Array.isArray(physician) || !isAbsent(physician.id);
}

/** A physician without an id takes the one that the patients name. */
function firstName(patients: readonly Patient[]): Pick<Physician, "id"> {
  const named = Array.isArray(patients)
    ? patients.find((row) => row?.physicianId !== undefined)
    : undefined;
  return named?.physicianId === undefined ? {} : { id: named.physicianId };
}
