import type { LocalizedText } from "../error.ts";
import type { ByComponent, Readings } from "../ids.ts";
import type { Counts } from "../list/left-out.ts";
import type { Notice } from "../notice.ts";
import type { ScheduleChange } from "../schedule/changes.ts";
import type { Euros, SchedulePatch, ScheduleSource } from "../schedule/language.ts";
import type { Status } from "../schedule/provenance.ts";
import { version } from "../version.ts";
import type { CountedShare } from "./evaluation.ts";

/** Name and version of the statement format. The version changes when a field changes meaning. */
export const FORMAT: Statement["format"] = Object.freeze({
  name: "forfait-medecin-traitant/statement",
  version: "2",
});

/** The library that makes statements, and its version. */
export const LIBRARY: Statement["library"] = Object.freeze({
  name: "forfait-medecin-traitant",
  version,
});

/**
 * What one physician is paid for one year, line by line. Amounts are euros as text with two
 * decimals. Lines add up to components; components and instalments add up to the total.
 */
export interface Statement {
  readonly format: {
    readonly name: "forfait-medecin-traitant/statement";
    readonly version: "2";
  };
  /** The library that computed it. */
  readonly library: {
    readonly name: "forfait-medecin-traitant";
    readonly version: string;
  };
  readonly schedule: {
    readonly id: string;
    readonly version: string;
    /**
     * `sha256:` of the canonical JSON (RFC 8785) of the document in use, under its readings and
     * patches; `$schema` is left out.
     */
    readonly digest: string;
    readonly fr: string;
    readonly en: string;
    /** Payment year. */
    readonly year: number;
    /** Reference day of the facts, YYYY-MM-DD. */
    readonly referenceDate: string;
    /** The user's patches, if any. */
    readonly patched?: readonly SchedulePatch[];
  };
  /** Present if a patch, or an amendment of the user, changes values of the schedule. */
  readonly simulation?: true;
  /** The values that are changed, of a simulation. */
  readonly changes?: readonly ScheduleChange[];
  /** Null if the list has no physician id. */
  readonly physicianId: string | null;
  /** Number of patients of the list who are computed. */
  readonly patients: number;
  /** What became of the rows of patients: computed, not on the list on the day, or rejected. */
  readonly counts: Counts;
  readonly lines: readonly StatementLine[];
  /** Euros by component, including components at zero. */
  readonly components: ByComponent<Euros>;
  readonly total: Euros;
  readonly instalments: readonly Instalment[];
  /** Option in use for each open question of the text. */
  readonly readings: Readings;
  /** Assumptions behind the result: defaults, readings, and those of the schedule itself. */
  readonly assumptions: readonly Notice[];
  readonly warnings: readonly Notice[];
  /** Sources cited by lines and rules, by id. */
  readonly sources: Readonly<Record<string, ScheduleSource>>;
}

/** A line of a statement, discriminated by `kind`. */
export type StatementLine = AmountLine | RateLine;

/** `quantity` x `unitAmount`. */
export interface AmountLine extends LineBase {
  readonly kind: "amount";
  readonly quantity: number;
  readonly unitAmount: Euros;
}

/** `rate` x `of`: an uplift, or the reduction for part of a year. */
export interface RateLine extends LineBase {
  readonly kind: "rate";
  /** Exact: `"10%"`, or a fraction if the decimals do not terminate, `"7/120"`. */
  readonly rate: string;
  readonly of: Euros;
  /** Of a rate that grows with a share of the list: how many patients of it were counted. */
  readonly counted?: CountedShare;
}

interface LineBase {
  readonly component: string;
  /** Patch path of the value. */
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
  /** `YYYY-MM`, or `YYYY` if only the year is known. */
  readonly due: string;
  readonly amount: Euros;
  readonly components: ByComponent<Euros>;
}
