import type { Locale, LocalizedText } from "../error.ts";
import { c2sKindNames, sectorNames } from "../facts.ts";
import { day } from "../statement/format/locale.ts";
import { count } from "../typography.ts";
import { fieldName } from "../words/field-names.ts";
import { indicatorWord } from "../words/prevention.ts";

/** The name of a field of a list, for a reader. */
export function factName(field: string, locale: Locale): string {
  return NAMES[field]?.[locale] ?? fieldName(field, locale);
}

/** What a list says of a fact, in words: `oui`, `31/12/2025`, `grippe, sein (15/10/2026)`. */
export function factText(value: unknown, locale: Locale): string {
  if (value === null || value === undefined) return "—";
  if (typeof value === "boolean") return YES_OR_NO[value ? "yes" : "no"][locale];
  if (typeof value === "number") return count(value, locale);
  if (typeof value === "string") return textOf(value, locale);
  if (!Array.isArray(value)) return partText(value, locale);
  return value.length === 0
    ? NOTHING[locale]
    : value.map((one: unknown) => partText(one, locale)).join(", ");
}

/** One of several: an indicator, a visit, an act, a value with its days. */
function partText(part: unknown, locale: Locale): string {
  if (typeof part === "string") return textOf(part, locale);
  if (typeof part !== "object" || part === null) return factText(part, locale);
  const { id, kind, value, on, date, from, until, ...others } = part as Part;
  const what = id ?? kind ?? value;
  if (what === undefined || Object.keys(others).length > 0) return JSON.stringify(part);
  const days = [on, date, from, until].filter((one) => typeof one === "string");
  const when = days.length === 0 ? "" : ` (${days.map((one) => day(one, locale)).join(" – ")})`;
  return `${factText(what, locale)}${when}`;
}

type Part = Readonly<
  Partial<Record<"id" | "kind" | "value" | "on" | "date" | "from" | "until", unknown>>
>;

function textOf(text: string, locale: Locale): string {
  if (/^\d{4}(?:-\d{2}){1,2}$/.test(text)) return day(text, locale);
  const named = WORDS[text];
  return named ? named[locale] : indicatorWord(text, locale);
}

const WORDS: Readonly<Record<string, LocalizedText>> = {
  none: { fr: "aucune", en: "none" },
  ...c2sKindNames,
  "2-optam": sectorNames["2-optam"] as LocalizedText,
};

const YES_OR_NO = { yes: { fr: "oui", en: "yes" }, no: { fr: "non", en: "no" } } as const;
const NOTHING: LocalizedText = { fr: "rien", en: "nothing" };

const NAMES: Readonly<Record<string, LocalizedText>> = {
  age: { fr: "âge", en: "age" },
  birthDate: { fr: "date de naissance", en: "birth date" },
  ald: { fr: "ALD", en: "ALD" },
  c2s: { fr: "C2S", en: "C2S" },
  seen: { fr: "vu", en: "seen" },
  lastSeen: { fr: "dernière consultation", en: "last visit" },
  visits: { fr: "visites", en: "visits" },
  prevention: { fr: "prévention", en: "prevention" },
  registeredFrom: { fr: "inscrit depuis", en: "registered from" },
  registeredUntil: { fr: "inscrit jusqu'au", en: "registered until" },
  diedOn: { fr: "décédé le", en: "died on" },
  aldFrom: { fr: "ALD depuis", en: "ALD from" },
  aldUntil: { fr: "ALD jusqu'au", en: "ALD until" },
  c2sFrom: { fr: "C2S depuis", en: "C2S from" },
  c2sUntil: { fr: "C2S jusqu'au", en: "C2S until" },
  zone: { fr: "zone", en: "zone" },
};
