import type { C2sKind, Sex } from "../facts.ts";
import type { IndicatorId } from "../ids.ts";

/** A patient. Required: `age` or `birthDate`, `ald` and `c2s`. */
export interface Patient {
  /** Opaque; unique among the patients of a physician. */
  readonly id?: string | number;
  /** The patient's physician, in a list of several physicians. */
  readonly physicianId?: string | number;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. With a month of 00 or above 12, only the year is used. */
  readonly birthDate?: string;
  /** Completed years on the reference day, 0 to 129. */
  readonly age?: number;
  /** Has an affection de longue durée. */
  readonly ald: boolean;
  /** Whether the patient has the C2S, or its kind. */
  readonly c2s: boolean | C2sKind;
  /** Seen within the schedule's window. */
  readonly seen?: boolean;
  /** Date last seen, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; only its year counts. */
  readonly lastSeen?: string;
  /** Dates of visits; `[]` for a patient who was never seen. The last one until the day counts. */
  readonly visits?: readonly string[];
  /** Validated prevention indicators, with their day if known, or their number. */
  readonly prevention?: GivenPrevention;
  /** Acts of prevention, from which validated indicators follow. */
  readonly acts?: readonly Act[];
  /** Here and below, what tells who is eligible for prevention. */
  readonly sex?: Sex;
  /** Numbers of the ALD, 1 to 32, as figures or text; `[]` for none, 0 for one not told. */
  readonly aldNumbers?: readonly (number | string)[];
  /** Conditions of the schedule, each with whether the patient has it, or those that they have. */
  readonly conditions?: PatientConditions;
  /** What the caisse says of indicators. */
  readonly preventionStatus?: Readonly<Record<string, PreventionStatus>>;
  /**
   * First and last day with this médecin traitant. Here and below `YYYY-MM-DD`, or a month or a
   * year that settles what holds on the day.
   */
  readonly registeredFrom?: string;
  readonly registeredUntil?: string;
  /** Who died on the day or before is not on the list. */
  readonly diedOn?: string;
  /** First and last day of the ALD, which decide before `ald`. */
  readonly aldFrom?: string;
  readonly aldUntil?: string;
  /** First and last day of the C2S, which decide before `c2s`; it may still say the kind. */
  readonly c2sFrom?: string;
  readonly c2sUntil?: string;
}

/** Prevention actions validated for one patient: indicator ids, or their number. */
export type Prevention = readonly IndicatorId[] | number;

/** Prevention actions as given: some may say on which day they were validated. */
export type GivenPrevention = readonly (IndicatorId | DatedAction)[] | number;

/** An indicator, and the day on which it was validated: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export interface DatedAction {
  readonly id: IndicatorId;
  readonly on?: string;
}

/** An act of prevention: its kind, as the schedule names it, and its day, month or year. */
export interface Act {
  readonly kind: string;
  readonly date: string;
}

/** `{ diabetes: true, hypertension: false }`, or `["diabetes"]`, which says nothing of others. */
export type PatientConditions = Readonly<Record<string, boolean>> | readonly string[];

/** What the caisse says of an indicator of a patient. */
export type PreventionStatus = "validated" | "not-validated" | "not-eligible" | "unknown";

/** How a list says that a patient was never seen: by an empty `lastSeen`, null or an empty text. */
export type NeverSeen = "empty";

/** A column that records who was seen. */
export type SeenColumn = "seen" | "lastSeen" | "visits";

/** Whether a value is missing: undefined, null or empty text. */
export function isAbsent(value: unknown): value is undefined | null | "" {
  return value === undefined || value === null || value === "";
}
