import { copyOfList, refuse, type LocalizedText } from "../error.ts";
import { freeze } from "../freeze.ts";
import type { IndicatorId } from "../ids.ts";
import type { IndicatorAssessment } from "../indicators/assessment.ts";
import type { Patient } from "../list/patient.ts";
import { physicianOf } from "../list/told-columns.ts";
import { preventionReader, type PreventionOptions } from "./assess-prevention.ts";
import { CountsByIndicator } from "./counts-by-indicator.ts";
import type { IndicatorCounts } from "./rates.ts";

/** Whose dashboard it is. */
export interface DashboardOptions extends PreventionOptions {
  /** Needed where several physicians have patients in the list. */
  readonly physicianId?: string;
  /** One patient of theirs, alone. */
  readonly patientId?: string | number;
}

/** The prevention of a physician's patients, and how far it is beside that of all. */
export interface PreventionDashboard {
  readonly schedule: string;
  readonly year: number;
  readonly asOf: string;
  readonly physicianId: string | null;
  readonly indicators: readonly DashboardIndicator[];
  /** In the order of the list; by their id, and no name. */
  readonly patients: readonly DashboardPatient[];
  /** Patients of whom no indicator is, nor may be, and who are not among these. */
  readonly others: number;
  /** How many physicians have a part in the rates of all; null below five. */
  readonly physicians: number | null;
  /** What the proposal promised as well, and which no list holds. */
  readonly careConsumption: null;
}

/** An indicator over the patients of the physician. Rates are from 0 to 1; null of nobody. */
export interface DashboardIndicator extends LocalizedText, IndicatorCounts {
  readonly indicator: IndicatorId;
  /** Of the patients who are known to be eligible, those who are validated. */
  readonly rate: number | null;
  /** The same over all physicians of the list together, this one too; null below five. */
  readonly rateOfAll: number | null;
}

export interface DashboardPatient {
  /** Null without one. */
  readonly id: string | number | null;
  /** Those of which the patient is, or may be, eligible, or which are told to be validated. */
  readonly indicators: readonly IndicatorAssessment[];
}

/** Fewest physicians whose rates are told together: of fewer, one could be worked out. */
const LEAST = 5;

/**
 * The dashboard that the proposal of 2024 promised: for each patient of a physician the prevention
 * that is done and open, and the rate of each indicator beside that of all physicians of the list,
 * from five of them up. It names nobody but by the ids of the list. What a patient consumes of care
 * is in no list, and is not computed. It is administrative and decides no care.
 * @param patients rows of a list of one physician or several
 * @throws ForfaitError at the first row that is refused; PHYSICIAN_UNKNOWN, PHYSICIAN_MISSING for a
 * list of several without `physicianId`, PATIENT_UNKNOWN
 * @example
 * // How many of the patients of 70 years are vaccinated against influenza?
 * const senior = { age: 70, ald: false, c2s: false };
 * const acts = [{ kind: "flu-vaccine", date: "2026-10-20" }];
 * const patients = [{ ...senior, id: "a", acts }, { ...senior, id: "b", acts: [] }];
 * const options = { year: 2026, asOf: "2026-11-15" };
 * const { indicators, physicians } = preventionDashboard(patients, options);
 * [indicators[0]?.indicator, indicators[0]?.rate, physicians]
 * //=> ["flu", 0.5, null]
 */
export function preventionDashboard(
  patients: readonly Patient[],
  options: DashboardOptions,
): PreventionDashboard {
  const reader = preventionReader(options, ["physicianId", "patientId"]);
  const { physicianId, patientId, year, asOf } = options;
  const rows = copyOfList("patients", patients);
  const assessed = rows.map((row, i) => reader.read(row, `patients[${i}]`).indicators);
  const names = [...new Set(rows.map(physicianOf))];
  const chosen = physicianIn(names, physicianId);
  const own = new CountsByIndicator();
  const all = new CountsByIndicator();
  const shown: DashboardPatient[] = [];
  let others = 0;
  rows.forEach((row, i) => {
    const ofPatient = assessed[i] as readonly IndicatorAssessment[];
    all.add(ofPatient);
    if (physicianOf(row) !== chosen) return;
    own.add(ofPatient);
    const { id = null } = row;
    if (patientId !== undefined && String(id) !== String(patientId)) return;
    const indicators = ofPatient.filter(isOfPatient);
    if (indicators.length > 0 || patientId !== undefined) shown.push({ id, indicators });
    else others += 1;
  });
  if (patientId !== undefined && shown.length === 0)
    refuse("PATIENT_UNKNOWN", "options.patientId", patientId, aPatient);
  const isEnough = names.length >= LEAST;
  return freeze({
    schedule: reader.document.id,
    year,
    asOf,
    physicianId: chosen === "" ? null : chosen,
    indicators: reader.prevention.indicators.map(({ id, label }) => ({
      indicator: id,
      ...label,
      ...own.of(id),
      rate: own.rateOf(id),
      rateOfAll: isEnough ? all.rateOf(id) : null,
    })),
    patients: shown,
    others,
    physicians: isEnough ? names.length : null,
    careConsumption: null,
  });
}

function isOfPatient({ eligible, validated }: IndicatorAssessment): boolean {
  return eligible !== "no" || validated === "yes";
}

function physicianIn(names: readonly string[], wanted: string | undefined): string {
  if (wanted === undefined)
    return names.length < 2
      ? (names[0] ?? "")
      : refuse("PHYSICIAN_MISSING", "options.physicianId", wanted, aPhysician);
  return names.includes(wanted)
    ? wanted
    : refuse("PHYSICIAN_UNKNOWN", "options.physicianId", wanted, aPhysician);
}

const aPhysician: LocalizedText = {
  fr: "le médecin de qui est le tableau, l'un de ceux de la liste",
  en: "the physician whose dashboard it is, one of those of the list",
};
const aPatient: LocalizedText = {
  fr: "un patient du médecin",
  en: "a patient of the physician",
};
