import type { LocalizedText } from "../../error.ts";
import { daySpan } from "../../list/day-span.ts";
import { refusedDate } from "../../list/date.ts";
import { isAbsent, type Act } from "../../list/patient.ts";
import type { PatientDecoder } from "../../prevention/decode.ts";
import type { Schedule } from "../../schedule/language.ts";
import { fieldName } from "../../words/field-names.ts";
import { ACT_FIELDS } from "../../words/fields.ts";
import { plain } from "../../words/plain.ts";
import type { Io } from "../io.ts";
import { allowedInFile } from "../report/allowed.ts";
import { fail } from "../report/failure.ts";
import { columnsOfFile } from "./file-columns.ts";
import { openRows, type OpenOptions } from "./list.ts";
import type { PatientFile } from "./patient-file.ts";
import { checkId, columnOf, failRow, ToldOfPatients, type RowPlace } from "./told-of-patients.ts";

/**
 * Reads a file of acts: `physicianId` where several physicians have a list, `id`, `kind` or `code`,
 * `date`.
 * @param decoder what codes mean, if the user gives a table
 * @throws Failure for a row without a patient, of an unknown kind, or of no day
 */
export async function readActs(
  io: Io,
  path: string,
  schedule: Schedule,
  options: OpenOptions,
  idsAreShared: boolean,
  decoder: PatientDecoder | undefined,
): Promise<PatientFile> {
  const list = await openRows(io, path, options, ACT_FIELDS, "acts");
  const isCoded = decoder !== undefined && list.fields.has("code");
  const missing = ["id", ...(isCoded ? [] : ["kind"]), "date"];
  checkColumns(
    path,
    missing.find((field) => !list.fields.has(field)),
  );
  const kinds = kindsOf(schedule);
  const acts = new ToldOfPatients<Act>(path, idsAreShared);
  let line = 1;
  for await (const row of list.rows) {
    line = row.line ?? line + 1;
    const place = { path, line };
    const { physicianId, id, kind, system, code, date } = row.value;
    checkId(id, place, list);
    if (daySpan(date) === undefined) failDate(place, columnOf(list, "date"), date);
    if (decoder && isAbsent(kind) && !isAbsent(code)) {
      const of = isAbsent(system) ? undefined : String(system);
      const meant = decoder.kindOf(code, of, `${path}:${line}`);
      if (meant !== undefined) acts.add(physicianId, id, { kind: meant, date: date as string });
      continue;
    }
    const known = typeof kind === "string" ? kinds.get(plain(kind)) : undefined;
    if (known === undefined)
      failRow("ACT_INVALID", place, columnOf(list, "kind"), kind, kindsIn(schedule));
    acts.add(physicianId, id, { kind: known, date: date as string });
  }
  return {
    columns: columnsOfFile(path, list),
    with: (row) => {
      const { acts: own = [] } = row;
      return Array.isArray(own) ? { ...row, acts: [...own, ...acts.of(row)] } : row;
    },
    notes: () => [
      ...(list.notes ?? []),
      ...(acts.left === 0
        ? []
        : [
            {
              fr: `${path} : actes d'aucun patient de la liste, qui ne comptent pas : ${acts.left}`,
              en: `${path}: acts of no patient of the list, which do not count: ${acts.left}`,
            },
          ]),
    ],
  };
}

function checkColumns(path: string, missing: string | undefined): void {
  if (missing === undefined) return;
  const fr = "colonnes : médecin, identifiant, acte (ou code, avec --codes), date de l'acte";
  const en = "columns: physicianId, id, kind (or code, with --codes), date";
  fail(
    "COLUMN_MISSING",
    `${path} : il manque la colonne ${fieldName(missing, "fr")} ; ${fr}`,
    `${path}: column ${missing} is missing; ${en}`,
  );
}

function failDate(place: RowPlace, column: string, date: unknown): never {
  const refused = refusedDate("date", date);
  return failRow("ACT_INVALID", place, column, date, allowedInFile(refused, date));
}

/** Kinds of acts, as their users call them. */
function kindsIn({ acts = {} }: Schedule): LocalizedText {
  const labels = Object.values(acts).map(({ fr }) => fr);
  return { fr: labels.join(", "), en: Object.keys(acts).join(", ") };
}

/** Kinds of acts by their id and their labels. */
export function kindsOf({ acts = {} }: Schedule): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(acts).flatMap(([id, { fr, en }]) =>
      [id, fr, en].map((word) => [plain(word), id] as const),
    ),
  );
}
