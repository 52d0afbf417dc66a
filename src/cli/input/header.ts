import { fail } from "../failure.ts";
import { headersOf, type Names } from "./fields.ts";
import { closestMatch, normalise } from "./normalise";

/** Header to field, as the user's own `--map` file gives it. */
export type HeaderMap = Readonly<Record<string, string>>;

/** What each column of a file is. */
export interface Header {
  /** The field of each column, in order; undefined where the column is not known. */
  readonly fields: readonly (string | undefined)[];
  /** The headers as they stand in the file. */
  readonly names: readonly string[];
  /** Headers that were not known, each with the nearest that is. */
  readonly unknown: readonly { readonly name: string; readonly nearest?: string }[];
}

/** Finds the field of every column. Two columns for one field are refused. */
export function readHeader(cells: readonly string[], known: Names, map: HeaderMap = {}): Header {
  const headers = headersOf(known);
  const names = cells.map((cell) => cell.trim());
  const fields = names.map((name) => {
    const field = mapped(name, map);
    return field === undefined
      ? headers.get(normalise(name))
      : (headers.get(normalise(field)) ?? failMap(field, known));
  });
  for (const field of new Set(fields)) {
    if (field === undefined) continue;
    const twice = names.filter((_, i) => fields[i] === field);
    if (twice.length > 1) {
      fail(
        "COLUMN_TWICE",
        `deux colonnes pour ${field} : ${twice.join(", ")}`,
        `two columns for ${field}: ${twice.join(", ")}`,
      );
    }
  }
  const unknown = names.flatMap((name, i) => {
    if (fields[i] !== undefined || name === "") return [];
    const near = closestMatch(
      name,
      Object.entries(known).flatMap(([field, others]) => [field, ...others]),
    );
    return [{ name, ...(near !== undefined && { nearest: near }) }];
  });
  requireColumns(fields, names, known);
  return { fields, names, unknown };
}

/** @throws Failure HEADER_UNKNOWN where no column is known: most often the headers themselves are missing */
export function checkHeader({ fields }: Header, known: Names, path: string): void {
  if (fields.some((field) => field !== undefined)) return;
  const names = Object.keys(known).join(", ");
  fail(
    "HEADER_UNKNOWN",
    `${path} : aucune colonne connue à la ligne 1 ; champs : ${names}`,
    `${path}: no known column on line 1; fields: ${names}`,
  );
}

/** What the user's map says of a header: the very same one first, else one that compares equal. */
function mapped(name: string, map: HeaderMap): string | undefined {
  if (Object.hasOwn(map, name)) return map[name];
  return normalise(name) === ""
    ? undefined
    : Object.entries(map).find(([header]) => normalise(header) === normalise(name))?.[1];
}

function failMap(field: string, known: Names): never {
  const fields = Object.keys(known).join(", ");
  return fail(
    "MAP_FIELD",
    `--map : champ inconnu « ${field} » ; champs : ${fields}`,
    `--map: unknown field "${field}"; fields: ${fields}`,
  );
}

/** Of a list of patients; one of each group must be there. */
const REQUIRED = [["birthDate", "age"], ["ald"], ["c2s"]] as const;

/** A column that every row would lack is told once, not row by row. */
function requireColumns(
  fields: readonly (string | undefined)[],
  names: readonly string[],
  known: Names,
): void {
  const isOfPatients = REQUIRED.flat().every((field) => Object.hasOwn(known, field));
  const missing = REQUIRED.filter((group) => !group.some((field) => fields.includes(field)));
  if (!isOfPatients || missing.length === 0 || !fields.some((field) => field !== undefined)) return;
  const found = names.join(", ").slice(0, 200);
  const [fr, en] = [" ou ", " or "].map((or) => missing.map((group) => group.join(or)).join(", "));
  fail(
    "COLUMN_MISSING",
    `colonne manquante : ${fr} ; en-têtes du fichier : ${found} (--map FICHIER dit quel en-tête est quel champ)`,
    `missing column: ${en}; headers of the file: ${found} (--map FILE tells which header is which field)`,
  );
}
