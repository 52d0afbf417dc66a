import type { Physician } from "../../list/physician.ts";
import type { Practice } from "../../list/practice.ts";
import { columnsWhere } from "../../list/told-columns.ts";
import { fail } from "../report/failure.ts";
import type { Io } from "../io.ts";
import { readCsv } from "./csv.ts";
import type { DeclaredFacts } from "./declared-facts.ts";
import { decode } from "./decode.ts";
import type { Names } from "./fields.ts";
import { checkHeader, readHeader, type Header, type HeaderMap } from "./header.ts";
import type { InputList, InputRow } from "./input-list.ts";
import { readJson } from "./json-list.ts";
import type { ScheduleFields } from "./schedule-fields.ts";
import { recordReader } from "./values.ts";

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
  const text = decode(counted(io.open(path), onBytes));
  const { first, all } = await peek(text);
  if (first === "") return fail("INPUT_EMPTY", `${path} : fichier vide`, `${path}: empty file`);
  if (first === "[" || first === "{") return readJson(path, await readAll(all));
  return openCsv(path, all, { fields, facts, map });
}

async function openCsv(
  path: string,
  text: AsyncIterable<string>,
  { fields, facts, map }: { fields: Names; facts: DeclaredFacts; map: HeaderMap },
): Promise<InputList> {
  const records = readCsv(text);
  const { value: first } = await records.next();
  if (!first) return fail("INPUT_EMPTY", `${path} : fichier vide`, `${path}: empty file`);
  const header = readHeader(first.cells, fields, map);
  checkHeader(header, fields, path);
  const known = new Set(header.fields.filter((field) => field !== undefined));
  const columns = columnsWhere((field) => known.has(field));
  const hasPhysicianId = known.has("physicianId");
  const read = recordReader(header.fields, facts);
  async function* rows(): AsyncGenerator<InputRow> {
    for await (const { line, cells } of records)
      yield {
        line,
        value: read(cells),
        raw: cells,
        ...(isRagged(cells, header) && { ragged: true }),
      };
  }
  return { header, columns: () => columns, hasPhysicianId, fields: known, rows: rows() };
}

/** Tolerates one extra empty cell: some programs end each record with a separator. */
function isRagged(cells: readonly string[], { names }: Header): boolean {
  return (
    cells.length !== names.length && !(cells.length === names.length + 1 && cells.at(-1) === "")
  );
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** First non-blank character, and the whole text replayed. */
export async function peek(
  text: AsyncGenerator<string>,
): Promise<{ first: string; all: AsyncIterable<string> }> {
  let start = "";
  while (start.trim() === "") {
    const { done, value } = await text.next();
    if (done) break;
    start += value;
  }
  async function* all(): AsyncGenerator<string> {
    yield start;
    yield* text;
  }
  return { first: start.trimStart().charAt(0), all: all() };
}

async function readAll(text: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  for await (const part of text) parts.push(part);
  return parts.join("").replace(/^\ufeff/, "");
}
