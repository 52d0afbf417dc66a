import { refuse } from "../error.ts";
import { isChecked } from "../schedule/checked.ts";
import { derivation } from "../schedule/derive.ts";
import type { Schedule } from "../schedule/language.ts";
import { checkValues } from "../schedule/local-patch.ts";
import { compile } from "./compile.ts";
import type { Compiled } from "./compiled.ts";
import { explain, type ExplainInput, type Explanation } from "./explanation.ts";
import { checkOptions, LIST_KEYS, listChoices, withChoices, type Choices } from "./options.ts";
import { priceBatch, type BatchResult } from "./price-batch.ts";
import { priceOne, pricePatient, type PatientInput, type PhysicianInput } from "./price-one.ts";
import type { Batch, ListChoices } from "../list/batch.ts";
import type { Statement } from "./statement.ts";

/**
 * The calculation without the validator and the documents: the caller brings a checked schedule.
 */

/** What to compute by, when the schedule comes with the call. */
export interface CoreOptions extends Choices, ListChoices {
  /** The default export of a module of `/schedules`, or what `loadSchedule` of `/load` returned. */
  readonly schedule: Schedule;
}

/**
 * What a physician is paid for a year, line by line, with the source of each line, under the
 * schedule that is given.
 * @param input the list of patients and, if known, the physician
 * @param options amounts and percentages can be patched; other patches need `/load`
 * @returns a statement; amounts are euros per year, as text with two decimals
 * @throws ForfaitError at the first row that is refused; SCHEDULE_NEEDS_LOADER,
 * PATCH_NEEDS_LOADER; for other refused options
 * @example
 * // What is a physician paid in 2026 for an 82-year-old in ALD, if the amount were 110 EUR?
 * import { computePhysician } from "forfait-medecin-traitant/core";
 * import schedule from "forfait-medecin-traitant/schedules/fmt-2026.js";
 * const patients = [{ age: 82, ald: true, c2s: false }];
 * const patch = { "base.ald-80+.amount": "110" };
 * computePhysician({ patients }, { year: 2026, schedule, patch }).total
 * //=> "110.00"
 */
export function computePhysician(input: PhysicianInput, options: CoreOptions): Statement {
  return Object.freeze(priceOne(compiledFor(options), options, input).priced.statement);
}

/**
 * What one patient brings in a year, without the rest of the list, under the schedule that is
 * given.
 * @returns a statement; amounts are euros per year, as text with two decimals
 * @throws ForfaitError as `computePhysician`
 * @example
 * // What does a five-year-old in ALD with the C2S bring in 2026?
 * import { computePatient } from "forfait-medecin-traitant/core";
 * import schedule from "forfait-medecin-traitant/schedules/fmt-2026.js";
 * const patient = { age: 5, ald: true, c2s: true };
 * computePatient({ patient }, { year: 2026, schedule }).total
 * //=> "65.00"
 */
export function computePatient(input: PatientInput, options: CoreOptions): Statement {
  return Object.freeze(pricePatient(compiledFor(options), options, input).priced.statement);
}

/**
 * What each of several physicians is paid for a year, under the schedule that is given. A row that
 * is refused is listed and the others are computed.
 * @param batch patients, each with a `physicianId`, and the physicians if known
 * @returns a statement per physician, and every rejected row with its refusals
 * @throws ForfaitError for refused options, never for a row
 * @example
 * // What is each of two physicians paid in 2018?
 * import { computePhysicians } from "forfait-medecin-traitant/core";
 * import schedule from "forfait-medecin-traitant/schedules/fpmt-2018.js";
 * const patients = [
 *   { physicianId: "a", age: 82, ald: true, c2s: false },
 *   { physicianId: "b", age: 40, ald: false, c2s: false },
 * ];
 * const { statements } = computePhysicians({ patients }, { year: 2018, schedule });
 * statements.map(({ physicianId, total }) => [physicianId, total])
 * //=> [["a", "70.00"], ["b", "5.00"]]
 */
export function computePhysicians(batch: Batch, options: CoreOptions): BatchResult {
  const compiled = compiledFor(options);
  const { statements, ...others } = priceBatch(compiled, options.year, batch, listChoices(options));
  return { statements: statements.map((one) => Object.freeze(one)), ...others };
}

/**
 * Why a patient brings an amount: the patient's share of each line of the physician's statement,
 * under the schedule that is given.
 * @param input the physician's list and the id of the patient in it
 * @returns lines that are not zero for the patient, and their total in euros
 * @throws ForfaitError PATIENT_UNKNOWN if no patient has the id; else as `computePhysician`
 * @example
 * // Why does a patient of 82 years in ALD bring 100 EUR?
 * import { explainPatient } from "forfait-medecin-traitant/core";
 * import schedule from "forfait-medecin-traitant/schedules/fmt-2026.js";
 * const patients = [{ id: "p1", age: 82, ald: true, c2s: false }];
 * const { lines } = explainPatient({ patients, id: "p1" }, { year: 2026, schedule });
 * lines.map(({ sentence }) => sentence.en)
 * //=> ["Base amount: ALD, 80 years and over: €100.00."]
 */
export function explainPatient(input: ExplainInput, options: CoreOptions): Explanation {
  return explain(compiledFor(options), options, input);
}

function compiledFor(options: CoreOptions): Compiled {
  checkOptions(options, LIST_KEYS);
  return compile(withChoices(checkedOf(options.schedule), options, withoutLoader));
}

/** Only values are patched, each of which is checked, so that the shape stays as it was checked. */
const withoutLoader = derivation({ checkShape: () => undefined, checkPatch: checkValues });

function checkedOf(schedule: unknown): Schedule {
  if (isChecked(schedule)) return schedule;
  return refuse("SCHEDULE_NEEDS_LOADER", "schedule", schedule, {
    fr:
      "l'export par défaut d'un module de forfait-medecin-traitant/schedules, " +
      "ou le résultat de loadSchedule de forfait-medecin-traitant/load",
    en:
      "the default export of a module of forfait-medecin-traitant/schedules, " +
      "or the result of loadSchedule of forfait-medecin-traitant/load",
  });
}
