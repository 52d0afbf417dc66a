import type { LocalizedText } from "../../error.ts";
import type { Status } from "../../schedule/provenance.ts";

/** The words of a printed statement. */

export const statusNames: Readonly<Record<Status, LocalizedText>> = {
  official: { fr: "source officielle", en: "official source" },
  secondary: { fr: "source non officielle", en: "unofficial source" },
  assumed: { fr: "hypothèse", en: "assumption" },
  user: { fr: "valeur de l'utilisateur", en: "user's own value" },
};

/** One letter for each status, in a column where twenty sentences would weigh too much. */
export const statusLetters: Readonly<Record<Status, string>> = {
  official: "a",
  secondary: "b",
  assumed: "c",
  user: "d",
};

export const words = {
  unofficial: { fr: "estimation non officielle", en: "unofficial estimate" },
  physician: { fr: "Médecin", en: "Physician" },
  on: { fr: "au", en: "on" },
  total: { fr: "Total (non officiel)", en: "Total (unofficial)" },
  changed: { fr: "Valeurs changées", en: "Values changed" },
  line: { fr: "Ligne", en: "Line" },
  calculation: { fr: "Calcul", en: "Calculation" },
  amount: { fr: "Montant", en: "Amount" },
  status: { fr: "Source", en: "Source" },
  of: { fr: "de", en: "of" },
  uplifts: { fr: "Majorations", en: "Uplifts" },
  payments: { fr: "Acomptes et solde", en: "Instalments and balance" },
  due: { fr: "Échéance", en: "Due" },
  details: { fr: "Détail", en: "Detail" },
  sources: { fr: "Sources", en: "Sources" },
  checked: { fr: "lue le", en: "read on" },
  notes: { fr: "À noter", en: "Please note" },
  assumptions: { fr: "Hypothèses", en: "Assumptions" },
  questions: {
    fr: "Points que le texte ne tranche pas, et l'interprétation retenue",
    en: "What the text leaves open, and the interpretation used",
  },
  notPriced: {
    fr:
      "Le texte laisse des questions ouvertes, qui peuvent changer ce total\u00a0: " +
      "leur effet n'est pas chiffré ici.",
    en:
      "The text leaves questions open, which may change this total: " +
      "their effect is not priced here.",
  },
  disclaimer: {
    fr: "Ce calcul n'émane pas de l'Assurance Maladie et ne dit pas ce qu'une caisse versera.",
    en:
      "This calculation does not come from the Assurance Maladie, " +
      "nor does it say what a caisse will pay.",
  },
  schedule: { fr: "Barème", en: "Schedule" },
} as const satisfies Record<string, LocalizedText>;

/** Words of the layouts of a sum and of a comparison. */
export const labels = {
  ...words,
  total: { fr: "Total", en: "Total" },
  patient: { fr: "patient", en: "patient" },
  patients: { fr: "patients", en: "patients" },
  takenOn: { fr: "situation au", en: "as of" },
} as const satisfies Record<string, LocalizedText>;
