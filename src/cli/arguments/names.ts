/**
 * Commands, options and words of options, each with its French names: the first one is shown, all
 * are read, with their accents or without.
 */

export const commandNames = {
  check: ["vérifier", "contrôler"],
  map: ["correspondance", "correspondances"],
  compute: ["calculer", "calcul", "relevé"],
  explain: ["expliquer"],
  "check-payment": ["vérifier-versement", "vérifier-versements", "versements"],
  reconcile: ["rapprocher", "rapprochement", "comparer-listes"],
  readings: ["interprétations", "questions", "lectures"],
  sql: ["sql"],
  population: ["population", "population-fictive"],
  compare: ["comparer", "comparaison"],
  sweep: ["balayer", "balayage"],
  solve: ["résoudre"],
  regimes: ["régimes"],
  share: ["partager"],
  "check-policy": ["vérifier-promesse", "promesse"],
  worklist: ["à-faire", "liste-de-travail"],
  dashboard: ["tableau-de-bord"],
  schedules: ["barèmes"],
  schedule: ["barème"],
} as const;

export type CommandName = keyof typeof commandNames;

interface OptionEntry {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  readonly short?: string;
  readonly fr: readonly [string, ...string[]];
  /** Words that it takes, each with its French one. */
  readonly words?: Readonly<Record<string, string>>;
}

export const options = {
  physicians: { type: "string", fr: ["médecins"] },
  practices: { type: "string", fr: ["cabinets"] },
  previous: { type: "string", fr: ["année-précédente", "précédente"] },
  map: { type: "string", fr: ["correspondance", "correspondances"] },
  ignore: { type: "string", multiple: true, fr: ["ignorer"] },
  blank: { type: "string", fr: ["vide", "vides"], words: { no: "non" } },
  sheet: { type: "string", multiple: true, fr: ["feuille"] },
  schedule: { type: "string", fr: ["barème"] },
  year: { type: "string", fr: ["année", "an"] },
  reading: { type: "string", multiple: true, fr: ["interprétation", "lecture"] },
  patch: { type: "string", fr: ["modifications", "modification"] },
  set: { type: "string", multiple: true, fr: ["changer", "modifier"] },
  format: { type: "string", fr: ["format"], words: { table: "tableau" } },
  csv: { type: "string", fr: ["csv"] },
  detail: {
    type: "string",
    fr: ["détail", "détails"],
    words: { physicians: "médecins", lines: "lignes" },
  },
  out: { type: "string", fr: ["sortie"] },
  locale: { type: "string", fr: ["langue"], words: { fr: "français", en: "anglais" } },
  rejects: { type: "string", fr: ["refusés", "refus", "rejets"] },
  "skip-invalid": { type: "boolean", fr: ["sans-refusés", "sans-refus"] },
  "never-seen": { type: "string", fr: ["jamais-vu", "jamais-vus"], words: { empty: "vide" } },
  "shared-ids": { type: "boolean", fr: ["identifiants-communs"] },
  patient: { type: "string", fr: ["patient"] },
  physician: { type: "string", fr: ["médecin"] },
  counts: { type: "string", fr: ["effectifs"] },
  raise: { type: "string", fr: ["augmenter"] },
  key: { type: "string", fr: ["clé"] },
  paid: { type: "string", multiple: true, fr: ["versé", "payé"] },
  a: { type: "string", fr: ["a"] },
  b: { type: "string", fr: ["b"] },
  by: { type: "string", fr: ["par"] },
  quantiles: { type: "string", fr: ["quantiles"] },
  scenario: { type: "string", fr: ["scénario"] },
  vary: { type: "string", multiple: true, fr: ["varier"] },
  path: { type: "string", fr: ["chemin", "chemins"] },
  total: { type: "string", fr: ["total"] },
  change: { type: "string", fr: ["écart"] },
  "neutral-to": { type: "string", fr: ["neutre-envers", "neutre"] },
  add: { type: "string", multiple: true, fr: ["ajout", "ajouter"] },
  "add-new": { type: "string", multiple: true, fr: ["ajout-nouveau"] },
  threshold: { type: "string", fr: ["seuil"] },
  policy: {
    type: "string",
    fr: ["promesse"],
    words: {
      "complex-pays-more": "complexe-mieux-payé",
      "no-saving": "sans-économie",
      "nobody-loses": "personne-ne-perd",
    },
  },
  old: { type: "string", fr: ["ancien"] },
  engine: { type: "string", fr: ["moteur"], words: { rows: "lignes" } },
  dialect: { type: "string", fr: ["dialecte"] },
  table: { type: "string", fr: ["table"] },
  grain: { type: "string", fr: ["grain"], words: { physician: "médecin" } },
  dated: { type: "string", fr: ["datées", "dates"] },
  without: { type: "string", fr: ["sans"] },
  acts: { type: "string", fr: ["actes"] },
  statuses: { type: "string", multiple: true, fr: ["états", "statuts"] },
  codes: { type: "string", fr: ["codes"] },
  "as-of": { type: "string", fr: ["au", "au-jour"] },
  "with-amounts": { type: "boolean", fr: ["avec-montants"] },
  seed: { type: "string", fr: ["graine"] },
  margins: { type: "string", fr: ["marges"] },
  help: { type: "boolean", short: "h", fr: ["aide"] },
  version: { type: "boolean", short: "V", fr: ["version"] },
} as const satisfies Readonly<Record<string, OptionEntry>>;

export type OptionName = keyof typeof options;
