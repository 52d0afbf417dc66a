import type { LocalizedText } from "../error.ts";
import type { Sex } from "../facts.ts";
import type { Attribution } from "../schedule/provenance.ts";
import type { MissingPart } from "./assessment.ts";
import type { Day } from "./day.ts";

/** The indicators of a schedule in a year, with days in place of words. */
export interface CompiledPrevention {
  /** The year whose actions count. */
  readonly actsYear: number;
  /** Day of the list whose patients count, YYYY-MM-DD. */
  readonly listDay: string;
  readonly lastDayOfList: Day;
  readonly indicators: readonly CompiledIndicator[];
  /** Index of each kind of acts. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly conditions: readonly CompiledCondition[];
}

export interface CompiledIndicator {
  readonly id: string;
  /** Patch path of its case: `prevention.flu`. */
  readonly path: string;
  readonly label: LocalizedText;
  readonly eligible: readonly CompiledWay[];
  readonly validated: readonly CompiledWay[];
  /** Of all its ways: their sources, and how sure the least sure is. */
  readonly source: Attribution;
}

export interface CompiledCondition {
  readonly id: string;
  readonly shownBy: readonly CompiledWay[];
}

/** Facts and acts, all of which must hold. */
export interface CompiledWay {
  readonly text: LocalizedText;
  readonly age?: { readonly from: number; readonly to: number; readonly on: Day };
  readonly reaches?: { readonly months: number; readonly from: Day; readonly to: Day };
  readonly sex?: Sex;
  /** A bit for each number, from bit 0 for number 1. */
  readonly ald?: number;
  /** Index of a condition. */
  readonly condition?: number;
  readonly acts: readonly NeededActs[];
  /** All its acts, which are missing where none is done. */
  readonly missing: MissingPart;
  readonly from?: Bound;
  readonly to?: Bound;
}

export interface NeededActs {
  readonly kind: string;
  readonly index: number;
  readonly count: number;
  /** Whether the record of the practice holds every such act. */
  readonly isRecordedHere: boolean;
}

/** First or last day of a window: a day, or months from birth. */
export type Bound = { readonly day: Day; readonly text: string } | { readonly months: number };
