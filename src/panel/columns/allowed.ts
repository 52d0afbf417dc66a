import type { LocalizedText } from "../../error.ts";
import { OLDEST } from "../../facts.ts";
import { MOST_ACTIONS } from "./block.ts";

/** Accepts integers from 0 to `last`. */
export const range = (last: number): LocalizedText => ({
  fr: `un entier de 0 à ${last}`,
  en: `a whole number from 0 to ${last}`,
});

/** What columns, counts and panels may hold, as refusals state it. */
export const allowed = {
  age: range(OLDEST),
  flag: { fr: "0 ou 1", en: "0 or 1" },
  c2s: {
    fr: "0 aucune, 1 gratuite, 2 avec participation, 3 type non indiqué",
    en: "0 none, 1 free, 2 contributory, 3 kind unknown",
  },
  kind: {
    fr: "1 gratuite ou 2 avec participation : la lecture choisie en dépend",
    en: "1 free or 2 contributory: the chosen reading depends on it",
  },
  fromZero: { fr: "un entier à partir de 0", en: "a whole number from 0" },
  actions: range(MOST_ACTIONS),
  ofEach: {
    fr: "une colonne par indicateur : leurs prix diffèrent",
    en: "a column for each indicator: their prices differ",
  },
  id: { fr: "un texte ou un nombre", en: "a text or a number" },
  physician: { fr: "l'identifiant d'un médecin", en: "the identifier of a physician" },
  given: { fr: "un des médecins donnés", en: "one of the physicians that were given" },
  accepted: {
    fr: "un médecin dont la ligne est acceptée",
    en: "a physician whose row is accepted",
  },
} as const satisfies Record<string, LocalizedText>;
