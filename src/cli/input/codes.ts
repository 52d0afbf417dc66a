import { ForfaitError, type LocalizedText } from "../../error.ts";
import { isAbsent } from "../../list/patient.ts";
import { CodeTable, NO_KIND, type CodeMeaning } from "../../prevention/code-table.ts";
import { PatientDecoder, toAdd } from "../../prevention/decode.ts";
import type { Schedule } from "../../schedule/language.ts";
import { fieldName, fieldsOf } from "../../words/field-names.ts";
import { CODE_FIELDS } from "../../words/fields.ts";
import { plain } from "../../words/plain.ts";
import type { Io } from "../io.ts";
import { fail } from "../report/failure.ts";
import { columnsOfFile, type FileColumns } from "./file-columns.ts";
import { openRows, readRows, type OpenOptions } from "./list.ts";
import { kindsOf } from "./acts.ts";

export interface Codes {
  readonly decoder: PatientDecoder;
  readonly columns: readonly FileColumns[];
  /** What is told of how the table was read. */
  readonly notes: readonly LocalizedText[];
  /** @throws Failure CODE_UNKNOWN for codes that were met and that the table does not have */
  readonly check: () => void;
}

/**
 * Reads the user's table of codes: `system`, `code`, and `kind` or `ald`.
 * @throws Failure COLUMN_MISSING, CODE_INVALID
 */
export async function readCodes(
  io: Io,
  path: string,
  schedule: Schedule,
  options: OpenOptions,
): Promise<Codes> {
  const list = await openRows(io, path, options, CODE_FIELDS, "codes");
  const missing = ["system", "code"].find((field) => !list.fields.has(field));
  const [fr] = fieldsOf(CODE_FIELDS);
  if (missing !== undefined)
    fail(
      "COLUMN_MISSING",
      `${path} : il manque la colonne ${fieldName(missing, "fr")} ; colonnes : ${fr}`,
      `${path}: column ${missing} is missing; columns: system, code, kind, ald`,
    );
  const kinds = kindsOf(schedule);
  const { rows, notes = [] } = await readRows(list);
  const meanings = rows.map(({ value }) => meaningOf(value, kinds));
  const lineOf = (row: number): number => rows[row]?.line ?? row + 1;
  const decoder = new PatientDecoder(tableOf(path, meanings, schedule, lineOf));
  return {
    decoder,
    columns: columnsOfFile(path, list),
    notes,
    check() {
      const { unknown } = decoder;
      if (!unknown) return;
      const allowed = toAdd(unknown);
      fail(
        "CODE_UNKNOWN",
        `${path} : codes hors de la table ; attendu : ${allowed.fr}`,
        `${path}: codes out of the table; allowed: ${allowed.en}`,
      );
    },
  };
}

/** A row of the table; what is not understood is passed on, to be refused. */
function meaningOf(
  { system, code, kind, aldNumber }: Readonly<Record<string, unknown>>,
  kinds: ReadonlyMap<string, string>,
): CodeMeaning {
  const word = String(kind);
  const meant = plain(word) === "aucun" ? NO_KIND : (kinds.get(plain(word)) ?? word);
  return {
    system: String(system ?? ""),
    code: String(code ?? ""),
    ...(!isAbsent(kind) && { kind: meant }),
    ...(!isAbsent(aldNumber) && { ald: String(aldNumber).replace(/^ALD\s*/i, "") }),
  };
}

/** @throws Failure CODE_INVALID, by the line of the file */
function tableOf(
  path: string,
  meanings: readonly CodeMeaning[],
  schedule: Schedule,
  lineOf: (row: number) => number,
): CodeTable {
  try {
    return new CodeTable(meanings, schedule);
  } catch (error) {
    if (!(error instanceof ForfaitError)) throw error;
    const [, row, , field = ""] = /^codes\[(\d+)\](\.(\w+))?/.exec(error.path) ?? [];
    const line = lineOf(Number(row));
    const { found, allowed } = error;
    return fail(
      "CODE_INVALID",
      `${path}, ligne ${line}${field && `, ${field}`} : trouvé ${found} ; attendu : ${allowed.fr}`,
      `${path}, line ${line}${field && `, ${field}`}: found ${found}; allowed: ${allowed.en}`,
    );
  }
}
