import type { Locale, LocalizedText } from "../error.ts";

/** What tells a group of physicians from the others, in words: `ZIP · 500-999`. */
export function groupText(keys: Readonly<Record<string, string>>, locale: Locale): string {
  return Object.entries(keys)
    .map(([key, value]) => words[`${key} ${value}`]?.[locale] ?? value)
    .join(" · ");
}

/** The keys by which physicians are grouped, in words. */
export function groupNames(keys: readonly string[], locale: Locale): string {
  return keys.map((key) => words[key]?.[locale] ?? key).join(" · ");
}

const words: Readonly<Record<string, LocalizedText>> = {
  zone: { fr: "zone", en: "zone" },
  "zone none": { fr: "hors ZIP et QPV", en: "outside ZIP and QPV" },
  contract: { fr: "contrat", en: "contract" },
  "contract true": { fr: "en cours", en: "running" },
  "contract false": { fr: "aucun", en: "none" },
  sector: { fr: "secteur", en: "sector" },
  listSize: { fr: "taille de la patientèle", en: "list size" },
  baselineQuantile: { fr: "part par montant d'avant", en: "part by amount before" },
};
