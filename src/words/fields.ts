/** Fields of a list with the headers that mean them; `headers.ts` says which others do. */

export const PATIENT_FIELDS = {
  physicianId: [
    "médecin",
    "médecin traitant",
    "id médecin",
    "code médecin",
    "numéro médecin",
    "rpps",
    "numéro rpps",
    "rpps médecin",
    "adeli",
    "physician",
  ],
  id: [
    "patient",
    "patient id",
    "id patient",
    "identifiant",
    "numéro",
    "numéro patient",
    "numéro de dossier",
    "dossier",
  ],
  birthDate: [
    "date de naissance",
    "naissance",
    "né le",
    "ddn",
    "dn",
    "année de naissance",
    "an de naissance",
    "ben nai ann",
  ],
  age: ["âge", "âge patient", "âge révolu"],
  ald: [
    "en ald",
    "affection de longue durée",
    "ald 30",
    "exo ald",
    "exonération ald",
    "ald exonérante",
  ],
  c2s: [
    "css",
    "complémentaire santé solidaire",
    "cmu",
    "cmu-c",
    "bénéficiaire c2s",
    "bénéficiaire de la css",
  ],
  seen: ["vu", "patient vu", "vu depuis deux ans", "vu en deux ans"],
  lastSeen: [
    "dernière consultation",
    "date de dernière consultation",
    "dernière visite",
    "date de dernière visite",
    "dernière venue",
    "date de dernière venue",
    "dernier passage",
    "date du dernier passage",
    "dernier rdv",
    "date du dernier rdv",
    "dernier rendez-vous",
    "date du dernier rendez-vous",
    "dernier contact",
    "date du dernier contact",
    "dernier acte",
    "date du dernier acte",
    "vu le",
    "last visit",
    "last seen",
  ],
  prevention: [
    "actes de prévention",
    "actions de prévention",
    "indicateurs",
    "indicateurs de prévention",
    "prévention",
    "nombre d'actes de prévention",
    "nombre d'actions de prévention",
    "nombre prévention",
  ],
  sex: ["sexe", "genre", "code sexe"],
  aldNumbers: ["numéros ald", "numéro ald", "n° ald", "ald numéros"],
  conditions: ["affections", "pathologies", "antécédents"],
  visits: ["visites", "dates de visite", "dates de consultation", "consultations", "venues"],
  registeredFrom: [
    "mt déclaré le",
    "mt déclaré",
    "déclaré le",
    "date de déclaration",
    "date de déclaration mt",
    "date début mt",
    "début mt",
    "mt depuis",
    "médecin traitant depuis",
    "inscrit le",
    "patient depuis",
  ],
  registeredUntil: [
    "date de fin mt",
    "fin mt",
    "mt jusqu'au",
    "médecin traitant jusqu'au",
    "parti le",
    "date de départ",
    "sorti le",
    "date de sortie",
  ],
  diedOn: ["décédé le", "date de décès", "décès", "dcd le"],
  aldFrom: [
    "ald depuis",
    "ald depuis le",
    "ald du",
    "début ald",
    "date début ald",
    "ald à partir du",
  ],
  aldUntil: ["fin ald", "date de fin ald", "ald jusqu'au", "ald au", "fin de droits ald"],
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

/** Fields of patients that no cell holds, which rows of JSON may have beside. */
export const NESTED_FIELDS = { acts: [], preventionStatus: [] } as const;

/** Fields of which a list has one of each group. */
export const REQUIRED_OF_PATIENTS = [["birthDate", "age"], ["ald"], ["c2s"]] as const;

export const PHYSICIAN_FIELDS = {
  id: [
    "médecin",
    "physician id",
    "id médecin",
    "code médecin",
    "numéro médecin",
    "rpps",
    "numéro rpps",
    "rpps médecin",
    "adeli",
    "identifiant",
  ],
  zone: ["zonage", "zone du cabinet", "zonage du cabinet", "zonage ars"],
  birthDate: [
    "physician birth date",
    "date de naissance",
    "naissance",
    "né le",
    "ddn",
    "année de naissance",
    "naissance du médecin",
    "date de naissance du médecin",
  ],
  age: ["physician age", "âge", "âge du médecin"],
  firstInstallation: [
    "première installation",
    "date de première installation",
    "installation",
    "date d'installation",
  ],
  contract: ["contrat", "contrat en cours", "contrat démographique", "contrat caim"],
  sector: ["secteur", "secteur conventionnel", "secteur de convention"],
  activeFrom: [
    "début d'activité",
    "date de début d'activité",
    "actif depuis",
    "en activité depuis",
  ],
  activeUntil: [
    "fin d'activité",
    "date de fin d'activité",
    "actif jusqu'au",
    "en activité jusqu'au",
  ],
} as const;

/** Physician facts accepted in a patient list, under headers distinct from the patient fields. */
export const IN_LIST_FIELDS = {
  zone: PHYSICIAN_FIELDS.zone,
  physicianBirthDate: ["naissance du médecin", "date de naissance du médecin"],
  physicianAge: ["âge du médecin"],
  firstInstallation: [
    "première installation",
    "date de première installation",
    "date d'installation",
  ],
  contract: PHYSICIAN_FIELDS.contract,
  sector: PHYSICIAN_FIELDS.sector,
  activeFrom: PHYSICIAN_FIELDS.activeFrom,
  activeUntil: PHYSICIAN_FIELDS.activeUntil,
} as const;

/** Fields of a table of counts. */
export const COUNT_FIELDS = {
  physicianId: PATIENT_FIELDS.physicianId,
  age: ["âge", "tranche", "tranche d'âge", "classe d'âge", "âges", "age band"],
  ald: PATIENT_FIELDS.ald,
  c2s: PATIENT_FIELDS.c2s,
  seen: PATIENT_FIELDS.seen,
  n: ["nombre", "effectif", "effectifs", "patients", "nombre de patients", "nb", "count"],
  zone: PHYSICIAN_FIELDS.zone,
  physicianAge: ["âge du médecin", "tranche d'âge du médecin"],
  prevention: PATIENT_FIELDS.prevention,
} as const;

/** Fields of a file of what a caisse paid. */
export const PAID_FIELDS = {
  physicianId: PATIENT_FIELDS.physicianId,
  due: [
    "échéance",
    "date",
    "mois",
    "date de paiement",
    "date de versement",
    "date du virement",
    "date de l'opération",
    "payé le",
    "versé le",
  ],
  component: ["composante", "poste", "part"],
  amount: [
    "montant",
    "montant versé",
    "montant payé",
    "versé",
    "payé",
    "crédit",
    "euros",
    "paid",
    "received",
  ],
  label: ["libellé", "intitulé", "objet", "motif", "désignation", "nature", "description"],
} as const;

/** The practice of a physician, where the schedule reads practices. */
export const PRACTICE_OF_PHYSICIAN = {
  practiceId: ["cabinet", "id cabinet", "identifiant du cabinet", "numéro cabinet", "practice"],
} as const;

export const PRACTICE_FIELDS = {
  id: ["practice id", ...PRACTICE_OF_PHYSICIAN.practiceId, "identifiant"],
} as const;

/** Of a file of acts of prevention. */
export const ACT_FIELDS = {
  physicianId: PATIENT_FIELDS.physicianId,
  id: PATIENT_FIELDS.id,
  kind: ["acte", "type d'acte", "nature de l'acte", "libellé de l'acte", "act"],
  system: ["système", "nomenclature", "système de codage"],
  code: ["code acte", "code de l'acte", "code ccam", "ccam", "code cip", "cip", "cip 13"],
  date: ["date de l'acte", "fait le", "réalisé le", "date de réalisation"],
} as const;

/** Of a table of codes. The number of an ALD is no yes or no, as the field `ald` of a list is. */
export const CODE_FIELDS = {
  system: ["système", "nomenclature", "système de codage"],
  code: [],
  kind: ["acte", "type d'acte", "sorte d'acte"],
  aldNumber: ["ald", "numéro ald", "n° ald"],
} as const;

/** Of a file of what the caisse says of indicators. */
export const STATUS_FIELDS = {
  physicianId: PATIENT_FIELDS.physicianId,
  id: PATIENT_FIELDS.id,
  indicator: ["indicateur", "indicateur de prévention"],
  status: ["statut", "état"],
} as const;

export type Names = Readonly<Record<string, readonly string[]>>;
