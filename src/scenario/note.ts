import type { LocalizedText } from "../error.ts";
import { typeset } from "../typography.ts";

/** What every result of a scenario says of itself. */
export interface Static {
  /** Nobody changes behaviour. */
  readonly isStatic: true;
  readonly note: LocalizedText;
}

export const STATIC: Static = {
  isStatic: true,
  note: typeset({
    fr: "Calcul statique : ni les patients ni les médecins ne changent de comportement.",
    en: "Static: neither patients nor physicians change what they do.",
  }),
};
