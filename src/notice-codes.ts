import type { LocalizedText } from "./text.ts";

/** All codes of assumptions and warnings. The meaning of a code never changes. */
export type NoticeCode =
  | "if-missing"
  | "reading"
  | "assumed-rule"
  | "part-year"
  | "leaves-whole"
  | "advances-none"
  | "advances-same-list"
  | "advances-whole"
  | "panel-moved"
  | "outside-period"
  | "not-eligible"
  | "needs-list"
  | "installed-after-reference"
  | "lunar-date"
  | "seen-after-reference"
  | "status-by-dates"
  | "prevention-year"
  | "shared-patient"
  | "unknown-field"
  | "prevention-unpaid"
  | "prevention-impossible"
  | "prevention-unknown"
  | "previous-unused";

/** Title of each code, on the page of codes. */
export const noticeTitles: Readonly<Record<NoticeCode, LocalizedText>> = {
  "if-missing": { fr: "fait manquant : valeur du barème", en: "missing fact: schedule's default" },
  reading: { fr: "question ouverte du texte", en: "open question of the text" },
  "assumed-rule": { fr: "règle qui est une hypothèse", en: "assumed rule" },
  "part-year": { fr: "départ en cours d'année", en: "leaving during the year" },
  "leaves-whole": {
    fr: "départ dont le barème ne retire rien",
    en: "a departure that reduces nothing",
  },
  "advances-none": { fr: "aucun acompte", en: "no advances" },
  "advances-same-list": {
    fr: "acomptes calculés sur la même liste",
    en: "advances computed on the same list",
  },
  "advances-whole": { fr: "acomptes non réduits", en: "advances not reduced" },
  "panel-moved": { fr: "patientèle d'un autre jour", en: "panel of another day" },
  "outside-period": { fr: "barème appliqué hors de sa période", en: "schedule outside its period" },
  "not-eligible": { fr: "rien n'est dû", en: "nothing is due" },
  "needs-list": {
    fr: "majoration qui demande toute la patientèle",
    en: "uplift that needs the whole list",
  },
  "installed-after-reference": {
    fr: "première installation après l'année comptée",
    en: "first installation after the year that counts",
  },
  "lunar-date": {
    fr: "date de naissance au mois inconnu",
    en: "birth date with an unknown month",
  },
  "seen-after-reference": {
    fr: "venue après le jour de référence",
    en: "seen after the reference day",
  },
  "status-by-dates": {
    fr: "droit contredit par ses dates",
    en: "status contradicted by its dates",
  },
  "prevention-year": { fr: "année de la prévention", en: "year of the prevention" },
  "shared-patient": {
    fr: "patient de deux médecins",
    en: "patient of two physicians",
  },
  "unknown-field": { fr: "champ inconnu, non lu", en: "unknown field, not read" },
  "prevention-unpaid": { fr: "prévention non payée", en: "prevention not paid" },
  "prevention-impossible": {
    fr: "prévention que l'âge ou le sexe exclut",
    en: "prevention that the age or the sex excludes",
  },
  "prevention-unknown": { fr: "prévention inconnue", en: "prevention unknown" },
  "previous-unused": {
    fr: "patientèle de l'année précédente non lue",
    en: "list of the year before not read",
  },
};
