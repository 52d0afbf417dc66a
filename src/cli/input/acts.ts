import type { LocalizedText } from "../../error.ts";
import { isAbsent, type Act, type Patient } from "../../list/patient.ts";
import type { ColumnsOn } from "../../list/told-columns.ts";
import { quoted } from "../../printable.ts";
import type { Schedule } from "../../schedule/language.ts";
import { ACT_FIELDS } from "../../words/fields.ts";
import { plain } from "../../words/plain.ts";
import { fail } from "../report/failure.ts";
import type { Io } from "../io.ts";
import { columnsOfFile, type FileColumns } from "./file-columns.ts";
import { openRows, type OpenOptions } from "./list.ts";

/** The acts of a file, which go to the patients of the list. */
export interface ActsOfPatients {
  /** A row with its own acts and those of the file. */
  readonly with: (row: Patient) => Patient;
  readonly columns: readonly FileColumns[];
  /** What is told of acts that are of no patient of the list. */
  readonly notes: () => readonly LocalizedText[];
}

/**
 * Reads a file of acts: `physicianId` where several physicians have a list, `id`, `kind`, `date`.
 * @throws Failure for a row without a patient, or of an unknown kind
 */
export async function readActs(
  io: Io,
  path: string,
  schedule: Schedule,
  options: OpenOptions,
): Promise<ActsOfPatients> {
  const list = await openRows(io, path, options, ACT_FIELDS, "list");
  const missing = ["id", "kind", "date"].find((field) => !list.fields.has(field));
  if (missing !== undefined)
    fail(
      "COLUMN_MISSING",
      `${path} : il manque la colonne ${missing} ; colonnes : physicianId, id, kind, date`,
      `${path}: column ${missing} is missing; columns: physicianId, id, kind, date`,
    );
  const kinds = kindsOf(schedule);
  const byPatient = new Map<string, Act[]>();
  let line = 1;
  for await (const row of list.rows) {
    line = row.line ?? line + 1;
    const { physicianId, id, kind, date } = row.value;
    if (isAbsent(id)) failRow(path, line, "id", id, "l'identifiant du patient", "the patient's id");
    const known = typeof kind === "string" ? kinds.get(plain(kind)) : undefined;
    if (known === undefined) {
      const all = Object.keys(schedule.acts ?? {}).join(", ");
      failRow(path, line, "kind", kind, all, all);
    }
    const key = keyOf(physicianId, id);
    const acts = byPatient.get(key) ?? [];
    byPatient.set(key, acts);
    acts.push({ kind: known, date: date as string });
  }
  const left = new Map(byPatient);
  return {
    columns: columnsOfFile(path, list),
    with(row) {
      const { physicianId, id, acts = [] } = row ?? {};
      if (typeof row !== "object" || row === null || !Array.isArray(acts)) return row;
      const keys = [keyOf(physicianId, id), keyOf(undefined, id)];
      const key = keys.find((one) => byPatient.has(one));
      if (key !== undefined) left.delete(key);
      return { ...row, acts: [...acts, ...((key && byPatient.get(key)) ?? [])] };
    },
    notes: () => [...(list.notes ?? []), ...notesOf(path, [...left.values()].flat().length)],
  };
}

/** Columns of a list whose patients' acts are in another file. */
export function withPrevention(columns: ColumnsOn): ColumnsOn {
  return (days) => {
    const told = columns(days);
    return { ...told, of: (id, kept) => ({ ...told.of(id, kept), prevention: true }) };
  };
}

/** Kinds of acts by their id and their labels. */
function kindsOf({ acts = {} }: Schedule): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(acts).flatMap(([id, { fr, en }]) =>
      [id, fr, en].map((word) => [plain(word), id] as const),
    ),
  );
}

function keyOf(physicianId: unknown, id: unknown): string {
  const text = (value: unknown): string => (isAbsent(value) ? "" : String(value));
  return JSON.stringify([text(physicianId), text(id)]);
}

function notesOf(path: string, count: number): readonly LocalizedText[] {
  if (count === 0) return [];
  return [
    {
      fr: `${path} : actes d'aucun patient de la liste, qui ne comptent pas : ${count}`,
      en: `${path}: acts of no patient of the list, which do not count: ${count}`,
    },
  ];
}

function failRow(
  path: string,
  line: number,
  field: string,
  found: unknown,
  fr: string,
  en: string,
): never {
  const shown = isAbsent(found) ? "—" : quoted(String(found));
  return fail(
    "ACT_INVALID",
    `${path}, ligne ${line}, ${field} : trouvé ${shown} ; attendu : ${fr}`,
    `${path}, line ${line}, ${field}: found ${shown}; allowed: ${en}`,
  );
}
