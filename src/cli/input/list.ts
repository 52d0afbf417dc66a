import type { Physician } from "../../list/physician.ts";
import type { Practice } from "../../list/practice.ts";
import { fail } from "../report/failure.ts";
import type { Io } from "../io.ts";
import { openCsv } from "./csv-list.ts";
import { CsvReader } from "./csv.ts";
import { toUtf8 } from "./decode.ts";
import type { Names } from "../../words/fields.ts";
import type { Header, HeaderMap } from "./header.ts";
import type { InputList } from "./input-list.ts";
import type { InputRow } from "./row-block.ts";
import { readJson } from "./json-list.ts";
import type { ScheduleFields } from "./schedule-fields.ts";
import { counted, peek, readAll } from "./text.ts";

export interface OpenOptions {
  readonly map: HeaderMap;
  readonly fields: ScheduleFields;
  readonly onBytes?: (count: number) => void;
}

/** Opens a patient list, which may also hold physician facts. */
export function openPatients(io: Io, path: string, options: OpenOptions): Promise<InputList> {
  return openRows(io, path, options, options.fields.patients);
}

/** A file held in memory: its rows, and as written in the file unless it is a JSON document. */
export interface RowsRead {
  readonly rows: readonly InputRow[];
  readonly header?: Header;
}

/** @returns the physicians, and practices if a JSON document has them */
export async function readPhysicians(
  io: Io,
  path: string,
  options: OpenOptions,
): Promise<RowsRead & { physicians: readonly Physician[]; practices?: readonly Practice[] }> {
  const list = await openRows(io, path, options, options.fields.physicians);
  const { physicians, practices } = list;
  if (physicians) return { physicians, ...(practices && { practices }), rows: [] };
  const read = await readRows(list);
  if (read.rows.length === 0)
    fail("INPUT_EMPTY", `${path} : aucun médecin`, `${path}: no physician`);
  return { ...read, physicians: valuesOf(read) };
}

export async function readPractices(
  io: Io,
  path: string,
  options: OpenOptions,
): Promise<RowsRead & { practices: readonly Practice[] }> {
  const list = await openRows(io, path, options, options.fields.practices);
  if (list.practices) return { practices: list.practices, rows: [] };
  const read = await readRows(list);
  if (read.rows.length === 0)
    fail("INPUT_EMPTY", `${path} : aucun cabinet`, `${path}: no practice`);
  return { ...read, practices: valuesOf(read) };
}

async function readRows({ rows, header }: InputList): Promise<RowsRead> {
  const all: InputRow[] = [];
  for await (const row of rows) all.push(row);
  return { rows: all, ...(header && { header }) };
}

/** A ragged row is null, so that the library refuses it. */
function valuesOf<Row>({ rows }: RowsRead): Row[] {
  return rows.map(({ value, ragged }) => (ragged ? null : value) as Row);
}

async function openRows(
  io: Io,
  path: string,
  { map, onBytes, fields: { facts } }: OpenOptions,
  fields: Names,
): Promise<InputList> {
  const { first, all } = await peek(toUtf8(counted(io.open(path), onBytes)));
  if (first === "") return fail("INPUT_EMPTY", `${path} : fichier vide`, `${path}: empty file`);
  if (first === "[" || first === "{") return readJson(path, await readAll(all));
  return openCsv(path, new CsvReader(all), { fields, facts, map });
}
