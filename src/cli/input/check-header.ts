import type { LocalizedText } from "../../error.ts";
import { printableJson, quoted } from "../../printable.ts";
import { fieldName, fieldsOf } from "../../words/field-names.ts";
import { COUNT_FIELDS, REQUIRED_OF_PATIENTS, type Names } from "../../words/fields.ts";
import { headerWords } from "../../words/headers.ts";
import { fail } from "../report/failure.ts";
import { factOf } from "./declared-facts.ts";
import type { FileColumns } from "./file-columns.ts";
import { namedNowhere, nearMisses, type Header, type HeaderMap } from "./header.ts";
import { checkNear, mapOf } from "./near-columns.ts";

/** Refuses a header before anything is computed, with what to write so that it passes. */

/**
 * @param line that looks most like headers
 * @throws Failure HEADER_UNKNOWN, COLUMN_TWICE, COLUMN_MISSING, COLUMN_NEAR
 */
export function checkHeader(header: Header, known: Names, path: string, line = 1): void {
  if (header.fields.every((field) => field === undefined)) failUnknown(header, known, path, line);
  checkOnce(header, path);
  requireColumns(header, known, path);
  checkNear(header, path);
}

/** Most columns of a file: each is compared with all known headers. */
const MOST_COLUMNS = 5_000;

/** @throws Failure COLUMNS_TOO_MANY */
export function checkWidth(names: readonly string[], path: string): void {
  const columns = names.filter((name) => name.trim() !== "").length;
  if (columns <= MOST_COLUMNS) return;
  fail(
    "COLUMNS_TOO_MANY",
    `${path} : ${columns} colonnes, ${MOST_COLUMNS} au plus ; n'exporter que celles de la liste`,
    `${path}: ${columns} columns, ${MOST_COLUMNS} at most; export those of the list alone`,
  );
}

/** Usually the header line is missing. */
function failUnknown({ names }: Header, known: Names, path: string, line: number): never {
  const [fr, en] = fieldsOf(known);
  const found = shown(names);
  return fail(
    "HEADER_UNKNOWN",
    `${path} : pas d'en-tête reconnu à la ligne ${line} (${found}) ; ` +
      `colonnes qui sont lues : ${fr}`,
    `${path}: no known column on line ${line} (${found}); fields: ${en}`,
  );
}

/** Two columns for one field are refused. */
export function checkOnce({ fields, names }: Header, path: string): void {
  for (const field of new Set(fields)) {
    if (field === undefined) continue;
    const same = names.filter((_, i) => fields[i] === field);
    if (same.length === 1) continue;
    const all = same.map(quoted).join(", ");
    const other = inJson(same[1] as string);
    fail(
      "COLUMN_TWICE",
      `${path} : deux colonnes pour ${fieldName(field, "fr")} : ${all} ` +
        `(en laisser une : --ignorer ${other})`,
      `${path}: two columns for ${field}: ${all} (leave one out: --ignore ${other})`,
    );
  }
}

/** @throws Failure USAGE for a header of `--map` or `--ignore` that no file has: likely misspelt */
export function checkNamed(map: HeaderMap, columns: readonly FileColumns[]): void {
  const names = columns.flatMap(({ header }) => header.names);
  const [first] = namedNowhere(map, names);
  if (first === undefined) return;
  const { option, name } = first;
  fail(
    "USAGE",
    `${option.fr} « ${quoted(name)} » : aucune colonne de ce nom ; en-têtes : ${shown(names)}`,
    `${option.en} "${quoted(name)}": no column of this name; headers: ${shown(names)}`,
  );
}

const inJson = (name: string): string => printableJson(name.slice(0, 80));

const shown = (names: readonly string[]): string => names.map(quoted).join(", ").slice(0, 200);

const ofPhysicians: LocalizedText = {
  fr: " ; un fichier de médecins se donne par --médecins",
  en: "; a file of physicians is given by --physicians",
};

const ofBands: LocalizedText = {
  fr: " ; un tableau d'effectifs par tranche d'âge se donne par --effectifs",
  en: "; a table of numbers of patients by age band is given by --counts",
};

/** What a file with these fields must have; nothing but of a list of patients. */
export function requiredIn(known: Names): readonly (readonly string[])[] {
  const isOfPatients = REQUIRED_OF_PATIENTS.flat().every((field) => Object.hasOwn(known, field));
  return isOfPatients ? REQUIRED_OF_PATIENTS : [];
}

/** Reports a missing column once rather than for every row. */
function requireColumns(header: Header, known: Names, path: string): void {
  const { fields, names } = header;
  const missing = requiredIn(known).filter(
    (group) => !group.some((field) => fields.includes(field)),
  );
  if (missing.length === 0) return;
  const fr = missing.map((group) => group.map((one) => fieldName(one, "fr")).join(" ou "));
  const en = missing.map((group) => group.join(" or "));
  const isOfPhysicians = fields.some((field) => field !== undefined && factOf(field) !== undefined);
  const isOfBands = names.some(
    (name, i) => fields[i] === undefined && headerWords(COUNT_FIELDS).read(name).field === "age",
  );
  const hint = isOfPhysicians ? ofPhysicians : isOfBands ? ofBands : { fr: "", en: "" };
  const near = nearMisses(header);
  const map =
    near.length > 0
      ? { fr: `, par exemple ${mapOf(near, "fr")}`, en: `: ${mapOf(near, "en")}` }
      : hint;
  fail(
    "COLUMN_MISSING",
    `${path} : colonne manquante : ${fr.join(", ")} ; en-têtes du fichier : ${shown(names)} ` +
      `(--correspondance FICHIER dit ce qu'est une colonne${map.fr})`,
    `${path}: missing column: ${en.join(", ")}; headers of the file: ${shown(names)} ` +
      `(--map FILE maps headers to fields${map.en})`,
  );
}
