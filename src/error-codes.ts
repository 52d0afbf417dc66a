import type { LocalizedText } from "./text.ts";

/** All refusal codes. The meaning of a code never changes. */
export type ErrorCode =
  | "SCHEDULE_INVALID"
  | "SCHEDULE_UNKNOWN_KEY"
  | "SCHEDULE_SOURCE_MISSING"
  | "SCHEDULE_REFERENCE_UNKNOWN"
  | "SCHEDULE_GAP"
  | "SCHEDULE_OVERLAP"
  | "SCHEDULE_FLOOR"
  | "SCHEDULE_READING"
  | "SCHEDULE_TOO_LARGE"
  | "SCHEDULE_ALTERED"
  | "SCHEDULE_UNKNOWN"
  | "SCHEDULE_NEEDS_LOADER"
  | "DATE_NOT_COVERED"
  | "YEAR_INVALID"
  | "PATCH_PATH_UNKNOWN"
  | "PATCH_NEEDS_LOADER"
  | "READING_UNKNOWN"
  | "READING_OPTION_UNKNOWN"
  | "READING_ALREADY_CHOSEN"
  | "READING_UNANSWERED"
  | "READINGS_TOO_MANY"
  | "INPUT_INVALID"
  | "KEY_UNKNOWN"
  | "ROW_RAGGED"
  | "ROW_TOTAL"
  | "ROW_HEADERS"
  | "PHYSICIAN_CONTRADICTED"
  | "ID_INVALID"
  | "AGE_MISSING"
  | "AGE_INVALID"
  | "AGE_DISAGREES"
  | "DATE_INVALID"
  | "DATE_IMPOSSIBLE"
  | "DATE_INCOMPLETE"
  | "PERIOD_DISORDERED"
  | "PERIOD_OVERLAPS"
  | "ALD_MISSING"
  | "ALD_INVALID"
  | "C2S_MISSING"
  | "C2S_INVALID"
  | "C2S_KIND_MISSING"
  | "SEEN_MISSING"
  | "SEEN_INVALID"
  | "SEEN_DISAGREES"
  | "SEX_INVALID"
  | "ALD_NUMBERS_INVALID"
  | "ALD_DISAGREES"
  | "CONDITION_INVALID"
  | "CONDITION_UNKNOWN"
  | "ACT_INVALID"
  | "ACT_KIND_UNKNOWN"
  | "ACT_BEFORE_BIRTH"
  | "CODE_INVALID"
  | "CODE_UNKNOWN"
  | "PREVENTION_STATUS_INVALID"
  | "RATE_INVALID"
  | "PREVENTION_INVALID"
  | "PREVENTION_UNKNOWN"
  | "PREVENTION_TWICE"
  | "PREVENTION_UNPRICED"
  | "PATIENT_UNKNOWN"
  | "PATIENT_TWICE"
  | "PHYSICIAN_MISSING"
  | "PHYSICIAN_UNKNOWN"
  | "PHYSICIAN_TWICE"
  | "PHYSICIAN_REFUSED"
  | "PRACTICE_UNKNOWN"
  | "PRACTICE_TWICE"
  | "PRACTICE_SHARED"
  | "ZONE_INVALID"
  | "SECTOR_INVALID"
  | "CONTRACT_INVALID"
  | "ACTIVITY_DISORDERED"
  | "COLUMN_INVALID"
  | "REFERENCE_DAY_DIFFERS"
  | "SEEN_WINDOW_DIFFERS"
  | "BAND_INVALID"
  | "BAND_STRADDLES"
  | "MARGIN_CROSSED"
  | "COUNT_INVALID"
  | "ENGINE_MISSING"
  | "FACT_MISSING"
  | "FACT_INVALID"
  | "AMOUNT_TOO_LARGE"
  | "AMOUNT_INVALID"
  | "SCHEDULE_DIFFERS"
  | "STATEMENTS_UNLIKE"
  | "MEANS_ONLY"
  | "PHYSICIANS_TOO_FEW"
  | "PANEL_TOO_SMALL";

