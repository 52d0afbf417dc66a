import { refuse } from "../error.ts";
import type { Patient } from "../list/patient.ts";
import type { Physician } from "../list/physician.ts";
import type { CellOptions } from "./cells.ts";
import { PATIENT_FIELDS, PHYSICIAN_FIELDS, PRACTICE_OF_PHYSICIAN } from "./fields.ts";
import { headerWords, type HeaderWords } from "./headers.ts";
import { mappedColumn, type ColumnMap } from "./map.ts";
import { settleNever } from "./never.ts";
import { valueReader } from "./values.ts";

/** How the words of rows are to be understood. */
export interface WordsOptions {
  /** Field of a header, or its field and the words of its cells; null leaves a column out. */
  readonly map?: ColumnMap;
  /** An empty value of a yes-or-no field means no; without it, it is missing. */
  readonly blank?: CellOptions["blank"];
  /** What a row is of; a patient if it is not said. */
  readonly of?: "patient" | "physician";
}

/**
 * A row of the library from a row of words: headers and cells as the command reads them in a file,
 * from any source. What has no known meaning is passed on unchanged, so that the computation
 * refuses it, and a key that no field has is passed on for it to be told. docs/words.md lists
 * the words.
 *
 * @throws ForfaitError KEY_UNKNOWN if two keys of the row mean one field, or for a field of `map`
 *   that does not exist
 * @example
 * // What is this row of a secretary's list?
 * const row = { "Né(e) le": "31/12/1950", "ALD (O/N)": "X", CSS: "non", Vaccins: "grippe" };
 * readWords(row, { map: { Vaccins: "prevention" } })
 * //=> { birthDate: "1950-12-31", ald: true, c2s: false, prevention: ["flu"] }
 */
export function readWords(
  row: Readonly<Record<string, unknown>>,
  options?: WordsOptions & { readonly of?: "patient" },
): Patient;
export function readWords(
  row: Readonly<Record<string, unknown>>,
  options: WordsOptions & { readonly of: "physician" },
): Physician;
export function readWords(
  row: Readonly<Record<string, unknown>>,
  { map = {}, blank, of = "patient" }: WordsOptions = {},
): Patient | Physician {
  const words = headerWords(of === "patient" ? PATIENT_FIELDS : OF_PHYSICIANS);
  const entries: [string, unknown][] = [];
  const taken = new Set<string>();
  for (const [header, value] of Object.entries(row)) {
    const mapped = mappedColumn(header, map);
    if (mapped === null) continue;
    const field = fieldOf(header, mapped?.field, words);
    const key = field ?? header;
    if (taken.has(key)) refuseTwice(key, header);
    taken.add(key);
    const read =
      field === undefined ? undefined : valueReader(field, { blank, values: mapped?.values });
    entries.push([key, read ? read(value) : value]);
  }
  const found = Object.fromEntries(entries);
  settleNever(found);
  return found as unknown as Patient | Physician;
}

function fieldOf(
  header: string,
  mapped: string | undefined,
  words: HeaderWords,
): string | undefined {
  const { field } = words.read(mapped ?? header);
  if (field === undefined && mapped !== undefined)
    refuse("KEY_UNKNOWN", `map.${header}`, mapped, {
      fr: "un champ, ou un en-tête connu",
      en: "a field, or a known header",
    });
  return field;
}

function refuseTwice(field: string, header: string): never {
  return refuse("KEY_UNKNOWN", `row.${field}`, header, {
    fr: `une seule clé pour ${field} ; null dans map en laisse une`,
    en: `one key for ${field}; null in map leaves one out`,
  });
}

const OF_PHYSICIANS = { ...PHYSICIAN_FIELDS, ...PRACTICE_OF_PHYSICIAN };
