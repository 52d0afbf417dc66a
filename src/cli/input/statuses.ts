import { printableJson, quoted } from "../../printable.ts";
import { isAbsent, type Patient } from "../../list/patient.ts";
import { compilePrevention } from "../../indicators/compile.ts";
import type { Locale, LocalizedText } from "../../error.ts";
import { fieldName, inWordsOf } from "../../words/field-names.ts";
import { indicatorWord } from "../../words/prevention.ts";
import { STATUS_FIELDS } from "../../words/fields.ts";
import { STATUS_WORDS } from "../../words/vocabulary.ts";
import type { Io } from "../io.ts";
import { fail } from "../report/failure.ts";
import { columnsOfFile } from "./file-columns.ts";
import type { InputList } from "./input-list.ts";
import { openRows, type OpenOptions } from "./list.ts";
import type { AskedOfPatients, PatientFile } from "./patient-file.ts";
import { checkId, columnOf, failRow, ToldOfPatients } from "./told-of-patients.ts";

/** A file of what the caisse says of indicators; of one indicator, if its rows do not name it. */
export interface StatusFile {
  readonly path: string;
  readonly indicator?: string;
}

/** What the caisse says of one indicator of a patient. */
interface Said {
  readonly indicator: string;
  readonly status: string;
  readonly line: number;
}

/**
 * Reads what the caisse says of indicators, as amelipro exports it: `physicianId` where several
 * physicians have a list, `id`, `indicator`, `status`. The words of a status are those of the
 * user's map; those that nobody explains are refused, all of them at once.
 * @throws Failure COLUMN_MISSING, PREVENTION_UNKNOWN, PREVENTION_STATUS_INVALID
 */
export async function readStatuses(
  io: Io,
  { path, indicator: ofAll }: StatusFile,
  { schedule, year, idsAreShared }: AskedOfPatients,
  options: OpenOptions,
): Promise<PatientFile> {
  const list = await openRows(io, path, options, STATUS_FIELDS, "statuses");
  checkColumns(path, list.fields, ofAll);
  const ids = compilePrevention(schedule, year).indicators.map(({ id }) => id);
  const said = new ToldOfPatients<Said>(path, idsAreShared);
  const unknown = new Map<string, number>();
  let empty = 0;
  let line = 1;
  for await (const row of list.rows) {
    line = row.line ?? line + 1;
    const { physicianId, id, indicator = ofAll, status } = row.value;
    checkId(id, { path, line }, list);
    if (typeof indicator !== "string" || !ids.includes(indicator))
      failRow(
        "PREVENTION_UNKNOWN",
        { path, line },
        columnOf(list, "indicator"),
        indicator,
        namesOf(ids),
      );
    const word = isAbsent(status) ? "" : String(status);
    if (word === "") empty += 1;
    else if (STATUSES.has(word)) said.add(physicianId, id, { indicator, status: word, line });
    else unknown.set(word, (unknown.get(word) ?? 0) + 1);
  }
  if (unknown.size > 0) failWords(path, list, unknown);
  return {
    columns: columnsOfFile(path, list),
    with: (row) => {
      const all = said.of(row);
      return all.length === 0 ? row : withStatuses(row, all, path);
    },
    notes: () => [...(list.notes ?? []), ...notesOf(path, said.left, empty)],
  };
}

const STATUSES: ReadonlySet<string> = new Set(Object.keys(STATUS_WORDS));

/** @throws Failure PREVENTION_TWICE for two answers about one indicator of a patient */
function withStatuses(row: Patient, all: readonly Said[], path: string): Patient {
  const { preventionStatus: own = {} } = row;
  if (typeof own !== "object" || own === null) return row;
  const found: Record<string, string> = { ...own };
  for (const { indicator, status, line } of all) {
    const other = found[indicator] ?? status;
    if (other !== status)
      fail(
        "PREVENTION_TWICE",
        `${path}, ligne ${line} : ${indicatorWord(indicator, "fr")} de ce patient est ` +
          `${statusName(status, "fr")}, et ${statusName(other, "fr")} ailleurs`,
        `${path}, line ${line}: ${indicator} of this patient is ${status}, and ${other} elsewhere`,
      );
    found[indicator] = status;
  }
  return { ...row, preventionStatus: found as PreventionStatuses };
}