/** Title of each code, in messages and on the page of codes. */
export const titles: Readonly<Record<ErrorCode, LocalizedText>> = {
  SCHEDULE_INVALID: { fr: "barème invalide", en: "invalid schedule" },
  SCHEDULE_UNKNOWN_KEY: { fr: "clé inconnue du barème", en: "unknown key in a schedule" },
  SCHEDULE_SOURCE_MISSING: { fr: "valeur sans source", en: "value without a source" },
  SCHEDULE_REFERENCE_UNKNOWN: {
    fr: "renvoi à ce qui n'existe pas",
    en: "reference to something that does not exist",
  },
  SCHEDULE_GAP: { fr: "aucun cas ne s'applique", en: "no case applies" },
  SCHEDULE_OVERLAP: { fr: "plusieurs cas s'appliquent", en: "several cases apply" },
  SCHEDULE_FLOOR: { fr: "montant sous le plancher", en: "amount under its floor" },
  SCHEDULE_READING: { fr: "option d'interprétation invalide", en: "invalid option of a reading" },
  SCHEDULE_TOO_LARGE: {
    fr: "barème trop grand pour être vérifié",
    en: "schedule too large to be checked",
  },
  SCHEDULE_ALTERED: {
    fr: "barème livré dont une valeur est changée",
    en: "shipped schedule with a value changed",
  },
  SCHEDULE_UNKNOWN: { fr: "barème inconnu", en: "unknown schedule" },
  SCHEDULE_NEEDS_LOADER: {
    fr: "barème qui n'est pas encore vérifié",
    en: "schedule that has not been checked",
  },
  DATE_NOT_COVERED: { fr: "aucun barème en vigueur", en: "no schedule in force" },
  YEAR_INVALID: { fr: "année de paiement invalide", en: "invalid payment year" },
  PATCH_PATH_UNKNOWN: { fr: "chemin de modification inconnu", en: "unknown patch path" },
  PATCH_NEEDS_LOADER: {
    fr: "modification qui demande le chargeur",
    en: "patch that needs the loader",
  },
  READING_UNKNOWN: { fr: "interprétation inconnue", en: "unknown reading" },
  READING_OPTION_UNKNOWN: {
    fr: "option d'interprétation inconnue",
    en: "unknown option of a reading",
  },
  READING_UNANSWERED: {
    fr: "la liste ne répond pas à cette question",
    en: "the list does not answer this reading",
  },
  READINGS_TOO_MANY: {
    fr: "trop de combinaisons d'interprétations",
    en: "too many combinations of readings",
  },
  READING_ALREADY_CHOSEN: { fr: "interprétation déjà choisie", en: "reading already chosen" },
  INPUT_INVALID: { fr: "entrée invalide", en: "invalid input" },
  KEY_UNKNOWN: { fr: "clé que rien ne lit", en: "key that nothing reads" },
  ROW_RAGGED: {
    fr: "nombre de cellules différent de l'en-tête",
    en: "number of cells differs from the header",
  },
  ROW_TOTAL: { fr: "ligne de total", en: "row of totals" },
  ROW_HEADERS: { fr: "en-têtes répétés", en: "headers repeated" },
  PHYSICIAN_CONTRADICTED: {
    fr: "deux lignes du même médecin se contredisent",
    en: "two rows of one physician contradict each other",
  },
  ID_INVALID: { fr: "identifiant invalide", en: "invalid identifier" },
  AGE_MISSING: { fr: "âge manquant", en: "missing age" },
  AGE_INVALID: { fr: "âge invalide", en: "invalid age" },
  AGE_DISAGREES: {
    fr: "âge et date de naissance se contredisent",
    en: "age and birth date disagree",
  },
  DATE_INVALID: { fr: "date invalide", en: "invalid date" },
  DATE_IMPOSSIBLE: { fr: "jour impossible", en: "impossible day" },
  DATE_INCOMPLETE: { fr: "date incomplète", en: "incomplete date" },
  PERIOD_DISORDERED: { fr: "fin avant le début", en: "end before the beginning" },
  PERIOD_OVERLAPS: { fr: "périodes qui se chevauchent", en: "periods that overlap" },
  ALD_MISSING: { fr: "ALD manquante", en: "missing ALD" },
  ALD_INVALID: { fr: "ALD invalide", en: "invalid ALD" },
  C2S_MISSING: { fr: "C2S manquante", en: "missing C2S" },
  C2S_INVALID: { fr: "C2S invalide", en: "invalid C2S" },
  C2S_KIND_MISSING: { fr: "type de C2S manquant", en: "missing kind of C2S" },
  SEEN_MISSING: { fr: "patient vu ou non : manquant", en: "missing seen" },
  SEEN_INVALID: { fr: "patient vu ou non : invalide", en: "invalid seen" },
  SEEN_DISAGREES: {
    fr: "« vu » et date de dernière venue se contredisent",
    en: "seen and lastSeen disagree",
  },
  SEX_INVALID: { fr: "sexe invalide", en: "invalid sex" },
  ALD_NUMBERS_INVALID: { fr: "numéros d'ALD invalides", en: "invalid numbers of ALD" },
  ALD_DISAGREES: {
    fr: "ALD contredite par ses numéros",
    en: "ALD contradicted by its numbers",
  },
  CONDITION_INVALID: { fr: "affection invalide", en: "invalid condition" },
  CONDITION_UNKNOWN: { fr: "affection inconnue", en: "unknown condition" },
  ACT_INVALID: { fr: "acte de prévention invalide", en: "invalid act of prevention" },
  ACT_KIND_UNKNOWN: { fr: "sorte d'acte inconnue", en: "unknown kind of act" },
  ACT_BEFORE_BIRTH: { fr: "acte avant la naissance", en: "act before birth" },
  CODE_INVALID: {
    fr: "ligne invalide d'une table de codes",
    en: "invalid row of a table of codes",
  },
  CODE_UNKNOWN: { fr: "codes hors de la table", en: "codes out of the table" },
  PREVENTION_STATUS_INVALID: {
    fr: "état d'un indicateur invalide",
    en: "invalid status of an indicator",
  },
  RATE_INVALID: { fr: "taux invalide", en: "invalid rate" },
  PREVENTION_INVALID: { fr: "prévention invalide", en: "invalid prevention" },
  PREVENTION_UNKNOWN: {
    fr: "indicateur de prévention inconnu",
    en: "unknown prevention indicator",
  },
  PREVENTION_TWICE: { fr: "indicateur de prévention répété", en: "repeated prevention indicator" },
  PREVENTION_UNPRICED: {
    fr: "nombre d'indicateurs sans prix unique",
    en: "count of actions without one price",
  },
  PATIENT_UNKNOWN: { fr: "patient inconnu", en: "unknown patient" },
  PATIENT_TWICE: { fr: "patient en double", en: "patient listed twice" },
  PHYSICIAN_MISSING: { fr: "médecin manquant", en: "missing physician" },
  PHYSICIAN_UNKNOWN: { fr: "médecin inconnu", en: "unknown physician" },
  PHYSICIAN_TWICE: { fr: "médecin en double", en: "physician listed twice" },
  PHYSICIAN_REFUSED: { fr: "médecin refusé", en: "refused physician" },
  PRACTICE_UNKNOWN: { fr: "cabinet inconnu", en: "unknown practice" },
  PRACTICE_TWICE: { fr: "cabinet en double", en: "practice listed twice" },
  PRACTICE_SHARED: {
    fr: "cabinet de plusieurs patientèles, sous un barème qui le paie une fois",
    en: "practice of several lists, under a schedule that pays it once",
  },
  ZONE_INVALID: { fr: "zone invalide", en: "invalid zone" },
  SECTOR_INVALID: { fr: "secteur invalide", en: "invalid sector" },
  CONTRACT_INVALID: { fr: "contrat invalide", en: "invalid contract" },
  ACTIVITY_DISORDERED: {
    fr: "fin d'activité avant le début",
    en: "activity ends before it begins",
  },
  COLUMN_INVALID: { fr: "colonne invalide", en: "invalid column" },
  REFERENCE_DAY_DIFFERS: { fr: "patientèle d'un autre jour", en: "panel of another day" },
  SEEN_WINDOW_DIFFERS: {
    fr: "« vu » répond pour une autre durée",
    en: "seen answers another window",
  },
  BAND_INVALID: { fr: "tranche d'âge invalide", en: "invalid age band" },
  BAND_STRADDLES: {
    fr: "tranche d'âge à cheval sur un cas du barème",
    en: "age band across a case of the schedule",
  },
  MARGIN_CROSSED: {
    fr: "marge dont le barème demande le croisement",
    en: "margin that the schedule needs crossed with other facts",
  },
  COUNT_INVALID: { fr: "effectif invalide", en: "invalid count" },
  ENGINE_MISSING: { fr: "moteur absent", en: "missing engine" },
  FACT_MISSING: {
    fr: "fait manquant, sans valeur par défaut",
    en: "missing fact without a default",
  },
  FACT_INVALID: { fr: "fait déclaré par le barème invalide", en: "invalid fact of the schedule" },
  AMOUNT_TOO_LARGE: {
    fr: "montant trop grand pour être exact",
    en: "amount too large to be exact",
  },
  AMOUNT_INVALID: { fr: "montant invalide", en: "invalid amount" },
  SCHEDULE_DIFFERS: {
    fr: "barème autre que celui du relevé",
    en: "schedule other than that of the statement",
  },
  STATEMENTS_UNLIKE: {
    fr: "relevés de barèmes ou d'années différents",
    en: "statements of unlike schedules or years",
  },
  MEANS_ONLY: {
    fr: "montants connus en moyenne seulement",
    en: "amounts known as means only",
  },
  PHYSICIANS_TOO_FEW: { fr: "trop peu de médecins", en: "too few physicians" },
  PANEL_TOO_SMALL: {
    fr: "patientèle trop petite pour être partagée",
    en: "panel too small to be shared",
  },
};
