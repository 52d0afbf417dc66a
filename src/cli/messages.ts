import { titles } from "../error-codes.ts";
import type { ErrorCode, Locale, Refusal, Text } from "../error.ts";
import type { Rejected } from "../panel/list.ts";
import type { Header } from "./input/header.ts";

/** A refused row, where it stands in its file. */
export interface RefusedRow extends Rejected {
  readonly file: string;
  readonly line?: number;
  readonly raw: readonly string[];
  readonly header?: Header;
}

const words = {
  fr: { line: "ligne", column: "colonne", found: "trouvé", allowed: "attendu", colon: " : " },
  en: { line: "line", column: "column", found: "found", allowed: "allowed", colon: ": " },
} as const;

/** `ligne 12, colonne âge, AGE_INVALID: âge invalide : trouvé "abc" ; attendu : un entier de 0 à 129` */
export function refusalLine(row: RefusedRow, refusal: Refusal, locale: Locale): string {
  const { line, column } = words[locale];
  const name = columnOf(row, refusal);
  const place = row.line === undefined ? refusal.path : `${line} ${row.line}${name ? `, ${column} ${name}` : ""}`;
  return `${place}, ${refusal.code}: ${reason(refusal, locale)}`;
}

export function reason({ code, found, allowed }: Refusal, locale: Locale): string {
  const { found: foundWord, allowed: allowedWord, colon } = words[locale];
  const shown = found === "undefined" ? '""' : found;
  return `${titles[code][locale]}${colon}${foundWord} ${shown} ; ${allowedWord}${colon}${(inFiles[code] ?? allowed)[locale]}`;
}

const date: Text = { fr: "JJ/MM/AAAA, MM/AAAA ou AAAA (ou AAAA-MM-JJ)", en: "DD/MM/YYYY, MM/YYYY or YYYY (or YYYY-MM-DD)" };
const yesOrNo: Text = { fr: "oui ou non", en: "yes or no" };
const c2s: Text = { fr: "oui, non, gratuite ou avec participation", en: "yes, no, free or contributory" };

/** A file may say more than an object of the library, and in the words of its reader. */
const inFiles: Readonly<Partial<Record<ErrorCode, Text>>> = {
  DATE_INVALID: date,
  DATE_IMPOSSIBLE: date,
  ALD_MISSING: yesOrNo,
  ALD_INVALID: yesOrNo,
  CONTRACT_INVALID: yesOrNo,
  SEEN_INVALID: yesOrNo,
  SEEN_MISSING: { fr: "oui ou non, ou une date de dernière consultation ; ou pas de colonne du tout", en: "yes or no, or a date last seen; or no column at all" },
  C2S_MISSING: c2s,
  C2S_INVALID: c2s,
};

/** The header of the cell that a refusal is about, as it stands in the file. */
export function columnOf({ header }: RefusedRow, { path }: Refusal): string {
  const field = path.split(".").at(-1) ?? "";
  const at = header?.fields.findIndex((one) => one === field || one === ALIASES[field]) ?? -1;
  return header?.names[at] ?? (path.includes(".") ? field : "");
}

/** In a list, facts of the physician go by other names. */
const ALIASES: Readonly<Record<string, string>> = { birthDate: "physicianBirthDate", age: "physicianAge", id: "physicianId" };
