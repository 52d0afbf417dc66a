import { refuse, type LocalizedText } from "../error.ts";
import type { Notice } from "../notice.ts";

/** What a schedule requires of the columns of a list. */
export interface ColumnRequirements {
  readonly readsSeen: boolean;
  readonly paysPrevention: boolean;
  /** Year whose dated actions count; undefined if those of any year do. */
  readonly preventionYear: number | undefined;
  /** What stands for a missing column. */
  readonly ifMissing: { readonly seen?: boolean; readonly prevention?: string };
}

/**
 * Notices for the columns missing from a non-empty list, which take the schedule's defaults.
 * @throws ForfaitError FACT_MISSING for a column without default
 */
export function columnNotices(
  { readsSeen, paysPrevention, preventionYear, ifMissing }: ColumnRequirements,
  has: { readonly seen: boolean; readonly prevention: boolean },
): { assumptions: Notice[]; warnings: Notice[] } {
  const assumptions: Notice[] = [];
  if (readsSeen && !has.seen && ifMissing.seen !== undefined) {
    assumptions.push({
      code: "if-missing",
      path: "patients[].seen",
      ...(ifMissing.seen ? allSeen : noneSeen),
    });
  }
  if (paysPrevention && !has.prevention) {
    if (ifMissing.prevention === undefined)
      refuse("FACT_MISSING", "patients[].prevention", undefined, preventionNeeded);
    assumptions.push({
      code: "if-missing",
      path: "patients[].prevention",
      ...nonePrevented,
    });
  }
  if (paysPrevention && has.prevention && preventionYear !== undefined)
    assumptions.push(preventionOf(preventionYear));
  return { assumptions, warnings: !paysPrevention && has.prevention ? [preventionUnpaid] : [] };
}

function preventionOf(year: number): Notice {
  return {
    code: "prevention-year",
    path: "patients[].prevention",
    fr: `prévention : indicateurs validés en ${year} ; ceux sans date comptent aussi`,
    en: `prevention: indicators validated in ${year}; those without a date count too`,
  };
}

const allSeen: LocalizedText = {
  fr: "dernière consultation : non indiquée, tous les patients comptés comme vus",
  en: "last visit: not given, every patient counted as seen",
};
const noneSeen: LocalizedText = {
  fr: "dernière consultation : non indiquée, aucun patient compté comme vu",
  en: "last visit: not given, no patient counted as seen",
};
const nonePrevented: LocalizedText = {
  fr: "prévention : non indiquée, aucun indicateur compté",
  en: "prevention: not given, no indicator counted",
};
const preventionNeeded: LocalizedText = {
  fr: "les indicateurs de prévention : le barème n'a pas de défaut",
  en: "prevention indicators: the schedule has no default",
};
const preventionUnpaid: Notice = {
  code: "prevention-unpaid",
  path: "patients[].prevention",
  fr: "ce barème ne paie pas la prévention : non comptée",
  en: "this schedule does not pay prevention: not counted",
};
