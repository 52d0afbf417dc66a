import type { Refusal } from "../error.ts";
import type { LeftOutRow } from "./left-out.ts";

/** A rejected row, with every reason. */
export interface RejectedRow {
  readonly kind: "patient" | "physician" | "practice" | "previousPatient";
  /** Row number in the input list, from 0. */
  readonly index: number;
  readonly id?: string;
  readonly physicianId?: string;
  readonly refusals: readonly Refusal[];
}

/** What became of a row that is not kept. */
export type RowOutcome = RejectedRow | LeftOutRow | undefined;
