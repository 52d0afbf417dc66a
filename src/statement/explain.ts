import { compile } from "./compile.ts";
import { explain, type ExplainInput, type Explanation } from "./explanation.ts";
import { LIST_KEYS, type ListOptions } from "./options.ts";
import { scheduleOf } from "./schedule-of.ts";

/**
 * Why a patient brings an amount: the patient's share of each line of the physician's statement,
 * with a sentence in French and in English.
 * @param input the physician's list and the id of the patient in it
 * @returns lines that are not zero for the patient, and their total in euros
 * @throws ForfaitError PATIENT_UNKNOWN if no patient has the id; else as `computePhysician`
 * @example
 * // Why does a patient of 82 years with the C2S bring 110 EUR?
 * const patients = [{ id: "p1", age: 82, ald: true, c2s: true }];
 * const { lines } = explainPatient({ patients, id: "p1" }, { year: 2026 });
 * lines.map(({ sentence }) => sentence.en)
 * //=> ["Base amount: ALD, 80 years and over: €100.00.", "C2S supplement: €10.00."]
 */
export function explainPatient(input: ExplainInput, options: ListOptions): Explanation {
  return explain(compile(scheduleOf(options, LIST_KEYS)), options, input);
}
