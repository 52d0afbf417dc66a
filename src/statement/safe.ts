import { guard, isForfaitError, type Refusal } from "../error.ts";
import { checkKeys } from "../known-keys.ts";
import { compile } from "./compile.ts";
import { showInNotebooks } from "./display.ts";
import { checkOptionKeys, LIST_KEYS, listChoices, type ListOptions } from "./options.ts";
import { AccountPricer } from "./price-account.ts";
import {
  LIST_INPUT_KEYS,
  listOfOne,
  PATIENT_KEYS,
  readOne,
  type PatientInput,
  type PhysicianInput,
} from "./price-one.ts";
import { scheduleOf } from "./schedule-of.ts";
import type { Statement } from "./statement.ts";

/** A statement, or every reason why there is none. */
export type SafeResult =
  | { readonly ok: true; readonly statement: Statement }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * What a physician is paid for a year, as `computePhysician`, for input that users type: what is
 * refused is returned, all reasons of all rows, and not thrown. So it is of values of `options`
 * too: a year, a reading, a patch.
 * @returns `{ ok: true, statement }` or `{ ok: false, refusals }`
 * @throws ForfaitError KEY_UNKNOWN for a key of `input` or `options` that nothing reads, which only
 * the program can have written; INPUT_INVALID for options that are no object
 * @example
 * // What is wrong with a list of two patients?
 * const patients = [
 *   { age: 130, ald: true, c2s: false },
 *   { age: 40, ald: "yes" as never, c2s: false },
 * ];
 * const result = safeComputePhysician({ patients }, { year: 2026 });
 * result.ok ? [] : result.refusals.map(({ path, code }) => [path, code])
 * //=> [["patients[0].age", "AGE_INVALID"], ["patients[1].ald", "ALD_INVALID"]]
 */
export function safeComputePhysician(input: PhysicianInput, options: ListOptions): SafeResult {
  checkKeysOf(input, LIST_INPUT_KEYS, options);
  return safely(() => compute(input, options, false));
}

/**
 * What one patient brings in a year, as `computePatient`; what is refused is returned, as
 * `safeComputePhysician` does.
 * @returns `{ ok: true, statement }` or `{ ok: false, refusals }`
 * @throws ForfaitError as `safeComputePhysician`
 * @example
 * // Which form field is wrong, if no C2S was chosen?
 * const patient = { age: 40, ald: false } as Patient;
 * const result = safeComputePatient({ patient }, { year: 2026 });
 * result.ok ? [] : result.refusals.map(({ path, code }) => [path, code])
 * //=> [["patients[0].c2s", "C2S_MISSING"]]
 */
export function safeComputePatient(input: PatientInput, options: ListOptions): SafeResult {
  checkKeysOf(input, PATIENT_KEYS, options);
  return safely(() => compute(listOfOne(input), options, true));
}

function checkKeysOf(input: object, keys: readonly string[], options: ListOptions): void {
  checkOptionKeys(options, LIST_KEYS);
  checkKeys(
    "input",
    guard("input", () => ({ ...input })),
    keys,
  );
}

function compute(input: PhysicianInput, options: ListOptions, alone: boolean): SafeResult {
  const compiled = compile(scheduleOf(options, LIST_KEYS));
  const pricer = new AccountPricer(compiled, options.year, listChoices(options));
  const { accounts, rejected } = readOne(pricer.required, input);
  const [account] = accounts;
  if (rejected.length > 0 || !account)
    return refusedFor(rejected.flatMap(({ refusals }) => refusals));
  return Object.freeze({
    ok: true,
    statement: showInNotebooks(pricer.price(account, alone).statement),
  });
}

function safely(act: () => SafeResult): SafeResult {
  try {
    return act();
  } catch (error) {
    if (isForfaitError(error)) return refusedFor([error.refusal]);
    throw error;
  }
}

/** That the rows of a refused physician have none is no reason beside the physician's own. */
function refusedFor(refusals: readonly Refusal[]): SafeResult {
  const own = refusals.filter(({ code }) => code !== "PHYSICIAN_REFUSED");
  return Object.freeze({ ok: false, refusals: Object.freeze(own) });
}
