import type { Locale } from "./text.ts";

/** `"04"` → `avril`. */
export function monthName(month: string, locale: Locale): string | undefined {
  return MONTHS[locale][Number(month) - 1];
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
