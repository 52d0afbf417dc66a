import { throughPoints } from "./age-curve.ts";
import type { Margins } from "./margins.ts";

/**
 * What no figure was found of: assumptions, which a caller's margins replace. Courses by age say
 * how rates go within a band; the level of each band is calibrated.
 */

/**
 * Share of people who have a médecin traitant. Published: 11 % of those of 17 and over have none,
 * mostly young. Of children, what 50,560 lists of 1,060 leave.
 */
export const REGISTERED: Readonly<Record<string, number>> = {
  "0-15": 0.36,
  "16-39": 0.8,
  "40-59": 0.9,
  "60-74": 0.95,
  "75+": 0.98,
};

/** Percentiles of list sizes above the ninth decile; the largest list is what the mean leaves. */
export const LARGEST_LISTS = [
  [95, 2100],
  [99, 2800],
] as const;

export const COURSES = {
  /** Even within a band, but for the old. */
  people: throughPoints([
    [80, 1],
    [85, 0.62],
    [90, 0.3],
    [95, 0.1],
    [100, 0.015],
    [105, 0.001],
    [129, 0.000_01],
  ]),
  ald: throughPoints([
    [0, 0.01],
    [15, 0.02],
    [40, 0.08],
    [59, 0.22],
    [74, 0.42],
    [85, 0.75],
    [95, 0.8],
  ]),
  free: throughPoints([
    [0, 0.15],
    [19, 0.14],
    [50, 0.075],
    [65, 0.03],
    [80, 0.01],
  ]),
  contributory: throughPoints([
    [0, 0.02],
    [30, 0.02],
    [60, 0.03],
    [80, 0.02],
  ]),
} as const;

/** 01 to 95 without 20, which is 2A and 2B, and those overseas. */
const DEPARTEMENTS = Array.from({ length: 95 }, (_, i) => String(i + 1).padStart(2, "0"))
  .filter((code) => code !== "20")
  .concat("2A", "2B", "971", "972", "973", "974", "976");

export const ASSUMED = {
  women: { "0-59": 0.5, "60-79": 0.53, "80+": 0.63 },
  seen: { ald: [93, 4, 3], others: [80, 10, 10] },
  departements: Object.fromEntries(DEPARTEMENTS.map((code) => [code, 1])),
  physicianAges: { "30-39": 20, "40-49": 20, "50-59": 24, "60-66": 22, "67-74": 14 },
  installationAges: { "28-37": 80, "38-45": 20 },
  differences: { ages: 0.6, c2s: 0.8 },
} as const satisfies Partial<Margins>;