type PreventionStatuses = NonNullable<Patient["preventionStatus"]>;

function checkColumns(path: string, fields: ReadonlySet<string>, ofAll: string | undefined): void {
  const wanted = ["id", "status", ...(ofAll === undefined ? ["indicator"] : [])];
  const missing = wanted.find((field) => !fields.has(field));
  const of = {
    fr: "--états sein=FICHIER, pour un export d'un seul indicateur",
    en: "--statuses breast=FILE, for an export of one indicator",
  };
  if (missing !== undefined)
    fail(
      "COLUMN_MISSING",
      `${path} : il manque la colonne ${fieldName(missing, "fr")} ; colonnes : médecin, ` +
        `identifiant, indicateur (ou ${of.fr}), statut ; ` +
        "--correspondance dit ce qu'est une colonne",
      `${path}: column ${missing} is missing; columns: physicianId, id, indicator ` +
        `(or ${of.en}), status; --map says what a column is`,
    );
  if (ofAll !== undefined && fields.has("indicator"))
    fail(
      "USAGE",
      `${path} a une colonne indicateur : donner --états ${path}, sans ` +
        `${indicatorWord(ofAll, "fr")}=`,
      `${path} has a column indicator: give --statuses ${path}, without ${ofAll}=`,
    );
}

/** What the words that nobody explains are to be written in. */
function failWords(path: string, list: InputList, words: ReadonlyMap<string, number>): never {
  const column = columnOf(list, "status");
  const all = [...words].sort(([, a], [, b]) => b - a);
  const more = all.length > SHOWN ? ", …" : "";
  const shown =
    all
      .slice(0, SHOWN)
      .map(([word, rows]) => `${quoted(word)} (${rows})`)
      .join(", ") + more;
  const map = (locale: Locale): string =>
    printableJson({
      [column]: inWordsOf(locale, {
        field: "status",
        values: { [all[0]?.[0] ?? ""]: statusName("validated", locale) },
      }),
    });
  const known = (locale: Locale): string =>
    [...STATUSES].map((status) => statusName(status, locale)).join(", ");
  return fail(
    "PREVENTION_STATUS_INVALID",
    `${path} : états non compris : ${shown} ; dire ce que vaut chacun (${known("fr")}) dans ` +
      `--correspondance : ${map("fr")}`,
    `${path}: statuses that are not understood: ${shown}; say what each stands for ` +
      `(${known("en")}) in --map: ${map("en")}`,
  );
}

/** A status as a file of the language names it. */
function statusName(status: string, locale: Locale): string {
  const [id, french] = STATUS_WORDS[status as keyof typeof STATUS_WORDS];
  return (locale === "fr" && french) || (id as string);
}

/** Indicators as a file may name them. */
function namesOf(ids: readonly string[]): LocalizedText {
  const inLocale = (locale: Locale): string =>
    ids.map((id) => indicatorWord(id, locale)).join(", ");
  return { fr: inLocale("fr"), en: inLocale("en") };
}

/** Words that a message names. */
const SHOWN = 20;

function notesOf(path: string, left: number, empty: number): LocalizedText[] {
  return [
    ...(left === 0
      ? []
      : [
          {
            fr: `${path} : états d'aucun patient de la liste, qui ne comptent pas : ${left}`,
            en: `${path}: statuses of no patient of the list, which do not count: ${left}`,
          },
        ]),
    ...(empty === 0
      ? []
      : [
          {
            fr: `${path} : lignes sans état, qui ne disent rien : ${empty}`,
            en: `${path}: rows without a status, which tell nothing: ${empty}`,
          },
        ]),
  ];
}
