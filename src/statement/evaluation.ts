import type { LocalizedText } from "../error.ts";
import type { Cents } from "../money/cents.ts";
import type { Rate } from "../money/rate.ts";
import type { Attribution } from "../schedule/provenance.ts";
import type { Compiled } from "./compiled.ts";

/** A line before formatting: quantity x unit, or base x rate. */
export interface Entry {
  readonly component: string;
  readonly rule: string;
  readonly label: LocalizedText;
  readonly attribution: Attribution;
  readonly amount: Cents;
  readonly times?: { readonly quantity: number; readonly unit: Cents };
  readonly share?: {
    readonly of: Cents;
    readonly rate: Rate;
    readonly kind: "uplift" | "reduction";
    /** What a rate that grows with a share of the list counted, in words and numbers. */
    readonly counted?: CountedShare;
  };
}

/** So many patients of a list meet a condition. */
export interface CountedShare extends LocalizedText {
  readonly patients: number;
  readonly of: number;
}

/** Amounts due for a year, as entries and as the sum of each component. */
export interface Evaluation {
  readonly entries: readonly Entry[];
  /** In the order of the schedule's components. */
  readonly totals: readonly Cents[];
}

/** An evaluation with every component at zero. */
export function nothing({ components }: Compiled): Evaluation {
  return { entries: [], totals: components.map(() => 0) };
}

export function totalOf({ totals }: Evaluation): Cents {
  return totals.reduce((a, b) => a + b, 0);
}
