/** Every public name of the library. */
export { ForfaitError, type ErrorCode, type Locale, type Refusal, type Text } from "./error.ts";
export type { C2sKind, Sector, Zone } from "./facts.ts";
export type { Notice } from "./notice.ts";
export type { Rejected } from "./panel/list.ts";
export type { Prevention } from "./panel/panel.ts";
export type { Patient } from "./panel/patient.ts";
export type { Physician } from "./panel/physician.ts";
export type * from "./schedule/language.ts";
export type { Status } from "./schedule/provenance.ts";
export { patchSchedule, withReadings, type Readings } from "./schedule/readings.ts";
export { getSchedule, listSchedules, loadSchedule, scheduleFor, type ScheduleEntry } from "./schedule/registry.ts";
export { computePatient, computePhysician, computePhysicians, type BatchResult, type PhysicianInput } from "./statement/compute.ts";
export { formatStatement, type FormatOptions } from "./statement/format/format.ts";
export type { Options } from "./statement/options.ts";
export type { Batch } from "./statement/read.ts";
export { computeShares, type PatientShare } from "./statement/shares.ts";
export type { Instalment, Line, Statement } from "./statement/statement.ts";
