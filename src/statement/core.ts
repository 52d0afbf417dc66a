import type { Schedule } from "../schedule/language.ts";
import { load } from "../schedule/load.ts";
import { checkOptions, withChoices, type Choices } from "./choices.ts";
import { compile } from "./compile.ts";
import { priceOne, type PhysicianInput } from "./price-one.ts";
import type { Statement } from "./statement.ts";

/** The calculation for a page that carries the one schedule it needs, without the library's own documents and layouts. */
export { ForfaitError, type ErrorCode, type Refusal } from "../error.ts";
export type { Schedule, SchedulePatch } from "../schedule/language.ts";
export type { Readings } from "../ids.ts";
export type { Patient } from "../panel/patient.ts";
export type { Physician } from "../panel/physician.ts";
export type { PhysicianInput } from "./price-one.ts";
export type { Statement } from "./statement.ts";

/** What to compute by, when the schedule comes with the call. */
export interface CoreOptions extends Choices {
  readonly schedule: Schedule;
}

/**
 * What a physician is paid for a year, by the schedule that is given; otherwise as the library's function of that name.
 * @returns a statement whose amounts are euros per year
 * @throws ForfaitError at the first row that is refused
 */
export function computePhysician(input: PhysicianInput, options: CoreOptions): Statement {
  checkOptions(options);
  return priceOne(
    compile(withChoices(loadSchedule(options.schedule), options)),
    options.year,
    input,
  ).priced.statement;
}

/**
 * Loads a document. An amendment is refused: the schedule that it is over is not here.
 * @param json the document, parsed or as JSON text
 * @throws ForfaitError with the path, what was found and what was allowed
 */
export function loadSchedule(json: unknown): Schedule {
  return load(json, () => undefined);
}
