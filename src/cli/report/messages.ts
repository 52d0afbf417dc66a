import { titles } from "../../error-codes.ts";
import { show, type Locale, type Refusal } from "../../error.ts";
import type { RejectedRow } from "../../list/rejected-row.ts";
import { cellText } from "../../words/missing.ts";
import type { Header } from "../input/header.ts";
import { allowedInFile } from "./allowed.ts";

/** A rejected row with its position in the file. */
export interface RefusedRow extends RejectedRow {
  readonly file: string;
  readonly line?: number;
  readonly raw: readonly string[];
  readonly header?: Header;
}

/** Words between the parts of a message. */
export const texts = {
  fr: { found: "trouvé", allowed: "attendu", blank: "une case vide", colon: " : ", stop: " ; " },
  en: { found: "found", allowed: "allowed", blank: "a blank", colon: ": ", stop: "; " },
} as const;

/** `âge invalide : trouvé "abc" ; attendu : un entier de 0 à 129` */
export function reason(row: RefusedRow, refusal: Refusal, locale: Locale): string {
  const { colon, stop, found, allowed } = texts[locale];
  return (
    `${titles[refusal.code][locale]}${colon}${found} ${foundOf(row, refusal, locale)}` +
    `${stop}${allowed}${colon}${expectedOf(row, refusal, locale)}`
  );
}

/** What was found, as it is written in the file. */
export function foundOf(row: RefusedRow, { path, found }: Refusal, locale: Locale): string {
  const cell = row.raw[columnAt(row, path)];
  if (cell !== undefined && !path.endsWith(".prevention"))
    return cell.trim() === "" ? texts[locale].blank : show(cell.trim());
  const isMissing = (text: string | undefined): boolean => text === "undefined" || text === '""';
  const written = isMissing(found) ? keyIn(row, path) : found;
  return written === undefined || isMissing(written) ? texts[locale].blank : written;
}

/** What a row of JSON has under a key, as it is written: `"NULL"` is read as nothing. */
function keyIn({ header, raw: [text = ""] }: RefusedRow, path: string): string | undefined {
  const key = lastOf(path);
  if (header || !text.startsWith("{")) return undefined;
  const row = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return Object.hasOwn(row, key) ? show(row[key]) : undefined;
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

/** Header, as written in the file, of the refused cell. */
export function columnOf(row: RefusedRow, { path }: Refusal): string {
  return row.header?.names[columnAt(row, path)] ?? lastOf(path);
}

/** The last part of a path: `ald` of `patients[3].ald`. */
function lastOf(path: string): string {
  return /\.([^.]+)$/.exec(path)?.[1] ?? "";
}

/** Index of the column that holds the last field of a path, or -1. */
function columnAt({ header, kind }: RefusedRow, path: string): number {
  const field = lastOf(path);
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
