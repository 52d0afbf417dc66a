import type { LocalizedText } from "../../error.ts";
import type { PricedPart } from "./priced-regime.ts";
import { typeset } from "../../typography.ts";

/** What of both regimes is in the sums. */
export interface Scope extends LocalizedText {
  /** Whether both regimes are whole. */
  readonly isComplete: boolean;
  /** What is in neither schedules nor amounts. */
  readonly missing: readonly string[];
}

/** What each regime is made of beside its forfait, and how its name is written. */
const PARTS = {
  old: [
    { name: "ROSP", is: /\brosp\b/i },
    { name: "forfait structure", is: /forfait[- .]?structure/i },
  ],
  new: [{ name: "DONUM", is: /\bdonum\b/i }],
} as const;

/** A before and after of the forfaits alone is false by some 9,500 EUR: it says so. */
export function scopeOf(before: readonly PricedPart[], after: readonly PricedPart[]): Scope {
  const lacks = (parts: readonly PricedPart[], wanted: readonly { name: string; is: RegExp }[]) =>
    wanted
      .filter(({ is }) => !parts.some(({ id, fr }) => is.test(id) || is.test(fr)))
      .map(({ name }) => name);
  const missing = [...lacks(before, PARTS.old), ...lacks(after, PARTS.new)];
  const names = missing.join(", ");
  if (missing.length === 0)
    return typeset({
      isComplete: true,
      missing,
      fr: "Les deux régimes sont entiers : forfait, ROSP et forfait structure ; forfait et DONUM.",
      en: "Both regimes are whole: forfait, ROSP and forfait structure; forfait and DONUM.",
    });
  return typeset({
    isComplete: false,
    missing,
    fr: `Comparaison partielle, sans : ${names}.`,
    en: `A partial comparison, without: ${names}.`,
  });
}
