import type { LocalizedText } from "../../error.ts";
import type { Euros, ScheduleSource } from "../../schedule/language.ts";
import type { Status } from "../../schedule/provenance.ts";
import type { ScheduleChoice } from "../sides.ts";

/** What a regime pays: a forfait, allowances that are schedules too, and amounts of one's own. */
export interface Regime {
  /** Absent: the forfait in force in the payment year. */
  readonly forfait?: ScheduleChoice;
  /** Allowances by facts of the physicians: `"fr.forfait-structure.2025"`, `"fr.donum.2026"`. */
  readonly allowances?: readonly ScheduleChoice[];
  /** Amounts outside the schedules: the ROSP, a prime. */
  readonly added?: readonly AddedAmount[];
}

/** An amount outside the schedules, of each physician or as a mean, one of both. */
export interface AddedAmount {
  /** What it is: `"ROSP"`. */
  readonly name: string;
  /** Euros a year: of one physician, or of each in their order or by id. */
  readonly euros?: Euros | readonly Euros[] | Readonly<Record<string, Euros>>;
  /** Mean in euros a year of physicians of whom no single amount is known. */
  readonly mean?: Euros;
  /** Of which physicians a mean is, as `publishedMeans` says. */
  readonly of?: LocalizedText;
  /** The year that a mean is of. */
  readonly year?: number;
  /** On whose word; absent, the caller's. */
  readonly source?: ScheduleSource;
}

/** How the amount of a part is known. */
export type PartBasis = "schedule" | "each" | "mean";

/** What one part of a regime is worth. */
export interface RegimePart extends LocalizedText {
  /** Id of the schedule, or the name of what was added. */
  readonly id: string;
  readonly basis: PartBasis;
  readonly total: Euros;
  /** Per physician, rounded to the cent. */
  readonly mean: Euros;
  /** That of the least sure value of a schedule; `user` for an amount without a source. */
  readonly status: Status;
  readonly sources: readonly ScheduleSource[];
}

/** A regime whole. */
export interface RegimeTotal {
  readonly parts: readonly RegimePart[];
  readonly total: Euros;
  readonly mean: Euros;
}
