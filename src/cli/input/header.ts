import { quoted } from "../../printable.ts";
import type { LocalizedText } from "../../error.ts";
import { closestName } from "../../known-keys.ts";
import { fail } from "../report/failure.ts";
import { factOf } from "./declared-facts.ts";
import { headersOf, type Names } from "./fields.ts";
import { normalise } from "./normalise.ts";

/** Header-to-field mapping of the user's `--map` file. */
export type HeaderMap = Readonly<Record<string, string>>;

/** Columns of a file. */
export interface Header {
  /** Field of each column, in order; undefined for an unknown column. */
  readonly fields: readonly (string | undefined)[];
  /** Headers as written in the file. */
  readonly names: readonly string[];
  /** Unknown headers, each with its closest known match. */
  readonly unknown: readonly { readonly name: string; readonly nearest?: string }[];
}

/** Maps every column to its field. Two columns for the same field are refused. */
export function readHeader(cells: readonly string[], known: Names, map: HeaderMap = {}): Header {
  const headers = headersOf(known);
  const names = cells.map((cell) => cell.trim());
  const fields = names.map((name) => {
    const field = mappedField(name, map);
    return field === undefined
      ? headers.get(normalise(name))
      : (headers.get(normalise(field)) ?? failMap(field, known));
  });
  for (const field of new Set(fields)) {
    if (field === undefined) continue;
    const duplicates = names.filter((_, i) => fields[i] === field).map(quoted);
    if (duplicates.length > 1) {
      fail(
        "COLUMN_TWICE",
        `deux colonnes pour ${field} : ${duplicates.join(", ")}`,
        `two columns for ${field}: ${duplicates.join(", ")}`,
      );
    }
  }
  const unknown = names.flatMap((name, i) => {
    if (fields[i] !== undefined || name === "") return [];
    const near = closestName(
      name,
      Object.entries(known).flatMap(([field, others]) => [field, ...others]),
      normalise,
    );
    return [{ name, ...(near !== undefined && { nearest: near }) }];
  });
  requireColumns(fields, names, known);
  return { fields, names, unknown };
}

/** @throws Failure HEADER_UNKNOWN if no column is known: usually the header line is missing */
export function checkHeader({ fields }: Header, known: Names, path: string): void {
  if (fields.some((field) => field !== undefined)) return;
  const names = Object.keys(known).join(", ");
  fail(
    "HEADER_UNKNOWN",
    `${path} : aucune colonne connue à la ligne 1 ; champs : ${names}`,
    `${path}: no known column on line 1; fields: ${names}`,
  );
}

/** Field that the user's map gives a header: an exact match first, then a normalised one. */
function mappedField(name: string, map: HeaderMap): string | undefined {
  if (Object.hasOwn(map, name)) return map[name];
  return normalise(name) === ""
    ? undefined
    : Object.entries(map).find(([header]) => normalise(header) === normalise(name))?.[1];
}

function failMap(field: string, known: Names): never {
  const fields = Object.keys(known).join(", ");
  return fail(
    "MAP_FIELD",
    `--map : champ inconnu « ${quoted(field)} » ; champs : ${fields}`,
    `--map: unknown field "${quoted(field)}"; fields: ${fields}`,
  );
}

const ofPhysicians: LocalizedText = {
  fr: " ; un fichier de médecins se donne par --physicians",
  en: "; a file of physicians is given by --physicians",
};

/** Columns required in a patient list: at least one of each group. */
const REQUIRED = [["birthDate", "age"], ["ald"], ["c2s"]] as const;

/** Reports a missing column once rather than for every row. */
function requireColumns(
  fields: readonly (string | undefined)[],
  names: readonly string[],
  known: Names,
): void {
  const isOfPatients = REQUIRED.flat().every((field) => Object.hasOwn(known, field));
  const missing = REQUIRED.filter((group) => !group.some((field) => fields.includes(field)));
  if (!isOfPatients || missing.length === 0 || !fields.some((field) => field !== undefined)) return;
  const found = names.map(quoted).join(", ").slice(0, 200);
  const [fr, en] = [" ou ", " or "].map((or) => missing.map((group) => group.join(or)).join(", "));
  const isOfPhysicians = fields.some((field) => field !== undefined && factOf(field) !== undefined);
  const hint = isOfPhysicians ? ofPhysicians : { fr: "", en: "" };
  fail(
    "COLUMN_MISSING",
    `colonne manquante : ${fr} ; en-têtes du fichier : ${found} ` +
      `(--map FICHIER dit quel en-tête est quel champ${hint.fr})`,
    `missing column: ${en}; headers of the file: ${found} ` +
      `(--map FILE maps headers to fields${hint.en})`,
  );
}
