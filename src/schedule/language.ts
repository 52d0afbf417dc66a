import type { LocalizedText } from "../error.ts";
import type { C2sKind, Sector, Zone } from "../facts.ts";

/** The language of a schedule: a closed set of shapes, so that a document can be read, checked and printed as SQL. */

/** Euros with at most two decimals: `"15"`, `"9940.50"`. */
export type Euros = string;
/** A percentage: `"10%"`, `"12.5%"`. */
export type Percent = string;
/** Whole numbers, both ends included: `"0-6"`, `"80+"`, `"1"`. */
export type WholeRange = string;
/** The 31 December of a year counted from the payment year N: `"31/12/N"`, `"31/12/N-1"`. */
export type ReferenceDay = string;
/** A month or a year counted from the payment year N: `"04/N"`, `"N+1"`. */
export type DueDate = string;
/** A remark in one language or in both. */
export type Remark = string | LocalizedText;

/** Where a value comes from. What a case does not say itself, it takes from its component. */
export interface Provenance {
  /** Ids of `sources`. */
  readonly source?: string | readonly string[];
  /** What the value rests on beyond its source, and why. Its presence makes the status `assumed`. */
  readonly assumed?: Remark;
  /** Set by a user's patch. Its presence makes the status `user`. */
  readonly user?: true;
}

/** A condition: every fact that is named must hold. */
export interface Condition {
  readonly age?: WholeRange;
  readonly ald?: boolean;
  /** `true` is any C2S; a kind asks for that kind. */
  readonly c2s?: boolean | C2sKind;
  readonly seen?: boolean;
  readonly zone?: Zone | readonly Zone[];
  readonly contract?: boolean;
  readonly installationYear?: WholeRange;
  readonly physicianAge?: WholeRange;
  readonly sector?: Sector | readonly Sector[];
  readonly active?: boolean;
}

/** How many cases of a component hold for any one patient or physician. */
export type CasePick = "exactly one" | "at most one" | "each";

interface AmountTerms extends Provenance {
  readonly when?: Condition;
  readonly amount?: Euros;
  /** A floor: an amount under it does not load. */
  readonly atLeast?: Euros;
}

export interface AmountCase extends AmountTerms {
  readonly fr?: string;
  readonly en?: string;
}

/** An amount per patient, in cases over facts, or per validated indicator, a case per indicator. */
export interface AmountComponent extends AmountTerms, LocalizedText {
  readonly per: "patient" | "indicator";
  readonly pick?: CasePick;
  /** A word of `payment`. */
  readonly paid: string;
  readonly cases?: Readonly<Record<string, AmountCase>>;
}

/** A rate that grows with a share of the panel: slope x (share - above), capped on the share or on the rate. */
export interface ShareRate {
  readonly share: Condition;
  readonly above: Percent;
  readonly slope: Percent;
  readonly cap: Percent;
  readonly capOn: "share" | "rate";
}

interface UpliftTerms extends Provenance {
  readonly when?: Condition;
  readonly rate?: Percent | ShareRate;
}

export interface UpliftCase extends UpliftTerms {
  readonly fr?: string;
  readonly en?: string;
}

export interface UpliftComponent extends UpliftTerms, LocalizedText {
  readonly paid: string;
  readonly cases?: Readonly<Record<string, UpliftCase>>;
}

export interface Uplifts extends Provenance {
  /** The components that the rates bear on. */
  readonly of: readonly string[];
  /** Every uplift, or only the one with the highest rate (on a tie the first). */
  readonly together: "added" | "highest";
  readonly cases: Readonly<Record<string, UpliftComponent>>;
}

/** Equal parts. */
export interface EqualParts extends Provenance {
  readonly equal: readonly DueDate[];
}

/** Advances on the list of another day, then a balance. */
export interface Advances extends Provenance {
  readonly advance: Percent;
  readonly due: readonly DueDate[];
  readonly on: ReferenceDay;
  readonly balance: DueDate;
}

export interface Payment extends Provenance {
  /** Where the cents go that equal parts leave over. */
  readonly oddCents: "last" | "first";
  readonly [word: string]: EqualParts | Advances | Provenance[keyof Provenance] | "last" | "first";
}

/** An open question of the text: the default is the document itself, every other option a patch. */
export interface ScheduleReading extends LocalizedText {
  readonly default: string;
  readonly because: Remark;
  readonly or: Readonly<Record<string, SchedulePatch>>;
  /** The options in words. */
  readonly answers?: Readonly<Record<string, LocalizedText>>;
}

export interface ScheduleSource {
  readonly status: "official" | "secondary";
  /** The day that the page was last read, YYYY-MM-DD. */
  readonly checked: string;
  readonly published?: string;
  readonly title: string;
  readonly url?: string;
}

/** What is assumed of a fact that a list does not tell. */
export interface IfMissing {
  readonly seen?: boolean;
  readonly prevention?: "none";
  readonly zone?: Zone;
  readonly contract?: boolean;
  readonly installationYear?: number | WholeRange;
  readonly physicianAge?: number | WholeRange;
  readonly sector?: Sector;
  readonly active?: boolean;
}

export interface Reads extends Provenance {
  readonly on: ReferenceDay;
  readonly seenWithin?: "1 year" | "2 years";
  readonly installationYear?: "reference-day" | "civil";
  readonly ifMissing: IfMissing;
}

export interface Eligible extends Provenance {
  readonly when: Condition;
  /** What is due to a physician who leaves during the year. */
  readonly partYear: "none" | "quarters" | "days";
}

/** Path to value, `"base.ald-80+.amount": "110"`; `null` takes away, an object puts in. */
export type SchedulePatch = Readonly<Record<string, unknown>>;

/** A schedule: what is paid, to whom, from when, on whose word. */
export interface Schedule extends LocalizedText {
  readonly $schema?: string;
  readonly id: string;
  readonly version: string;
  readonly unit: string;
  readonly text: string;
  readonly inForce?: { readonly from: string; readonly to: string } & Provenance;
  /** The day of a proposal that was never in force. Exactly one of `inForce` and `proposed`. */
  readonly proposed?: string;
  /** The schedule that this one was made from by an amendment. */
  readonly amends?: string;
  readonly reads: Reads;
  readonly eligible: Eligible;
  readonly amounts: Readonly<Record<string, AmountComponent>>;
  readonly uplifts?: Uplifts;
  readonly payment: Payment;
  readonly readings?: Readonly<Record<string, ScheduleReading>>;
  readonly sources: Readonly<Record<string, ScheduleSource>>;
  /** The readings that were chosen, other than by default. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** The user's patches, in their order. */
  readonly patched?: readonly SchedulePatch[];
}

/** A patch over another schedule, with its own id: an amendment of the law, or a scenario. */
export interface Amendment extends Partial<LocalizedText>, Provenance {
  readonly $schema?: string;
  readonly id: string;
  readonly version: string;
  readonly over: string;
  readonly text?: string;
  readonly inForce?: Schedule["inForce"];
  readonly proposed?: string;
  readonly patch: SchedulePatch;
  readonly sources?: Schedule["sources"];
}
