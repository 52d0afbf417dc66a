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
  visits: ["visites", "dates de visite", "dates de consultation", "consultations", "venues"],
  registeredFrom: [
    "mt déclaré le",
    "déclaré le",
    "date de déclaration",
    "date déclaration mt",
    "date de déclaration mt",
    "date début mt",
    "début mt",
    "mt depuis",
    "médecin traitant depuis",
    "inscrit le",
    "patient depuis",
  ],
  registeredUntil: [
    "date fin mt",
    "date de fin mt",
    "fin mt",
    "mt jusqu'au",
    "médecin traitant jusqu'au",
    "parti le",
    "date de départ",
    "sorti le",
  ],
  diedOn: ["décédé le", "date de décès", "date décès", "décès", "dcd le"],
  aldFrom: [
    "ald depuis",
    "ald depuis le",
    "ald du",
    "début ald",
    "date début ald",
    "ald à partir du",
  ],
  aldUntil: [
    "fin ald",
    "date fin ald",
    "date de fin ald",
    "ald jusqu'au",
    "ald au",
    "fin de droits ald",
  ],
  c2sFrom: [
    "c2s depuis",
    "css depuis",
    "c2s du",
    "début c2s",
    "date début c2s",
    "début de droits c2s",
    "date début droits c2s",
  ],
  c2sUntil: [
    "fin de droits c2s",
    "fin droits c2s",
    "date de fin de droits c2s",
    "date fin droits c2s",
    "fin de droits css",
    "fin c2s",
    "date fin c2s",
    "c2s jusqu'au",
    "c2s au",
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
