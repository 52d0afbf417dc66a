import type { Locale, LocalizedText } from "../error.ts";
import type { Euros } from "../schedule/language.ts";
import { signedMoney } from "../statement/format/locale.ts";
import type { SheetTable } from "../statement/layout/sheet.ts";
import { count } from "../typography.ts";
import type { MoveOfPhysicians } from "./move.ts";

/** Who gains, who loses, and quantiles of the change. */
interface Moves extends Pick<MoveOfPhysicians, "gainers" | "losers" | "unchanged"> {
  readonly quantiles: readonly { readonly p: number; readonly change: Euros }[];
}

/** The tables of those who gain and who lose, and of the quantiles of the change. */
export function moverTables(moves: Moves, locale: Locale): SheetTable[] {
  const word = (text: LocalizedText): string => text[locale];
  return [
    {
      title: word(moverWords.who),
      head: [moverWords.who, moverWords.physicians, moverWords.change].map(word),
      rows: (["gainers", "losers", "unchanged"] as const).map((key) => ({
        cells: [
          word(moverWords[key]),
          count(moves[key].physicians, locale),
          signedMoney(moves[key].change, locale),
        ],
      })),
    },
    {
      title: word(moverWords.quantiles),
      head: ["p", word(moverWords.change)],
      rows: moves.quantiles.map(({ p, change }) => ({
        cells: [count(p, locale), signedMoney(change, locale)],
      })),
    },
  ];
}

/** Words of what physicians gain and lose. */
export const moverWords = {
  change: { fr: "Écart", en: "Change" },
  total: { fr: "Total", en: "Total" },
  physician: { fr: "médecin", en: "physician" },
  physicians: { fr: "médecins", en: "physicians" },
  patients: { fr: "patients", en: "patients" },
  takenOn: { fr: "situation au", en: "as of" },
  who: { fr: "Qui gagne, qui perd", en: "Who gains, who loses" },
  gainers: { fr: "gagnants", en: "gainers" },
  losers: { fr: "perdants", en: "losers" },
  unchanged: { fr: "inchangés", en: "unchanged" },
  quantiles: {
    fr: "Quantiles de l'écart par médecin",
    en: "Quantiles of the change per physician",
  },
  groups: { fr: "Par groupe", en: "By group" },
  status: { fr: "Fiabilité", en: "Reliability" },
  note: { fr: "À noter", en: "Please note" },
} as const satisfies Record<string, LocalizedText>;
