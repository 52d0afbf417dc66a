import { normalise } from "./normalise.ts";

/** Fields of a list with their header aliases, which are compared after `normalise`. */

export const PATIENT_FIELDS = {
  physicianId: [
    "médecin",
    "médecin traitant",
    "id médecin",
    "numéro médecin",
    "rpps",
    "adeli",
    "physician",
  ],
  id: ["patient", "patient id", "id patient", "identifiant", "numéro", "numéro patient"],
  birthDate: ["date de naissance", "naissance", "date naissance", "né le", "ddn"],
  age: ["âge", "âge patient"],
  ald: ["en ald", "affection de longue durée"],
  c2s: ["css", "complémentaire santé solidaire", "cmu-c"],
  seen: ["vu", "patient vu", "vu depuis deux ans", "vu en deux ans"],
  lastSeen: [
    "dernière consultation",
    "date de dernière consultation",
    "dernière visite",
    "dernière venue",
    "dernier passage",
    "vu le",
    "last visit",
  ],
  prevention: [
    "actes de prévention",
    "actions de prévention",
    "indicateurs",
    "indicateurs de prévention",
    "prévention",
  ],
} as const;

export const PHYSICIAN_FIELDS = {
  id: ["médecin", "physician id", "id médecin", "numéro médecin", "rpps", "adeli", "identifiant"],
  zone: ["zonage", "zone du cabinet"],
  birthDate: [
    "physician birth date",
    "date de naissance",
    "naissance",
    "date naissance",
    "né le",
    "naissance du médecin",
    "date de naissance du médecin",
    "naissance médecin",
  ],
  age: ["physician age", "âge", "âge du médecin", "âge médecin"],
  firstInstallation: [
    "première installation",
    "date de première installation",
    "installation",
    "date d'installation",
  ],
  contract: ["contrat", "contrat en cours"],
  sector: ["secteur", "secteur conventionnel"],
  activeFrom: ["début d'activité", "actif depuis", "en activité depuis"],
  activeUntil: ["fin d'activité", "actif jusqu'au", "en activité jusqu'au"],
} as const;

/** Physician facts accepted in a patient list, under headers distinct from the patient fields. */
export const IN_LIST_FIELDS = {
  zone: ["zonage", "zone du cabinet"],
  physicianBirthDate: ["naissance du médecin", "date de naissance du médecin", "naissance médecin"],
  physicianAge: ["âge du médecin", "âge médecin"],
  firstInstallation: [
    "première installation",
    "date de première installation",
    "date d'installation",
  ],
  contract: ["contrat", "contrat en cours"],
  sector: ["secteur", "secteur conventionnel"],
  activeFrom: ["début d'activité", "actif depuis"],
  activeUntil: ["fin d'activité", "actif jusqu'au"],
} as const;

/** The practice of a physician, where the schedule reads practices. */
export const PRACTICE_OF_PHYSICIAN = {
  practiceId: ["cabinet", "id cabinet", "identifiant du cabinet", "numéro cabinet", "practice"],
} as const;

export const PRACTICE_FIELDS = {
  id: ["practice id", ...PRACTICE_OF_PHYSICIAN.practiceId, "identifiant"],
} as const;

export type Names = Readonly<Record<string, readonly string[]>>;

/** Field of each normalised header. */
export function headersOf(names: Names): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(names).flatMap(([field, headers]) =>
      [field, ...headers].map((header) => [normalise(header), field]),
    ),
  );
}
