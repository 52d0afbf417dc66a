import { frenchDay } from "../../day.ts";
import { oneOf, refuse, type Locale, type LocalizedText } from "../../error.ts";
import { roundedPercentage } from "../../money/rate-text.ts";
import type { Euros } from "../../schedule/language.ts";
import type { Status } from "../../schedule/provenance.ts";

/** Numbers, dates and texts in each language, without Intl, whose output depends on the engine. */

const NBSP = "\u00a0";

/** @throws ForfaitError INPUT_INVALID */
export function checkLocale(locale: Locale): Locale {
  return locale === "fr" || locale === "en"
    ? locale
    : refuse("INPUT_INVALID", "locale", locale, oneOf(["fr", "en"]));
}

/** `"23110.5"` → `23 110,50 €` in French, `€23,110.50` in English. */
export function money(amount: Euros, locale: Locale): string {
  const sign = amount.startsWith("-") ? "-" : "";
  const [whole, decimals] = amount.replace("-", "").split(".") as [string, string];
  return locale === "fr"
    ? `${sign}${grouped(whole, NBSP)},${decimals}${NBSP}€`
    : `${sign}€${grouped(whole, ",")}.${decimals}`;
}

export function count(value: number, locale: Locale): string {
  return grouped(String(value), locale === "fr" ? NBSP : ",");
}

function grouped(digits: string, separator: string): string {
  const first = digits.length % 3 || 3;
  return digits.slice(0, first) + digits.slice(first).replace(/\d{3}/g, `${separator}$&`);
}

/** `"10%"` → `10 %`; `"7/120"` → `7/120 (≈ 5,83 %)`. */
export function rate(text: string, locale: Locale): string {
  const written = (percentage: string): string =>
    locale === "fr" ? `${percentage.replace(".", ",")}${NBSP}%` : `${percentage}%`;
  if (text.endsWith("%")) return written(text.slice(0, -1));
  return `${text} (≈${NBSP}${written(roundedPercentage(text))})`;
}

/** `2025-12-31` → `31/12/2025` in French. */
export function day(date: string, locale: Locale): string {
  return locale === "fr" ? frenchDay(date) : date;
}

const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  fr: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};

/** `2026-04` → `avril 2026`, `2027` → `2027`. */
export function due(date: string, locale: Locale): string {
  const [year, month] = date.split("-");
  return month ? `${MONTHS[locale][Number(month) - 1]} ${year}` : date;
}

export const statusNames: Readonly<Record<Status, LocalizedText>> = {
  official: { fr: "source officielle", en: "official source" },
  secondary: { fr: "source secondaire", en: "secondary source" },
  assumed: { fr: "supposé", en: "assumed" },
  user: { fr: "valeur de l'utilisateur", en: "user's own value" },
};

export const labels = {
  year: { fr: "année", en: "year" },
  physician: { fr: "Médecin", en: "Physician" },
  patient: { fr: "patient", en: "patient" },
  patients: { fr: "patients", en: "patients" },
  takenOn: { fr: "situation au", en: "as of" },
  line: { fr: "Ligne", en: "Line" },
  calculation: { fr: "Calcul", en: "Calculation" },
  amount: { fr: "Montant", en: "Amount" },
  sources: { fr: "Sources", en: "Sources" },
  of: { fr: "de", en: "of" },
  total: { fr: "Total", en: "Total" },
  instalments: { fr: "Versements", en: "Instalments" },
  due: { fr: "Échéance", en: "Due" },
  checked: { fr: "lue le", en: "read on" },
  warnings: { fr: "À noter", en: "Please note" },
  assumed: { fr: "Ce qui est supposé", en: "What is assumed" },
  questions: {
    fr: "Questions ouvertes du texte, et la lecture retenue",
    en: "Open questions of the text, and the reading used",
  },
  unofficial: {
    fr: "Les montants marqués « source secondaire » ou « supposé » ne sont pas officiels.",
    en: 'Amounts marked "secondary source" or "assumed" are not official.',
  },
} as const satisfies Record<string, LocalizedText>;
