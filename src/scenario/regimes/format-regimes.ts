import { refuse, type Locale, type LocalizedText } from "../../error.ts";
import { day, money, signedMoney } from "../../statement/format/locale.ts";
import { statusNames } from "../../statement/format/words.ts";
import { colon, count } from "../../typography.ts";
import { layOut, type SheetOptions } from "../../statement/layout/lay-out.ts";
import type { Sheet, SheetTable } from "../../statement/layout/sheet.ts";
import { groupText } from "../group-text.ts";
import { moverTables, moverWords } from "../mover-tables.ts";
import type { RegimeComparisonData } from "./regime-comparison.ts";
import type { RegimePart, RegimeTotal } from "./regime.ts";

/**
 * A comparison of regimes for a reader: each part with its mean, its status and source, who gains
 * and who loses, and what the sums leave out.
 * @param options `locale`, by default `fr`, and `as`, by default `text`
 * @returns text, Markdown or HTML
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN
 * @example
 * // How is a comparison of regimes headed in English?
 * const table = [{ age: "7-74", ald: false, c2s: false, n: 100 }];
 * const panels = panelsFromCounts(table, { year: 2026 });
 * const comparison = compareRegimes(panels, { year: 2026 });
 * formatRegimeComparison(comparison, { locale: "en" }).split("\n")[0]
 * //=> "Old regime and new regime"
 */
export function formatRegimeComparison(
  comparison: RegimeComparisonData,
  options: SheetOptions = {},
): string {
  if (typeof (comparison as Partial<RegimeComparisonData> | null | undefined)?.scope !== "object")
    refuse("INPUT_INVALID", "comparison", comparison, {
      fr: "une comparaison, comme la rend compareRegimes",
      en: "a comparison, as compareRegimes returns it",
    });
  return layOut("comparison", options, (locale) => regimeSheet(comparison, locale));
}

export function regimeSheet(result: RegimeComparisonData, locale: Locale): Sheet {
  const word = (text: LocalizedText): string => text[locale];
  const { moves, change, scope, note } = result;
  const isOne = result.physicians === 1;
  return {
    simulation: undefined,
    title: word(words.title),
    subtitle: [
      String(result.year),
      `${count(result.physicians, locale)} ${word(isOne ? words.physician : words.physicians)}`,
      `${count(result.patients, locale)} ${word(words.patients)}`,
      `${word(words.takenOn)} ${day(result.referenceDate, locale)}`,
    ].join(" · "),
    tables: [
      regimeTable(word(words.old), result.old, locale),
      regimeTable(word(words.new), result.new, locale),
      {
        title: word(words.change),
        head: ["", word(words.sum), word(words.mean)],
        rows: [
          {
            cells: [
              word(words.change),
              signedMoney(change.total, locale),
              signedMoney(change.mean, locale),
            ],
            kind: "total",
          },
        ],
      },
      ...(moves && !isOne ? moveTables(moves, locale) : []),
    ],
    lists: [
      {
        title: word(words.note),
        items: [
          scope[locale],
          ...(moves ? [] : [word(words.meansOnly)]),
          ...result.old.parts.concat(result.new.parts).flatMap((part) => sourcesOf(part, locale)),
          note[locale],
        ],
      },
    ],
  };
}

function regimeTable(
  title: string,
  { parts, total, mean }: RegimeTotal,
  locale: Locale,
): SheetTable {
  const word = (text: LocalizedText): string => text[locale];
  return {
    title,
    head: [words.part, words.sum, words.mean, words.basis, words.status].map(word),
    words: [3, 4],
    rows: [
      ...parts.map((part) => ({
        cells: [
          part[locale],
          money(part.total, locale),
          money(part.mean, locale),
          word(words.bases[part.basis]),
          statusNames[part.status][locale],
        ],
      })),
      {
        cells: [word(words.total), money(total, locale), money(mean, locale), "", ""],
        kind: "total",
      },
    ],
  };
}

function moveTables(
  moves: NonNullable<RegimeComparisonData["moves"]>,
  locale: Locale,
): SheetTable[] {
  const word = (text: LocalizedText): string => text[locale];
  const groups: SheetTable = {
    title: word(words.groups),
    head: ["", ...[words.physicians, words.change, words.gainers, words.losers].map(word)],
    rows: moves.groups.map(({ keys, physicians, change, gainers, losers }) => ({
      cells: [
        groupText(keys, locale),
        count(physicians, locale),
        signedMoney(change, locale),
        count(gainers.physicians, locale),
        count(losers.physicians, locale),
      ],
    })),
  };
  return [...moverTables(moves, locale), ...(moves.groups.length > 0 ? [groups] : [])];
}

function sourcesOf(part: RegimePart, locale: Locale): string[] {
  if (part.basis === "schedule") return [];
  return part.sources.map(({ title }) => `${part[locale]}${colon(locale)}${title}`);
}

const words = {
  ...moverWords,
  title: { fr: "Ancien et nouveau régime", en: "Old regime and new regime" },
  old: { fr: "Ancien régime", en: "Old regime" },
  new: { fr: "Nouveau régime", en: "New regime" },
  part: { fr: "Part", en: "Part" },
  sum: { fr: "Total", en: "Total" },
  mean: { fr: "Moyenne par médecin", en: "Mean per physician" },
  basis: { fr: "Connu par", en: "Known by" },
  bases: {
    schedule: { fr: "barème", en: "schedule" },
    each: { fr: "médecin", en: "physician" },
    mean: { fr: "moyenne", en: "mean" },
  },
  meansOnly: {
    fr: "Un montant est une moyenne : ni gagnants, ni perdants, ni quantiles.",
    en: "An amount is a mean: neither gainers, nor losers, nor quantiles.",
  },
} as const;
