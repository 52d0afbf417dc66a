import type { LocalizedText } from "../../error.ts";
import { quoted } from "../../printable.ts";
import { wordsOf, type CellOptions } from "../../words/cells.ts";
import { fieldName, fieldsOf } from "../../words/field-names.ts";
import type { Names } from "../../words/fields.ts";
import { headerWords, type HeaderWords } from "../../words/headers.ts";
import { mappedColumn, type ColumnMap } from "../../words/map.ts";
import { cellText } from "../../words/missing.ts";
import { letters } from "../../words/plain.ts";
import { tellsWhoIsListed } from "../../words/related.ts";
import { fail } from "../report/failure.ts";

/** What the user says of columns: `--map`, `--ignore`, `--blank`. */
export interface HeaderMap {
  readonly columns?: ColumnMap;
  /** Headers of columns to leave out. */
  readonly ignore?: readonly string[];
  readonly blank?: CellOptions["blank"];
  /** The columns are to be told, whatever is wrong with their headers. */
  readonly isSurvey?: true;
}

/** How the columns of a file are read. */
export interface ReadColumns {
  /** Field of each column, in order; undefined for one that is not read. */
  readonly fields: readonly (string | undefined)[];
  /** Words of the user in each column. */
  readonly values: readonly CellOptions["values"][];
  readonly blank: CellOptions["blank"];
}

/** Columns of a file. */
export interface Header extends ReadColumns {
  /** Headers as written in the file. */
  readonly names: readonly string[];
  /** Columns to tell of: those that nobody reads nor left out, and those with restored accents. */
  readonly noted: readonly NotedColumn[];
}

export interface NotedColumn {
  readonly name: string;
  /** The known header that it resembles, and the field of this one. */
  readonly nearest?: string;
  readonly field?: string;
  /** Whether it says who is on the list, which no field does. */
  readonly isOfTheList?: true;
  /** What it is read as, because another encoding had changed its accents. */
  readonly restored?: string;
}

/** Maps every column to its field. */
export function readHeader(cells: readonly string[], known: Names, map: HeaderMap = {}): Header {
  const words = headerWords(known);
  const names = cells.map((cell) => cell.trim());
  const leftOut = new Set((map.ignore ?? []).flatMap((one) => namesOf(one, names)));
  const columns = names.map((name) =>
    leftOut.has(name) ? LEFT_OUT : readColumn(name, words, known, map.columns ?? {}),
  );
  const fields = columns.map(({ field }) => field);
  const isRead = (field: string): boolean => alike(field).some((one) => fields.includes(one));
  const isOfPatients = Object.hasOwn(known, "registeredUntil");
  const noted = names.flatMap((name, i): NotedColumn[] => {
    const restored = columns[i]?.restored;
    if (restored !== undefined) return [{ name, restored }];
    if (name === "" || fields[i] !== undefined || columns[i]?.isLeftOut) return [];
    if (isOfPatients && tellsWhoIsListed(name)) return [{ name, isOfTheList: true }];
    const near = words.near(name, (field) => !isRead(field));
    return [{ name, ...(near && { nearest: near.name, field: near.field }) }];
  });
  const values = columns.map((column) => column.values);
  return { fields, values, blank: map.blank, names, noted };
}

interface Column {
  readonly field?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly restored?: string;
  readonly isLeftOut?: true;
}

const LEFT_OUT: Column = { isLeftOut: true };

function readColumn(name: string, words: HeaderWords, known: Names, map: ColumnMap): Column {
  const mapped = mappedColumn(name, map);
  if (mapped === null) return LEFT_OUT;
  if (mapped?.field === undefined) return { ...words.read(name), ...mapped };
  const { field } = words.read(mapped.field);
  if (field === undefined) return failMap(mapped.field, known);
  if (mapped.values) checkValues(field, mapped.values);
  return { field, ...(mapped.values && { values: mapped.values }) };
}

/** The columns that the user names: an exact one, or else those of the same letters. */
function namesOf(one: string, names: readonly string[]): readonly string[] {
  const [name, key] = [one.trim(), letters(one)];
  if (names.includes(name)) return [name];
  return key === "" ? [] : names.filter((other) => letters(other) === key);
}

const MAP: LocalizedText = { fr: "--correspondance", en: "--map" };
const IGNORE: LocalizedText = { fr: "--ignorer", en: "--ignore" };

/** Headers that the user names although no file has them, each with the option that names it. */
export function namedNowhere(
  { columns = {}, ignore = [] }: HeaderMap,
  names: readonly string[],
): readonly { readonly option: LocalizedText; readonly name: string }[] {
  return [
    ...Object.keys(columns).map((name) => ({ option: MAP, name })),
    ...ignore.map((name) => ({ option: IGNORE, name })),
  ].filter(({ name }) => namesOf(name, names).length === 0);
}

function failMap(field: string, known: Names): never {
  const [fr, en] = fieldsOf(known);
  return fail(
    "MAP_FIELD",
    `--correspondance : champ inconnu « ${quoted(field)} » ; champs : ${fr}`,
    `--map: unknown field "${quoted(field)}"; fields: ${en}`,
  );
}

function checkValues(field: string, values: Readonly<Record<string, string>>): void {
  const words = wordsOf(field);
  for (const [word, value] of Object.entries(values))
    if (words && cellText(value) !== "" && words(cellText(value)) === undefined)
      fail(
        "MAP_VALUE",
        `--correspondance : « ${quoted(word)} » vaut « ${quoted(value)} », ` +
          `que ${fieldName(field, "fr")} ne comprend pas (docs/mots.md)`,
        `--map: "${quoted(word)}" stands for "${quoted(value)}", ` +
          `unknown to ${field} (docs/words.md)`,
      );
}

/** Fields that tell the same of a patient or a physician. */
const SAME = [
  ["age", "birthDate"],
  ["physicianAge", "physicianBirthDate"],
  ["seen", "lastSeen", "visits"],
];

function alike(field: string): readonly string[] {
  return SAME.find((fields) => fields.includes(field)) ?? [field];
}

export type NearMiss = NotedColumn & { readonly nearest: string; readonly field: string };

/** Unread columns so near a known one, which no column is, that the sums would miss them. */
export function nearMisses({ fields, noted }: Header): NearMiss[] {
  return noted.filter(
    (column): column is NearMiss =>
      column.field !== undefined && !alike(column.field).some((one) => fields.includes(one)),
  );
}
