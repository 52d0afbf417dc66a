import { titles } from "../../error-codes.ts";
import {
  show,
  type ErrorCode,
  type Locale,
  type Refusal,
  type LocalizedText,
} from "../../error.ts";
import { dateHint, withHint } from "../../list/date-hint.ts";
import type { RejectedRow } from "../../list/row-reader.ts";
import { cellText } from "../../words/missing.ts";
import type { Header } from "../input/header.ts";

/** A rejected row with its position in the file. */
export interface RefusedRow extends RejectedRow {
  readonly file: string;
  readonly line?: number;
  readonly raw: readonly string[];
  readonly header?: Header;
}

/** Words between the parts of a message. */
export const texts = {
  fr: { found: "trouvé", allowed: "attendu", colon: " : ", stop: " ; " },
  en: { found: "found", allowed: "allowed", colon: ": ", stop: "; " },
} as const;

/** `âge invalide : trouvé "abc" ; attendu : un entier de 0 à 129` */
export function reason(row: RefusedRow, refusal: Refusal, locale: Locale): string {
  const { colon, stop, found, allowed } = texts[locale];
  return (
    `${titles[refusal.code][locale]}${colon}${found} ${foundOf(row, refusal)}` +
    `${stop}${allowed}${colon}${expectedOf(row, refusal, locale)}`
  );
}

/** What was found, as it is written in the file. */
export function foundOf(row: RefusedRow, { path, found }: Refusal): string {
  const cell = row.raw[columnAt(row, path)];
  const asRead = cell === undefined || path.endsWith(".prevention") ? found : show(cell.trim());
  return asRead === "undefined" ? '""' : asRead;
}

/** What is allowed there. */
export function expectedOf(row: RefusedRow, refusal: Refusal, locale: Locale): string {
  const cell = row.raw[columnAt(row, refusal.path)];
  const value = cell === undefined ? textIn(refusal.found) : cellText(cell);
  return allowedInFile(refusal, value)[locale];
}

/** The text of a value found, of which a refusal holds the JSON. */
function textIn(found: string): string {
  return /^".*"$/s.test(found) ? found.slice(1, -1) : found;
}

const date: LocalizedText = {
  fr: "JJ/MM/AAAA, MM/AAAA ou AAAA (ou AAAA-MM-JJ)",
  en: "DD/MM/YYYY, MM/YYYY or YYYY (or YYYY-MM-DD)",
};
const day: LocalizedText = { fr: "un jour : JJ/MM/AAAA", en: "a day: DD/MM/YYYY" };
const yesOrNo: LocalizedText = { fr: "oui ou non", en: "yes or no" };
const zone: LocalizedText = { fr: "ZIP, QPV, ZAC ou aucune", en: "ZIP, QPV, ZAC or none" };
const sector: LocalizedText = { fr: "1, 2 ou 2 OPTAM", en: "1, 2 or 2 OPTAM" };
const indicators: LocalizedText = {
  fr: "des indicateurs que le barème paie (grippe, ROR, sein… : docs/mots.md), ou leur nombre",
  en: "indicators that the schedule pays (flu, mmr, breast…: docs/words.md), or their number",
};
const age: LocalizedText = {
  fr: "un âge, ou une date de naissance",
  en: "an age, or a birth date",
};
/** What a blank may be made to mean. */
const orBlank = ({ fr, en }: LocalizedText): LocalizedText => ({
  fr: `${fr} ; si une case vide veut dire non : --vide non`,
  en: `${en}; if an empty cell means no: --blank no`,
});
const c2s: LocalizedText = {
  fr: "oui, non, gratuite ou avec participation",
  en: "yes, no, free or contributory",
};

/** Allowed values as users write them in a file, which accepts more spellings than the library. */
const inFiles: Readonly<Partial<Record<ErrorCode, LocalizedText>>> = {
  DATE_IMPOSSIBLE: date,
  AGE_MISSING: age,
  ALD_MISSING: orBlank(yesOrNo),
  ALD_INVALID: yesOrNo,
  CONTRACT_INVALID: yesOrNo,
  SEEN_INVALID: yesOrNo,
  SEEN_MISSING: {
    fr:
      "oui ou non, ou une date de dernière consultation ; ou pas de colonne du tout ; " +
      "si une case vide veut dire jamais : --jamais-vu vide",
    en:
      "yes or no, or a date last seen; or no column at all; " +
      "if an empty cell means never: --never-seen empty",
  },
  C2S_MISSING: orBlank(c2s),
  C2S_INVALID: c2s,
  ZONE_INVALID: zone,
  SECTOR_INVALID: sector,
  PREVENTION_UNKNOWN: indicators,
};

/** What is allowed of a value found in a file. */
function allowedInFile({ code, path, allowed }: Refusal, cell: unknown): LocalizedText {
  if (code === "DATE_INVALID")
    return withHint(/\.active(From|Until)$/.test(path) ? day : date, dateHint(cell));
  if (code === "AGE_DISAGREES")
    return {
      fr: `${allowed.fr} ; pour laisser une des deux colonnes : --ignorer COLONNE`,
      en: `${allowed.en}; to leave one of the two columns out: --ignore COLUMN`,
    };
  return inFiles[code] ?? allowed;
}

/** Header, as written in the file, of the refused cell. */
export function columnOf(row: RefusedRow, { path }: Refusal): string {
  return row.header?.names[columnAt(row, path)] ?? /\.([^.]+)$/.exec(path)?.[1] ?? "";
}

/** Index of the column that holds the last field of a path, or -1. */
function columnAt({ header, kind }: RefusedRow, path: string): number {
  const field = /\.([^.]+)$/.exec(path)?.[1] ?? "";
  const names = [
    ...(/\.(facts\.[^.]+)$/.exec(path)?.slice(1) ?? []),
    ...(kind === "physician" ? (OF_PHYSICIAN[field] ?? []) : []),
    field,
    ...(field === "age" ? ["birthDate"] : []),
  ];
  return names.map((name) => header?.fields.indexOf(name) ?? -1).find((at) => at >= 0) ?? -1;
}

/** Names of physician fields in a patient list. */
const OF_PHYSICIAN: Readonly<Record<string, readonly string[]>> = {
  birthDate: ["physicianBirthDate"],
  age: ["physicianAge", "physicianBirthDate"],
  id: ["physicianId"],
};
