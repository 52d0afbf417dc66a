import type { LocalizedText } from "../error.ts";
import { tagOf } from "../tag.ts";

/** What a value that is no date seems to be, and what to do. */

const BETWEEN = String.raw`\s?[-/. ]\s?`;
const MONTH = String.raw`[a-zéû]{3,9}\.?`;

/** A year of two digits, of one century or another. */
const SHORT_YEAR = new RegExp(
  `^\\d{1,2}${BETWEEN}(\\d{1,2}|${MONTH})${BETWEEN}\\d{2}$|^${MONTH}[- ]\\d{2}$|^\\d{6}$`,
  "i",
);

/** Whether a text is a date but for its century. */
export function hasShortYear(text: string): boolean {
  return SHORT_YEAR.test(text.trim());
}

/** A month, then a day that is no month, before or behind the year. */
const MONTH_FIRST = new RegExp(
  String.raw`^(0?[1-9]|1[0-2])${BETWEEN}(1[3-9]|2\d|3[01])${BETWEEN}\d{4}$|` +
    String.raw`^\d{4}\s?[/. ]\s?(1[3-9]|2\d|3[01])\s?[/. ]\s?(0?[1-9]|1[0-2])$`,
);

/** Whether a text is a date in the American order. */
export function isMonthFirst(text: string): boolean {
  return MONTH_FIRST.test(text.trim());
}

const causes: readonly (readonly [RegExp, LocalizedText])[] = [
  [
    /\d[T ]\d{1,2}:?\d{2}.*(Z|[+-]\d{2}(:?\d{2})?|\b(UTC|GMT|CES?T)\b.*)$/i,
    {
      fr: "un instant avec un fuseau tombe un jour ou un autre selon le lieu : écrire le jour seul",
      en: "an instant with an offset is of one day or another by the place: write the day alone",
    },
  ],
  [
    /[T ]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?$/,
    {
      fr:
        "cette heure peut être minuit d'un autre fuseau (22:00, 23:00), et un autre jour : " +
        "écrire le jour seul",
      en:
        "this time may be midnight in another zone (22:00, 23:00), and another day: " +
        "write the day alone",
    },
  ],
  [
    SHORT_YEAR,
    {
      fr: "année à deux chiffres, de quel siècle ? l'écrire en entier (1945)",
      en: "a year of two digits, of which century? write all four (1945)",
    },
  ],
  [
    MONTH_FIRST,
    {
      fr:
        "un mois après 12 : ordre américain, le mois puis le jour ? alors toute la colonne est " +
        "dans cet ordre : écrire le jour d'abord",
      en:
        "a month above 12: American order, the month then the day? then all of the column is in " +
        "that order: write the day first",
    },
  ],
  [
    /^\d{1,5}([.,]\d+)?$/,
    {
      fr:
        "un nombre, sans doute celui qu'Excel garde pour un jour : " +
        "mettre la colonne au format Date, puis enregistrer de nouveau",
      en: "a number, likely what Excel keeps for a day: format the column as dates, save again",
    },
  ],
  [
    /^\d{8}$/,
    {
      fr: "huit chiffres, dans un ordre qui peut être double : séparer jour, mois et année",
      en: "eight digits, in one order or another: part day, month and year",
    },
  ],
  [
    /^-?\d{9,19}([.,]\d+)?$/,
    {
      fr: "un instant compté en secondes depuis 1970 : écrire le jour",
      en: "an instant counted in seconds since 1970: write the day",
    },
  ],
];

const aDateObject: LocalizedText = {
  fr: "un objet Date est un instant, dont le jour dépend du fuseau : donner le jour en texte",
  en: "a Date object is an instant, whose day depends on the time zone: give the day as text",
};

/** Why a value is no date and what to do; undefined where nothing is known. */
export function dateHint(value: unknown): LocalizedText | undefined {
  if (tagOf(value) === "[object Date]") return aDateObject;
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value).trim().slice(0, LONGEST);
  return causes.find(([pattern]) => pattern.test(text))?.[1];
}

/** No date is longer. */
const LONGEST = 60;

/** Adds what to do to what is allowed. */
export function withHint(allowed: LocalizedText, hint: LocalizedText | undefined): LocalizedText {
  return hint ? { fr: `${allowed.fr} (${hint.fr})`, en: `${allowed.en} (${hint.en})` } : allowed;
}
