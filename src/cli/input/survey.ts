import type { Names } from "../../words/fields.ts";
import type { Schedule } from "../../schedule/language.ts";
import type { Io } from "../io.ts";
import type { BatchFiles } from "./batch.ts";
import { ColumnSurvey } from "./column-survey.ts";
import { factOf } from "./declared-facts.ts";
import { listIn, type FileColumns } from "./file-columns.ts";
import { nearMisses } from "./header.ts";
import type { InputList } from "./input-list.ts";
import { checkReadOnce, openRows, type FileRole } from "./list.ts";
import { scheduleFields, type ScheduleFields } from "./schedule-fields.ts";

/** The columns of the files of a call, and what stands in them; no row is refused. */
export async function surveyFiles(
  io: Io,
  schedule: Schedule,
  { list, previous, physicians, practices, map, sheets, engine }: BatchFiles,
): Promise<readonly ColumnSurvey[]> {
  const fields = scheduleFields(schedule, practices !== undefined);
  const options = { map: { ...map, isSurvey: true } as const, fields, sheets, engine };
  const files: readonly (readonly [FileRole, string | undefined, Names])[] = [
    ["list", list, fields.patients],
    ["physicians", physicians, fields.physicians],
    ["practices", practices, fields.practices],
    ["previous", previous, fields.patients],
  ];
  checkReadOnce(files.map(([, path]) => path));
  const found: ColumnSurvey[] = [];
  for (const [role, path, names] of files) {
    if (path === undefined) continue;
    const list = await openRows(io, path, options, names, role);
    found.push(...(await surveysIn(path, list, fields)));
  }
  return found.filter(({ name }) => name !== "");
}

async function surveysIn(
  file: string,
  list: InputList,
  fields: ScheduleFields,
): Promise<readonly ColumnSurvey[]> {
  const { header, keys, physicians, practices, previous } = list;
  const columns = header ?? keys;
  const surveys = columns ? surveysOf({ file, header: columns }, fields) : [];
  for await (const { raw, fault } of list.rows) {
    if (fault === "total" || fault === "headers") continue;
    add(surveys, header ? raw : cellsOf(parsed(raw[0] ?? ""), surveys));
  }
  const told = Object.entries({ physicians, practices }).flatMap(([name, rows]) => {
    if (!rows) return [];
    const ofRows = surveysOf({ file: listIn(file, name), header: rows.keys }, fields);
    for (const row of rows.raw) add(ofRows, cellsOf(Object(row), ofRows));
    return ofRows;
  });
  const before = previous && (await surveysIn(listIn(file, "previousPatients"), previous, fields));
  return [...surveys, ...told, ...(before ?? [])];
}

function add(surveys: readonly ColumnSurvey[], cells: readonly string[]): void {
  for (const [at, survey] of surveys.entries()) survey.add(cells[at] ?? "");
}

function surveysOf({ file, header }: FileColumns, { facts }: ScheduleFields): ColumnSurvey[] {
  const { names, fields, values, noted } = header;
  const near = nearMisses(header);
  return names.map((name, at) => {
    const field = fields[at];
    const id = field === undefined ? undefined : factOf(field);
    return new ColumnSurvey({
      file,
      name,
      field,
      fact: id === undefined ? undefined : facts[id],
      values: values[at],
      nearest: near.find((column) => column.name === name)?.field,
      isLeftOut: field === undefined && noted.every((column) => column.name !== name),
    });
  });
}

type Row = Readonly<Record<string, unknown>>;

/** Values of a row of JSON as texts, in the order of the columns. */
function cellsOf(row: Row, columns: readonly ColumnSurvey[]): readonly string[] {
  return columns.map(({ name }) => (Object.hasOwn(row, name) ? textOf(row[name]) : ""));
}

function parsed(json: string): Row {
  try {
    return Object(JSON.parse(json)) as Row;
  } catch {
    return {};
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(", ");
  return value === null || typeof value === "object" ? "" : String(value);
}
