import type { LocalizedText } from "../error.ts";
import type { ByPath } from "../ids.ts";
import type { C2sKind, Sector, Zone } from "../facts.ts";
import type { ActKind, PatientCondition, PreventionWays } from "./prevention/language.ts";
import type {
  DecimalText,
  DueDate,
  Euros,
  Percent,
  Provenance,
  ReferenceDay,
  Remark,
  WholeRange,
  ZoneDay,
} from "./values.ts";

export type * from "./prevention/language.ts";
export type * from "./values.ts";

/** Schedule documents: a closed language, so that they can be validated and translated to SQL. */

/** A fact that the document declares itself, of a physician or of their practice. */
export interface DeclaredFact extends LocalizedText, Provenance {
  readonly of: "physician" | "practice";
  /** A number has at most four decimals; an amount is in euros. */
  readonly is: "boolean" | "number" | "amount";
  /** What stands for a missing value, on somebody's word; without it the fact is required. */
  readonly ifMissing?: boolean | DecimalText;
}

/** A condition on facts, all of which must hold. */
export interface Condition {
  readonly age?: WholeRange;
  readonly ald?: boolean;
  /** `true` matches any C2S; a kind matches only that kind. */
  readonly c2s?: boolean | C2sKind;
  readonly seen?: boolean;
  readonly zone?: Zone | readonly Zone[];
  readonly contract?: boolean;
  readonly installationYear?: WholeRange;
  readonly physicianAge?: WholeRange;
  readonly sector?: Sector | readonly Sector[];
  readonly active?: boolean;
  /** A declared fact: a truth, or a range of numbers, both ends included (`"12+"`, `"0-59.99"`). */
  readonly [declared: string]: unknown;
}

/** Kinds of amounts, by `per` of a component. */
export type AmountRuleKind = "patient" | "indicator" | "slab" | "point";
/** Kinds of rates: a percentage, or one that grows with a share of the patients. */
export type RateRuleKind = "flat" | "share";
/** Kinds of rules. Each is one file in `rules/` of the schedule, the statement and the formula. */
export type RuleKind = AmountRuleKind | RateRuleKind;
/** One entry for each kind of rule. */
export type ByRuleKind<Amount, Flat, Share> = Readonly<
  Record<AmountRuleKind, Amount> & { readonly flat: Flat; readonly share: Share }
> &
  Readonly<Record<RuleKind, unknown>>;

/** A measure counted in slabs: one for each so many, none before what must be reached. */
export interface SlabMeasure {
  readonly each: DecimalText;
  /** The least that must be reached. */
  readonly from?: DecimalText;
  /** What must be passed. */
  readonly over?: DecimalText;
}

/** Number of cases of a component that may match a given patient or physician. */
export type CasePick = "exactly one" | "at most one" | "each";

interface AmountTerms extends Provenance {
  readonly when?: Condition;
  readonly amount?: Euros;
  /** Minimum: a lower amount is refused when the schedule is loaded. */
  readonly atLeast?: Euros;
  /** Per slab: the measures by name, `patients` or a declared number; the fewest slabs count. */
  readonly slabs?: Readonly<Record<string, SlabMeasure>>;
  /** Per slab: the most slabs that are paid. */
  readonly most?: number;
  /** Per point: how many points the conditions give. */
  readonly points?: number;
}

export interface AmountCase extends AmountTerms {
  readonly fr?: string;
  readonly en?: string;
  /** Per indicator: who is eligible, by name. A patient is if any of these ways holds. */
  readonly eligible?: PreventionWays;
  /** Per indicator: what validates it. Any of these ways does. */
  readonly validated?: PreventionWays;
}

/**
 * An amount per patient, per slab or per point (cases by facts), or per validated indicator (cases
 * by indicator).
 */
export interface AmountComponent extends AmountTerms, LocalizedText {
  readonly per: AmountRuleKind;
  readonly pick?: CasePick;
  /** Per point: the component whose conditions must hold as well. */
  readonly onlyWith?: string;
  /** A payment plan: a key of `payment`. */
  readonly paid: string;
  readonly cases?: Readonly<Record<string, AmountCase>>;
}

/**
 * A rate that grows with a share of the panel: slope x (share - above), with a cap on the share or
 * on the rate.
 */
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
  /** Components to which the rates apply. */
  readonly of: readonly string[];
  /** Whether uplifts add up, or only the highest rate applies (the first one on a tie). */
  readonly together: "added" | "highest";
  readonly cases: Readonly<Record<string, UpliftComponent>>;
}

/** Payment in equal instalments. */
export interface EqualParts extends Provenance {
  readonly equal: readonly DueDate[];
}

