/**
 * The calculation under a schedule that the caller brings, for pages that must be small.
 * @module core
 */
export {
  ForfaitError,
  isForfaitError,
  type ErrorCode,
  type Locale,
  type LocalizedText,
  type Refusal,
} from "./error.ts";
export type { Readings } from "./ids.ts";
export type { RejectedRow } from "./list/rejected-row.ts";
export type { Patient } from "./list/patient.ts";
export type { Physician } from "./list/physician.ts";
export type { ScheduleChange } from "./schedule/changes.ts";
export type { Schedule, SchedulePatch } from "./schedule/language.ts";
export {
  computePatient,
  computePhysician,
  computePhysicians,
  explainPatient,
  type CoreOptions,
} from "./statement/core.ts";
export type { ExplainedLine, ExplainInput, Explanation } from "./statement/explanation.ts";
export { formatStatement, type FormatOptions } from "./statement/format/format.ts";
export type { BatchResult } from "./statement/price-batch.ts";
export type { PatientInput, PhysicianInput } from "./statement/price-one.ts";
export type { Batch } from "./list/batch.ts";
export type {
  AmountLine,
  Instalment,
  RateLine,
  Statement,
  StatementLine,
} from "./statement/statement.ts";
export { version } from "./version.ts";
