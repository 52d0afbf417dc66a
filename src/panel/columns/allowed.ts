import type { Locale, LocalizedText } from "../../error.ts";
import { C2S_KINDS, c2sKindNames, OLDEST } from "../../facts.ts";
import { C2S } from "../../list/cell.ts";

/** Accepts integers from 0 to `last`. */
export const range = (last: number): LocalizedText => ({
  fr: `un entier de 0 à ${last}`,
  en: `a whole number from 0 to ${last}`,
});

const c2sNames: Readonly<Record<(typeof C2S)[number], LocalizedText>> = {
  none: { fr: "aucune", en: "none" },
  ...c2sKindNames,
  yes: { fr: "type non indiqué", en: "kind unknown" },
};

const kindsIn = (locale: Locale, or: string): string =>
  C2S_KINDS.map((kind) => `${C2S.indexOf(kind)} ${c2sKindNames[kind][locale]}`).join(or);

/** What columns, counts and panels may hold, as refusals state it. */
export const allowed = {
  age: range(OLDEST),
  year: { fr: "une année civile", en: "a calendar year" },
  flag: { fr: "0 ou 1", en: "0 or 1" },
  c2s: {
    fr: C2S.map((kind, code) => `${code} ${c2sNames[kind].fr}`).join(", "),
    en: C2S.map((kind, code) => `${code} ${c2sNames[kind].en}`).join(", "),
  },
  kind: {
    fr: `${kindsIn("fr", " ou ")} : l'interprétation choisie en dépend`,
    en: `${kindsIn("en", " or ")}: the chosen reading depends on it`,
  },
  decimals: {
    fr: "un nombre à partir de 0, six décimales au plus",
    en: "a number from 0, at most six decimals",
  },
  written: {
    fr: "un nombre à partir de 0, six décimales au plus ; 1.234 peut être mille : écrire 1.2340",
    en: "a number from 0, at most six decimals; 1.234 may be a thousand: write 1.2340",
  },
  fromZero: { fr: "un entier à partir de 0", en: "a whole number from 0" },
  ofEach: {
    fr: "une colonne par indicateur : leurs prix diffèrent",
    en: "a column for each indicator: their prices differ",
  },
  physician: { fr: "l'identifiant d'un médecin", en: "the identifier of a physician" },
  given: { fr: "un des médecins donnés", en: "one of the physicians that were given" },
  accepted: {
    fr: "un médecin dont la ligne est acceptée",
    en: "a physician whose row is accepted",
  },
} as const satisfies Record<string, LocalizedText>;
