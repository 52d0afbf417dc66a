import type { LocalizedText } from "./error.ts";

/** Vocabulary shared by schedules and lists. The two have nothing else in common. */

export const ZONES = ["ZIP", "QPV", "ZAC", "none"] as const satisfies readonly Zone[];
export const SECTORS = ["1", "2-optam", "2"] as const satisfies readonly Sector[];
export const SEXES = ["F", "M"] as const satisfies readonly Sex[];
export const C2S_KINDS = ["free", "contributory"] as const satisfies readonly C2sKind[];

/**
 * Practice zone: zone d'intervention prioritaire, quartier prioritaire de la ville, zone d'action
 * complémentaire.
 */
export type Zone = "ZIP" | "QPV" | "ZAC" | "none";
/** Convention sector: 1, 2 under OPTAM or OPTAM-CO, 2. */
export type Sector = "1" | "2-optam" | "2";
/** Sex, as programmes of screening read it. */
export type Sex = "F" | "M";
/** Complémentaire santé solidaire: free (formerly CMU-C) or with a contribution (formerly ACS). */
export type C2sKind = "free" | "contributory";

/** Highest number in the list of long-term illnesses: 30, and two additions. */
export const LAST_ALD = 32;

/** Highest age accepted in a list, in completed years. */
export const OLDEST = 129;

/**
 * Most prevention indicators in columns, one bit each; also the most actions of a patient under a
 * schedule that names no indicators. One that names them accepts as many actions as indicators.
 */
export const MOST_INDICATORS = 30;

/** Dates of a patient that make the list on a day: registration, death, rights. */
export const PATIENT_DATES = [
  "registeredFrom",
  "registeredUntil",
  "diedOn",
  "aldFrom",
  "aldUntil",
  "c2sFrom",
  "c2sUntil",
] as const;

export type PatientDate = (typeof PATIENT_DATES)[number];

export const PATIENT_FACTS = ["age", "ald", "c2s", "seen"] as const;
export const PHYSICIAN_FACTS = [
  "zone",
  "contract",
  "installationYear",
  "physicianAge",
  "sector",
  "active",
] as const;

export type PatientFact = (typeof PATIENT_FACTS)[number];
export type PhysicianFact = (typeof PHYSICIAN_FACTS)[number];
export type Fact = PatientFact | PhysicianFact;
/** A fact of the language, or one that a document declares. */
export type AnyFact = Fact | (string & {});

export function isFact(name: string): name is Fact {
  return isPatientFact(name) || (PHYSICIAN_FACTS as readonly string[]).includes(name);
}

export function isPatientFact(name: string): name is PatientFact {
  return (PATIENT_FACTS as readonly string[]).includes(name);
}

export const c2sKindNames: Readonly<Record<C2sKind, LocalizedText>> = {
  free: { fr: "sans participation", en: "free" },
  contributory: { fr: "avec participation", en: "contributory" },
};

/** Sectors of the convention in words. */
export const sectorNames: Readonly<Record<string, LocalizedText>> = {
  "1": { fr: "1", en: "1" },
  "2-optam": { fr: "2 avec OPTAM", en: "2 under OPTAM" },
  "2": { fr: "2 sans OPTAM", en: "2 without OPTAM" },
};

export const factNames: Readonly<Record<Fact | "prevention", LocalizedText>> = {
  age: { fr: "âge", en: "age" },
  ald: { fr: "ALD", en: "ALD" },
  c2s: { fr: "C2S", en: "C2S" },
  seen: { fr: "dernière consultation", en: "last visit" },
  prevention: { fr: "indicateurs de prévention", en: "prevention indicators" },
  zone: { fr: "zone du cabinet", en: "zone of the practice" },
  contract: {
    fr: "contrat CAIM, COSCOM, COTRAM ou CSTM en cours",
    en: "running CAIM, COSCOM, COTRAM or CSTM contract",
  },
  installationYear: { fr: "date d'installation", en: "date of installation" },
  physicianAge: { fr: "âge du médecin", en: "physician's age" },
  sector: { fr: "secteur", en: "sector" },
  active: { fr: "activité", en: "activity" },
};
