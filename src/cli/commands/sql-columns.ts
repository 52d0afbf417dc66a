import {
  isPatientField,
  isPhysicianField,
  type SqlPatientColumns,
  type SqlPhysicianColumns,
} from "../../sql/columns.ts";
import { PATIENT_DATES } from "../../facts.ts";
import type { LocalizedText } from "../../error.ts";
import { quoted } from "../../printable.ts";
import { textOf, type Args } from "../arguments/args.ts";
import { readJson } from "../arguments/options.ts";
import type { Io } from "../io.ts";
import { fail } from "../report/failure.ts";

/** Names of the columns of both tables. */
export interface SqlNames {
  readonly columns: SqlPatientColumns;
  readonly physicianColumns: SqlPhysicianColumns;
}

/** By table, the column of each field, or null where the table has none. */
interface Named {
  readonly list: Record<string, string | null>;
  readonly physicians: Record<string, string | null>;
  readonly facts: Record<string, string | null>;
}

/** Marks what is about the table of physicians, where the list may have it too. */
const OF_PHYSICIANS = "physicians.";

/**
 * The names that `--dated`, `--map` and `--without` give.
 * @param facts ids of the facts that the schedule declares
 */
export async function columnsOf(args: Args, io: Io, facts: readonly string[]): Promise<SqlNames> {
  const named: Named = { list: { ...datedColumns(args) }, physicians: {}, facts: {} };
  const file = textOf(args, "map");
  const map = file === undefined ? {} : await mapIn(file, io);
  for (const [header, field] of Object.entries(map)) {
    const [columns, name] = placeOf(
      { fr: `--correspondance ${file}`, en: `--map ${file}` },
      header,
      field,
      named,
      facts,
    );
    if (columns[name] !== undefined) failTwice(`${file}`, field);
    columns[name] = header.replace(OF_PHYSICIANS, "");
  }
  for (const field of listOf(args, "without")) {
    const [columns, name] = placeOf(
      { fr: "--sans", en: "--without" },
      field,
      field.replace(OF_PHYSICIANS, ""),
      named,
      facts,
    );
    columns[name] = null;
  }
  const { list, physicians, facts: ofFacts } = named;
  return { columns: list, physicianColumns: { ...physicians, facts: ofFacts } };
}

/**
 * The columns that a field is of: those of physicians, if it is marked so or if no patient has it.
 * @param marked what may begin with the mark
 */
function placeOf(
  option: LocalizedText,
  marked: string,
  field: string,
  { list, physicians, facts: ofFacts }: Named,
  facts: readonly string[],
): [columns: Record<string, string | null>, field: string] {
  const isMarked = marked.startsWith(OF_PHYSICIANS);
  if (!isMarked && isPatientField(field)) return [list, field];
  if (isPhysicianField(field)) return [physicians, field];
  if (facts.includes(field)) return [ofFacts, field];
  return fail(
    "USAGE",
    `${option.fr} : champ inconnu ${quoted(field)} (voir --aide)`,
    `${option.en}: unknown field ${quoted(field)} (see --help)`,
  );
}

function failTwice(file: string, field: string): never {
  fail(
    "USAGE",
    `${file} : deux colonnes pour ${field} ; celle des médecins s'écrit "physicians.COLONNE"`,
    `${file}: two columns for ${field}; that of the physicians is written "physicians.COLUMN"`,
  );
}

/** `{ column: field }`; values are those of the database and are not mapped. */
async function mapIn(file: string, io: Io): Promise<Readonly<Record<string, string>>> {
  const map = await readJson(io, file);
  const isMap =
    typeof map === "object" &&
    map !== null &&
    !Array.isArray(map) &&
    Object.values(map).every((field) => typeof field === "string");
  if (!isMap)
    fail(
      "USAGE",
      `${file} : attendu un objet { colonne: champ } ; le SQL ne traduit pas de valeurs`,
      `${file}: expected an object { column: field }; SQL translates no values`,
    );
  return map as Readonly<Record<string, string>>;
}

/** `--dated diedOn,registeredUntil`: columns of dates that the table has, under these names. */
function datedColumns(args: Args): Record<string, string> {
  const names = listOf(args, "dated");
  const unknown = names.find((name) => !PATIENT_DATES.some((known) => known === name));
  if (unknown !== undefined)
    fail(
      "USAGE",
      `--datées ${quoted(unknown)} : attendu ${PATIENT_DATES.join(", ")}, séparés par des virgules`,
      `--dated ${quoted(unknown)}: expected ${PATIENT_DATES.join(", ")}, separated by commas`,
    );
  return Object.fromEntries(names.map((name) => [name, name]));
}

const listOf = (args: Args, option: "dated" | "without"): string[] =>
  textOf(args, option)?.split(",") ?? [];
