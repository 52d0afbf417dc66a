import type { Static } from "../note.ts";

/** Facts of patients who count alike in the schedule that a panel is shared for. */
export interface SharedFacts {
  /** `"7-74"`, `"80+"`. */
  readonly age: string;
  readonly ald: boolean;
  readonly c2s: boolean;
  /** Absent where the list does not tell. */
  readonly seen?: boolean;
}

/** Patients of one cell, or of several that are told together. */
export interface SharedCell {
  /** One; several whose own numbers, none of them 0, are hidden. */
  readonly of: readonly SharedFacts[];
  /** 0, or at least the threshold. */
  readonly n: number;
}

/** Validations of one indicator, or of several that are told together. */
export interface SharedPrevention {
  readonly of: readonly string[];
  /** Null where all together are too few. */
  readonly n: number | null;
}

/** A panel that can be given away: counts in cells, with its day, and nobody's name. */
export interface SharedPanel {
  readonly format: {
    readonly name: "forfait-medecin-traitant/shared-panel";
    readonly version: "1";
  };
  /** The list is that of this day. */
  readonly referenceDate: string;
  /** Fewest patients that a number tells of. */
  readonly threshold: number;
  /** Whose cells they are. */
  readonly schedule: { readonly id: string; readonly version: string };
  /** Window of `seen`, in years; null where it is not told. */
  readonly seenWithin: number | null;
  readonly patients: number;
  readonly cells: readonly SharedCell[];
  /** Null where the list does not tell. */
  readonly prevention: readonly SharedPrevention[] | null;
}

export const SHARED = "forfait-medecin-traitant/shared-panel";

/** A row of a table of a shared panel: a cell that holds nobody, or somebody, or is hidden. */
export interface SharedRow {
  readonly referenceDate: string;
  readonly age: string;
  readonly ald: boolean;
  readonly c2s: boolean;
  readonly seen: boolean | null;
  /** Null where it is hidden: then it is not 0. */
  readonly n: number | null;
  /** Cells with the same number here are told together. */
  readonly group: number | null;
  /** How many patients they have together. */
  readonly groupN: number | null;
}

/** From the least that a shared panel may mean to the most, in euros. */
export interface AmountRange {
  readonly low: string;
  readonly high: string;
}

/** What a shared panel is paid. */
export interface SharedPrice extends Static {
  readonly schedule: { readonly id: string; readonly version: string; readonly year: number };
  readonly total: AmountRange;
  readonly components: Readonly<Record<string, AmountRange>>;
}
