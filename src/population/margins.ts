import type { C2sKind, Sector, Zone } from "../facts.ts";

/** Numbers by age band, both ends included: `{ "0-6": 80, "7-79": 900, "80+": 60 }`. */
export type ByBand = Readonly<Record<string, number>>;

/** Of women and of men. */
export interface BySex {
  readonly F: number;
  readonly M: number;
}

/** A number of ALD among patients in ALD; `"0"` stands for the numbers without one of their own. */
export interface AldNumber {
  /** Share of the patients in ALD who have it. */
  readonly share: number;
  readonly meanAge?: number;
}

/**
 * What a population is made to have. Weights are in any unit: counts, shares or percent. Rates are
 * from 0 to 1.
 */
export interface Margins {
  /**
   * Patients per physician: percentiles from 0 to 100, each with a number of patients; even between
   * two of them. `[[0, 850], [100, 850]]` gives each physician 850.
   */
  readonly sizes: readonly (readonly [percent: number, patients: number])[];
  /** Weights of the patients of each age band. */
  readonly ages: ByBand;
  /** Share of women among patients, by age band. */
  readonly women: ByBand;
  /** Rate of ALD by age band, of all or of each sex. */
  readonly ald: Readonly<Record<string, number | BySex>>;
  readonly aldNumbers: Readonly<Record<string, AldNumber>>;
  /** Rate of each kind of C2S by age band. */
  readonly c2s: Readonly<Record<C2sKind, ByBand>>;
  /** Weights of patients last seen in the reference year, in the year before, and earlier. */
  readonly seen: Readonly<Record<"ald" | "others", readonly [number, number, number]>>;
  /** Weights of physicians. */
  readonly zones: Readonly<Partial<Record<Zone, number>>>;
  readonly sectors: Readonly<Partial<Record<Sector, number>>>;
  readonly departements: Readonly<Record<string, number>>;
  readonly physicianAges: ByBand;
  /** Age at the first installation. */
  readonly installationAges: ByBand;
  /**
   * How much the lists of physicians differ, from 0 to 1: in the weight of the old, and in the rate
   * of C2S, which goes from `1 - c2s` to `1 + c2s` times that of all.
   */
  readonly differences: { readonly ages: number; readonly c2s: number };
}

/** The names of all margins, each with what its values rest on if the caller gives none. */
export const MARGINS = {
  sizes: "secondary",
  ages: "assumed",
  women: "assumed",
  ald: "secondary",
  aldNumbers: "secondary",
  c2s: "secondary",
  seen: "assumed",
  zones: "official",
  sectors: "secondary",
  departements: "assumed",
  physicianAges: "assumed",
  installationAges: "assumed",
  differences: "assumed",
} as const satisfies Readonly<Record<keyof Margins, "official" | "secondary" | "assumed">>;
