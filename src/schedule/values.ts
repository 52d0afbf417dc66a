import type { LocalizedText } from "../error.ts";
import type { Euros } from "../money/cents.ts";
import type { Percent } from "../money/rate.ts";

/** How schedules write values, and where each comes from. */

export type { Euros, Percent };

/** Whole numbers, both ends included: `"0-6"`, `"80+"`, `"1"`. */
export type WholeRange = string;
/** The 31 December of a year counted from the payment year N: `"31/12/N"`, `"31/12/N-1"`. */
export type ReferenceDay = string;
/** The 31 December or the 1 January of a year counted from N: `"31/12/N-1"`, `"01/01/N"`. */
export type ZoneDay = string;
/** A month or a year counted from the payment year N: `"04/N"`, `"N+1"`. */
export type DueDate = string;
/** A remark in one language or in both. */
export type Remark = string | LocalizedText;

/** Origin of a value. A case inherits what it leaves out from its component. */
export interface Provenance {
  /** Ids of `sources`. */
  readonly source?: string | readonly string[];
  /** Assumption behind the value, with its reason. Sets the status to `assumed`. */
  readonly assumed?: Remark;
  /** Set by a user's patch. Sets the status to `user`. */
  readonly user?: true;
}

/** A decimal number, at most four decimals: `"6"`, `"37.5"`. */
export type DecimalText = string;
