import { frenchDay } from "../day.ts";
import type { LocalizedText } from "../error.ts";
import type { Facts } from "../list/cell.ts";
import { counted } from "../typography.ts";

/**
 * `89 ans au 31/12/2025 (naissance : 12/03/1936), ALD, sans C2S, vu en 2025`
 * @param day of the list, `YYYY-MM-DD`
 * @param birth as a row gives it; left out unless it is a date, a month or a year
 */
export function patientText(facts: Facts, day: string, birth: unknown): LocalizedText {
  const { age, ald, c2s } = facts;
  const seen = seenText(facts.seen, Number.parseInt(day, 10));
  const born = /^\d{4}(?:-\d\d){0,2}$/.exec(String(birth))?.[0];
  return {
    fr: [
      `${counted(age, "fr", "an", "ans")} au ${frenchDay(day)}` +
        (born === undefined ? "" : ` (naissance : ${frenchDay(born)})`),
      ald ? "ALD" : "sans ALD",
      C2S[c2s].fr,
      seen.fr,
    ].join(", "),
    en: [
      `${counted(age, "en", "year", "years")} old on ${day}` +
        (born === undefined ? "" : ` (born ${born})`),
      ald ? "ALD" : "no ALD",
      C2S[c2s].en,
      seen.en,
    ].join(", "),
  };
}

function seenText(seen: Facts["seen"], year: number): LocalizedText {
  const before = year - 1;
  const texts: Readonly<Record<Facts["seen"], LocalizedText>> = {
    "this-year": { fr: `vu en ${year}`, en: `seen in ${year}` },
    "year-before": { fr: `vu en ${before}`, en: `seen in ${before}` },
    earlier: {
      fr: `non vu en ${before} ni en ${year}`,
      en: `not seen in ${before} or ${year}`,
    },
    yes: { fr: "vu", en: "seen" },
    no: { fr: "non vu", en: "not seen" },
    unknown: { fr: "dernière consultation non indiquée", en: "last visit not given" },
  };
  return texts[seen];
}

const C2S: Readonly<Record<Facts["c2s"], LocalizedText>> = {
  none: { fr: "sans C2S", en: "no C2S" },
  free: { fr: "C2S sans participation", en: "free C2S" },
  contributory: { fr: "C2S avec participation", en: "contributory C2S" },
  yes: { fr: "C2S", en: "C2S" },
};