/** Payment by advances, based on the list of another day, then a balance. */
export interface Advances extends Provenance {
  readonly advance: Percent;
  readonly due: readonly DueDate[];
  /** The dates of single payment years, where they were others: as many as in `due`. */
  readonly dueIn?: Readonly<Record<string, readonly DueDate[]>>;
  readonly on: ReferenceDay;
  readonly balance: DueDate;
}

export interface Payment extends Provenance {
  /** Instalments that receive the cents left after an equal split. */
  readonly oddCents: "last" | "first";
  /**
   * What equal parts are parts of: the sum of the components that one plan pays, or each component
   * by itself, if it is not given.
   */
  readonly partsOf?: "sum" | "component";
  readonly [plan: string]:
    EqualParts | Advances | Provenance[keyof Provenance] | "last" | "first" | "sum" | "component";
}

/** An open question of the text. The default is the document itself, other options are patches. */
export interface ScheduleReading extends LocalizedText {
  readonly default: string;
  readonly because: Remark;
  readonly or: Readonly<Record<string, SchedulePatch>>;
  /** Description of each option. */
  readonly answers?: Readonly<Record<string, LocalizedText>>;
}

export interface ScheduleSource {
  readonly status: "official" | "secondary";
  /** Day the page was last read, YYYY-MM-DD. */
  readonly checked: string;
  readonly published?: string;
  readonly title: string;
  readonly url?: string;
}

/** Defaults for facts missing from a list. */
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
  /** The day on which a zone with dates is read; that of `on` if it is not given. */
  readonly zoneOn?: ZoneDay;
  /** The year whose dated prevention actions count; any year if it is not given. */
  readonly preventionYear?: "N" | "N-1";
  /** What a patient is of whom only a visit after the reference day is known; seen if not given. */
  readonly lateVisit?: "seen" | "unseen";
  readonly ifMissing: IfMissing;
}

export interface Eligible extends Provenance {
  readonly when: Condition;
  /** Amount due to a physician who leaves during the year: none, by quarter or by day. */
  readonly partYear: "none" | "quarters" | "days";
  /**
   * Who is in activity: on the reference day, or on any day of the payment year. Not given, it is
   * the reference day where `partYear` is none, the year elsewhere.
   */
  readonly activity?: "reference-day" | "year";
}

/** New value of each path, `"base.ald-80+.amount": "110"`; `null` removes, an object adds. */
export type SchedulePatch = ByPath<unknown>;

/** A schedule: amounts, eligible physicians, period and sources. */
export interface Schedule extends LocalizedText {
  readonly $schema?: string;
  readonly id: string;
  readonly version: string;
  readonly unit: string;
  readonly text: string;
  readonly inForce?: { readonly from: string; readonly to: string } & Provenance;
  /** Day of a proposal that was never in force. Exactly one of `inForce` and `proposed` is set. */
  readonly proposed?: string;
  /** Id of the schedule that this one amends. */
  readonly amends?: string;
  readonly reads: Reads;
  readonly eligible: Eligible;
  /** Who is paid, where it is not the physician: then a practice has one list, and is paid once. */
  readonly paidTo?: "practice";
  /** Facts that conditions and slabs use besides those of the language. */
  readonly facts?: Readonly<Record<string, DeclaredFact>>;
  /** Kinds of acts of prevention. */
  readonly acts?: Readonly<Record<string, ActKind>>;
  /** Conditions of patients that prevention reads. */
  readonly conditions?: Readonly<Record<string, PatientCondition>>;
  readonly amounts: Readonly<Record<string, AmountComponent>>;
  readonly uplifts?: Uplifts;
  readonly payment: Payment;
  readonly readings?: Readonly<Record<string, ScheduleReading>>;
  readonly sources: Readonly<Record<string, ScheduleSource>>;
  /** Chosen option of each reading, if not the default. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** The user's patches, in order of application. */
  readonly patched?: readonly SchedulePatch[];
  /** Of a scenario that starts later than what it is over: from when, and the readings it chose. */
  readonly starts?: ScenarioStart;
}

/** The first payment year of a scenario, and its readings, which hold from then on too. */
export interface ScenarioStart {
  readonly from: number;
  readonly readings?: Readonly<Record<string, string>>;
}

/** A patch of another schedule with its own id: an amendment of the law, or a scenario. */
export interface Amendment extends Partial<LocalizedText>, Provenance {
  readonly $schema?: string;
  readonly id: string;
  readonly version: string;
  readonly over: string;
  readonly text?: string;
  readonly inForce?: Schedule["inForce"];
  readonly proposed?: string;
  /** Payment year from which it holds; before, the schedule that it is over stands as it is. */
  readonly from?: number;
  /** Options of open questions, by reading, chosen before the patch is applied. */
  readonly readings?: Readonly<Record<string, string>>;
  readonly patch: SchedulePatch;
  readonly sources?: Schedule["sources"];
}
