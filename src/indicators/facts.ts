import type { Sex } from "../facts.ts";
import type { AldBits } from "../list/ald-numbers.ts";
import type { Day } from "./day.ts";
import type { Known } from "./kleene.ts";
import type { PreventionStatus } from "../list/patient.ts";

/** What is known of a patient, as the ways of prevention read it. */
export interface KnownFacts {
  /** First and last day on which the patient may be born. */
  readonly bornFirst: Day;
  readonly bornLast: Day;
  /** Whether the patient is on the list of the day. */
  readonly isOnList: boolean;
  readonly sex: Sex | undefined;
  /** Whether the patient has an ALD on the day of the list. */
  readonly ald: Known;
  /** Its numbers; undefined if they are not told. */
  readonly aldNumbers: AldBits | undefined;
  /** What is told of each condition of the schedule. */
  readonly conditions: readonly Known[];
  /** In the order of their days; undefined if nothing is told of acts. */
  readonly acts: readonly DatedAct[] | undefined;
  /** Indicators that are told to be validated, by the row or by the caisse. */
  readonly told: readonly string[];
  readonly status: Readonly<Record<string, PreventionStatus>>;
}

/** An act as told, with the days that its date may mean. */
export interface DatedAct {
  readonly kind: string;
  readonly index: number;
  readonly date: string;
  readonly first: Day;
  readonly last: Day;
}
