import type { LocalizedText } from "../error.ts";
import type { Notice } from "../notice.ts";
import type { Euros, SchedulePatch, ScheduleSource } from "../schedule/language.ts";
import type { Status } from "../schedule/provenance.ts";

/** The name and version of the statement's shape; the version changes when a field changes its meaning. */
export const FORMAT = { name: "forfait-medecin-traitant/statement", version: "2" } as const;

/**
 * What one physician is paid for one year, line by line. Amounts are euros as text with two decimals;
 * lines sum to components, components to the total, instalments to the total.
 */
export interface Statement {
  readonly format: typeof FORMAT;
  readonly schedule: {
    readonly id: string;
    readonly version: string;
    readonly fr: string;
    readonly en: string;
    /** Payment year. */
    readonly year: number;
    /** The day on which the facts are read, YYYY-MM-DD. */
    readonly referenceDate: string;
    /** The user's patches, if the schedule has any. */
    readonly patched?: readonly SchedulePatch[];
  };
  /** Null where the list names no physician. */
  readonly physicianId: string | null;
  /** How many patients the list has. */
  readonly patients: number;
  readonly lines: readonly StatementLine[];
  /** Euros by component: exactly the schedule's, zeros included. */
  readonly components: Readonly<Record<string, Euros>>;
  readonly total: Euros;
  readonly instalments: readonly Instalment[];
  /** Every open question of the text, with the option in use. */
  readonly readings: Readonly<Record<string, string>>;
  /** What the result rests on beyond the list: defaults, readings, and what the schedule itself assumes. */
  readonly assumptions: readonly Notice[];
  readonly warnings: readonly Notice[];
  /** The sources that lines and rules name, by id. */
  readonly sources: Readonly<Record<string, ScheduleSource>>;
}

/** A line of a statement; `kind` says which. */
export type StatementLine = AmountLine | RateLine;

/** `quantity` x `unitAmount`. */
export interface AmountLine extends LineBase {
  readonly kind: "amount";
  readonly quantity: number;
  readonly unitAmount: Euros;
}

/** `rate` of `of`: an uplift, or what a part of the year takes off. */
export interface RateLine extends LineBase {
  readonly kind: "rate";
  /** Exact: `"10%"`, or a fraction where the percentage has no end, `"7/120"`. */
  readonly rate: string;
  readonly of: Euros;
}

interface LineBase {
  readonly component: string;
  /** The patchable path of the value. */
  readonly rule: string;
  readonly label: LocalizedText;
  readonly amount: Euros;
  readonly status: Status;
  /** Ids in the statement's `sources`. */
  readonly sources: readonly string[];
  /** Why the status is `assumed`. */
  readonly assumed?: LocalizedText;
}

export interface Instalment {
  /** `YYYY-MM`, or `YYYY` where only the year is known. */
  readonly due: string;
  readonly amount: Euros;
  readonly components: Readonly<Record<string, Euros>>;
}
