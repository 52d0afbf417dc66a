import type { Refusal } from "../error.ts";
import type { ReadContext } from "./patient-facts.ts";
import type { PatientList } from "./patient-list.ts";
import type { RowPrevention } from "./row-prevention.ts";

/** The kind of a row, by the list that it is of. */
export const KINDS = { patients: "patient", previousPatients: "previousPatient" } as const;

export type ListName = keyof typeof KINDS;

export interface ListContext extends ReadContext {
  readonly list: ListName;
  /** Day on which the list is read, YYYY-MM-DD. */
  readonly day: string;
  /** Years from this day to the one on which a plain age holds. */
  readonly yearsBefore: number;
  /** Undefined if the schedule does not say what validates. */
  readonly prevention: RowPrevention | undefined;
}

/** Returns the list that a row belongs to, or why it has none. */
export type Owner = (physicianId: string | null, row: number) => PatientList | Refusal;
