import type { ColumnMap, MappedHeader } from "../../words/map.ts";
import { fail } from "../report/failure.ts";

/**
 * Reads a document of `--map`: `{ header: field }`, or `{ header: { field, values } }`; these keys
 * have French names, `champ` and `valeurs`.
 */
export function columnMap(document: unknown, file: string): ColumnMap {
  if (!isObject(document)) return failMap(file);
  return Object.fromEntries(
    Object.entries(document).map(([header, entry]) => [header, mappedHeader(entry, file, header)]),
  );
}

function mappedHeader(entry: unknown, file: string, header: string): MappedHeader {
  if (entry === null || typeof entry === "string") return entry;
  if (!isObject(entry)) return failMap(file, header);
  const keys = Object.keys(entry).map((key) => IN_CODE[key] ?? failMap(file, header));
  if (new Set(keys).size < keys.length) failMap(file, header);
  const { field = entry.champ, values = entry.valeurs } = entry;
  if (field !== undefined && typeof field !== "string") return failMap(file, header);
  if (values !== undefined && !isObject(values)) return failMap(file, header);
  return {
    ...(field !== undefined && { field }),
    ...(values !== undefined && {
      values: Object.fromEntries(
        Object.entries(values).map(([word, value]) => [word, wordOf(value, file, header)]),
      ),
    }),
  };
}

/** Keys of an entry, in both languages. */
const IN_CODE: Readonly<Partial<Record<string, string>>> = Object.assign(
  Object.create(null) as object,
  { field: "field", champ: "field", values: "values", valeurs: "values" },
);

/** Null stands for a missing value. */
function wordOf(value: unknown, file: string, header: string): string {
  if (typeof value === "object" && value !== null) return failMap(file, header);
  return value === null ? "" : String(value);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function failMap(file: string, header?: string): never {
  const at = header === undefined ? "" : `, ${JSON.stringify(header.slice(0, 80))}`;
  return fail(
    "USAGE",
    `${file}${at} : attendu un objet { en-tête: champ } ou ` +
      "{ en-tête: { champ: …, valeurs: { mot: valeur } } }, null pour une colonne à laisser",
    `${file}${at}: expected an object { header: field } or ` +
      "{ header: { field: field, values: { word: value } } }, null for a column to leave out",
  );
}
