import type { Names } from "../../words/fields.ts";
import type { Schedule } from "../../schedule/language.ts";
import type { Io } from "../io.ts";
import type { BatchFiles } from "./batch.ts";
import { ColumnSurvey } from "./column-survey.ts";
import { factOf } from "./declared-facts.ts";
import { columnsOfFile, type FileColumns } from "./file-columns.ts";
import { nearMisses } from "./header.ts";
import { checkReadOnce, openRows, type FileRole } from "./list.ts";
import type { InputRow } from "./row-block.ts";
import { scheduleFields, type ScheduleFields } from "./schedule-fields.ts";

/** The columns of the files of a call, and what stands in them; no row is refused. */
export async function surveyFiles(
  io: Io,
  schedule: Schedule,
  { list, previous, physicians, practices, map, sheets }: BatchFiles,
): Promise<readonly ColumnSurvey[]> {
  const fields = scheduleFields(schedule, practices !== undefined);
  const options = { map: { ...map, isSurvey: true } as const, fields, ...(sheets && { sheets }) };
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
    const rows = await openRows(io, path, options, names, role);
    const [columns] = columnsOfFile(path, rows, names, options.map);
    const surveys = columns ? surveysOf(columns, fields) : [];
    for await (const row of rows.rows) {
      if (row.fault === "total" || row.fault === "headers") continue;
      const cells = rows.header ? row.raw : cellsOf(row, surveys);
      for (const [at, survey] of surveys.entries()) survey.add(cells[at] ?? "");
    }
    found.push(...surveys.filter(({ name }) => name !== ""));
  }
  return found;
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

/** Values of a row of JSON as texts, in the order of the columns. */
function cellsOf({ raw }: InputRow, columns: readonly ColumnSurvey[]): readonly string[] {
  const row = parsed(raw[0] ?? "");
  return columns.map(({ name }) => (Object.hasOwn(row, name) ? textOf(row[name]) : ""));
}

function parsed(json: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(json)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(", ");
  return value === null || typeof value === "object" ? "" : String(value);
}
