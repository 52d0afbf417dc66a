import type { LocalizedText } from "../../error.ts";
import type { Sex } from "../../facts.ts";
import type { Provenance, WholeRange } from "../values.ts";

/** The words of schedules for prevention: who is eligible, and what validates. */

/**
 * A day of the year Y whose prevention actions count, or of one counted from it, or a day counted
 * from birth: `"31/12/Y"`, `"31/01/Y+1"`, `"birth+24 months"`.
 */
export type ActDay = string;

export type PreventionWays = Readonly<Record<string, PreventionWay>>;

/** Facts of a patient and their acts, all of which must hold. */
export interface PreventionWay extends Provenance {
  /** Completed years on the day `on`. */
  readonly age?: WholeRange;
  readonly on?: ActDay;
  /** An age that is reached in the year Y: `"9 months"`. */
  readonly reaches?: string;
  readonly sex?: Sex;
  /** Any of these numbers of the list of long-term illnesses (ALD). */
  readonly ald?: readonly number[];
  /** A condition that the schedule declares. */
  readonly condition?: string;
  /** Kinds of acts, and how many of each are needed, from `from` until `to`, both days included. */
  readonly acts?: Readonly<Record<string, number>>;
  /** Any earlier day if it is not given. */
  readonly from?: ActDay;
  readonly to?: ActDay;
}

/** A kind of acts that validate indicators. */
export interface ActKind extends LocalizedText, Provenance {
  /** Whether the record of the practice holds such acts, or they may be done out of its sight. */
  readonly recorded: "here" | "elsewhere";
}

/** A condition of patients, such as diabetes. */
export interface PatientCondition extends LocalizedText, Provenance {
  /** What shows it where the list does not tell it. What shows nothing leaves it unknown. */
  readonly shownBy?: PreventionWays;
}
