import { refuse, type LocalizedText } from "../error.ts";
import { factNames } from "../facts.ts";
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
      ...assumedFact(factNames.seen, ifMissing.seen),
    });
  }
  if (paysPrevention && !has.prevention) {
    if (ifMissing.prevention === undefined)
      refuse("FACT_MISSING", "patients[].prevention", undefined, preventionNeeded);
    assumptions.push({
      code: "if-missing",
      path: "patients[].prevention",
      ...assumedFact(factNames.prevention, ifMissing.prevention),
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
    fr: `prévention : actions validées en ${year} ; celles sans date comptent aussi`,
    en: `prevention: actions validated in ${year}; those without a date count too`,
  };
}

/** Notice text for a default that replaces a missing fact. */
export function assumedFact(name: LocalizedText, value: boolean | number | string): LocalizedText {
  const [fr, en] =
    value === true
      ? ["oui", "yes"]
      : value === false
        ? ["non", "no"]
        : value === "none"
          ? ["aucune", "none"]
          : [String(value), String(value)];
  return {
    fr: `${name.fr} : non indiqué, compté comme « ${fr} »`,
    en: `${name.en}: not given, taken as "${en}"`,
  };
}

const preventionNeeded: LocalizedText = {
  fr: "les actions de prévention : le barème n'a pas de défaut",
  en: "prevention actions: the schedule has no default",
};
const preventionUnpaid: Notice = {
  code: "prevention-unpaid",
  path: "patients[].prevention",
  fr: "ce barème ne paie pas la prévention : non comptée",
  en: "this schedule does not pay prevention: not counted",
};
