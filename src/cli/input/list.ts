import { columnsOf, columnsWhere, type ColumnsOn } from "../../list/told-columns.ts";
import type { Patient } from "../../list/patient.ts";
import type { Physician } from "../../list/physician.ts";
import type { Practice } from "../../list/practice.ts";
import { fail } from "../report/failure.ts";
import type { Io } from "../io.ts";
import { readCsv } from "./csv.ts";
import { declaredField, type DeclaredFacts } from "./declared-facts.ts";
import { decode } from "./decode.ts";
import type { Names } from "./fields.ts";
import { checkHeader, readHeader, type Header, type HeaderMap } from "./header.ts";
import type { ScheduleFields } from "./schedule-fields.ts";
import { recordReader } from "./values.ts";

/** A row as the library reads it, and as written in the file. */
export interface InputRow {
  /** Line of a CSV or NDJSON file; undefined in JSON. */
  readonly line?: number;
  readonly value: Readonly<Record<string, unknown>>;
  /** Cells of a CSV record, or the JSON text as a single cell. */
  readonly raw: readonly string[];
  /** A record with more or fewer cells than the header. */
  readonly ragged?: true;
}

/** Rows of a file. CSV is streamed; JSON and NDJSON are held in memory. */
export interface InputList {
  readonly header?: Header;
  readonly columns: ColumnsOn;
  /** Whether rows name their physician. */
  readonly hasPhysicianId: boolean;
  /** Fields present in at least one row. */
  readonly fields: ReadonlySet<string>;
  readonly rows: AsyncIterable<InputRow>;
  /** Physicians and practices of a JSON document. */
  readonly physicians?: readonly Physician[];
  readonly practices?: readonly Practice[];
  readonly previous?: InputList;
}

export interface OpenOptions {
  readonly map: HeaderMap;
  readonly fields: ScheduleFields;
  readonly onBytes?: (count: number) => void;
}

/** Opens a patient list, which may also hold physician facts. */
export function openPatients(io: Io, path: string, options: OpenOptions): Promise<InputList> {
  return openRows(io, path, options, options.fields.patients);
}

/** A list without patients. */
export function noPatients(): InputList {
  return fromObjects([]);
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

function readJson(path: string, text: string): InputList {
  const parsed = parse(text);
  if (Array.isArray(parsed)) return fromObjects(parsed);
  if (
    parsed !== undefined &&
    ["patients", "physicians", "practices"].some((name) => Object.hasOwn(parsed as object, name))
  )
    return fromDocument(path, parsed as Document);
  const rows = text
    .split(/\r\n|\n/)
    .flatMap((line, i) =>
      line.trim() === ""
        ? []
        : [{ line: i + 1, value: ndjsonValue(path, line, i + 1), raw: [line] }],
    );
  return inMemory(rows);
}

interface Document {
  readonly physicians?: readonly Physician[];
  readonly practices?: readonly Practice[];
  readonly patients?: readonly unknown[];
  readonly previousPatients?: readonly unknown[];
}

function fromDocument(
  path: string,
  { physicians, practices, patients = [], previousPatients }: Document,
): InputList {
  const lists = { physicians, practices, patients, previousPatients };
  for (const [name, list] of Object.entries(lists)) {
    if (list !== undefined && !Array.isArray(list))
      fail(
        "INPUT_JSON",
        `${path} : ${name} doit être une liste`,
        `${path}: ${name} must be a list`,
      );
  }
  return {
    ...fromObjects(patients),
    ...(physicians && { physicians }),
    ...(practices && { practices }),
    ...(previousPatients && { previous: fromObjects(previousPatients) }),
  };
}

function fromObjects(values: readonly unknown[]): InputList {
  return inMemory(
    values.map((value) => ({ value: value as InputRow["value"], raw: [jsonText(value)] })),
  );
}

/** JSON text of a value; an ellipsis if it is nested too deeply to be written. */
function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return "…";
  }
}

function inMemory(rows: readonly InputRow[]): InputList {
  async function* yieldRows(): AsyncGenerator<InputRow> {
    yield* rows;
  }
  const values = rows.map(({ value }) => value as unknown as Patient);
  const fields = new Set<string>();
  for (const { value } of rows)
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      Object.keys(value).forEach((field) => fields.add(field));
      const { facts } = value;
      if (typeof facts === "object")
        Object.keys(facts ?? {}).forEach((id) => fields.add(declaredField(id)));
    }
  return {
    columns: (days) => columnsOf(values, days),
    hasPhysicianId: values.some((value) => value?.physicianId !== undefined),
    fields,
    rows: yieldRows(),
  };
}

function ndjsonValue(path: string, line: string, number: number): Record<string, unknown> {
  const value = parse(line);
  if (value === undefined)
    fail(
      "INPUT_JSON",
      `${path}, ligne ${number} : JSON illisible`,
      `${path}, line ${number}: unreadable JSON`,
    );
  return value as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
