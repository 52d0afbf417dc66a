import type { LocalizedText } from "../../error.ts";
import type { Physician } from "../../list/physician.ts";
import type { Practice } from "../../list/practice.ts";
import { fail } from "../report/failure.ts";
import type { Io } from "../io.ts";
import { readBytesOf, readSignature } from "./bytes.ts";
import { openCsv } from "./csv-table.ts";
import { toUtf8 } from "./decode.ts";
import { COUNT_FIELDS, PAID_FIELDS, type Names } from "../../words/fields.ts";
import type { Header, HeaderMap } from "./header.ts";
import { inFile } from "./in-file.ts";
import type { InputList, KeyedRows, TableReader } from "./input-list.ts";
import { readJson } from "./json-list.ts";
import { failKind } from "./kinds/named-kinds.ts";
import { oleKind } from "./kinds/ole.ts";
import { recognise } from "./kinds/recognise.ts";
import type { InputRow } from "./row-block.ts";
import type { ScheduleFields } from "./schedule-fields.ts";
import { openSheet } from "./sheet-table.ts";
import { listOf } from "./table-list.ts";
import { counted, peek, readAll } from "./text.ts";
import { isTyped } from "./typed.ts";

export interface OpenOptions {
  readonly map: HeaderMap;
  readonly fields: ScheduleFields;
  readonly sheets?: SheetNames | undefined;
  readonly onBytes?: ((count: number) => void) | undefined;
  /** Reads Parquet and Arrow, if asked for. */
  readonly engine?: TableReader | undefined;
}

/** What a file is read for. */
export type FileRole =
  "list" | "physicians" | "practices" | "previous" | "paid" | "acts" | "statuses" | "codes";

/** What names a sheet of each file, up to its name. */
const sheetOptions: Readonly<Record<FileRole, LocalizedText>> = {
  list: { fr: "--feuille ", en: "--sheet " },
  physicians: { fr: "--feuille médecins=", en: "--sheet physicians=" },
  practices: { fr: "--feuille cabinets=", en: "--sheet practices=" },
  previous: { fr: "--feuille année-précédente=", en: "--sheet previous=" },
  paid: { fr: "--feuille versé=", en: "--sheet paid=" },
  acts: { fr: "--feuille actes=", en: "--sheet acts=" },
  statuses: { fr: "--feuille états=", en: "--sheet statuses=" },
  codes: { fr: "--feuille codes=", en: "--sheet codes=" },
};

/** The sheet to read of each file that is a workbook. */
export type SheetNames = Readonly<Partial<Record<FileRole, string>>>;

/** Opens a patient list, which may also hold physician facts. */
export function openPatients(
  io: Io,
  path: string,
  options: OpenOptions,
  role: "list" | "previous",
): Promise<InputList> {
  return openRows(io, path, options, options.fields.patients, role);
}

/** Opens a table of counts, which stands for the list. */
export function openCounts(io: Io, path: string, options: OpenOptions): Promise<InputList> {
  return openRows(io, path, options, COUNT_FIELDS, "list");
}

/** Opens a file of what a caisse paid. */
export function openPaid(io: Io, path: string, options: OpenOptions): Promise<InputList> {
  return openRows(io, path, options, PAID_FIELDS, "paid");
}

/** A file held in memory: its rows, and as written in the file unless it is a JSON document. */
export interface RowsRead {
  readonly rows: readonly InputRow[];
  readonly header?: Header;
  readonly notes?: InputList["notes"];
  /** Keys of the rows of JSON: its rows are not written in columns. */
  readonly keys?: Header;
}

/** @returns the physicians, and practices if a JSON document has them */
export async function readPhysicians(
  io: Io,
  path: string,
  options: OpenOptions,
): Promise<{
  file: RowsRead;
  physicians: readonly Physician[];
  practices?: KeyedRows<Practice>;
}> {
  const list = await openRows(io, path, options, options.fields.physicians, "physicians");
  const { physicians, practices } = list;
  if (physicians) {
    const file = ofDocument(list, physicians);
    return { file, physicians: physicians.values, ...(practices && { practices }) };
  }
  const file = await readRows(list);
  if (file.rows.length === 0)
    fail("INPUT_EMPTY", `${path} : aucun médecin`, `${path}: no physician`);
  return { file, physicians: valuesOf(file) };
}

export async function readPractices(
  io: Io,
  path: string,
  options: OpenOptions,
): Promise<{ file: RowsRead; practices: readonly Practice[] }> {
  const list = await openRows(io, path, options, options.fields.practices, "practices");
  const { practices } = list;
  if (practices) return { file: ofDocument(list, practices), practices: practices.values };
  const file = await readRows(list);
  if (file.rows.length === 0)
    fail("INPUT_EMPTY", `${path} : aucun cabinet`, `${path}: no practice`);
  return { file, practices: valuesOf(file) };
}

const ofDocument = ({ notes = [] }: InputList, { keys }: KeyedRows<unknown>): RowsRead => ({
  rows: [],
  keys,
  notes,
});

/** Holds the rows of a file in memory. */
export async function readRows(list: InputList): Promise<RowsRead> {
  const { rows, header, keys } = list;
  const all: InputRow[] = [];
  for await (const row of rows) all.push(row);
  const { notes } = list;
  return { rows: all, ...(header && { header }), ...(keys && { keys }), ...(notes && { notes }) };
}

/** A row with a fault is null, so that the library refuses it. */
function valuesOf<Row>({ rows }: RowsRead): Row[] {
  return rows.map(({ value, fault }) => (fault ? null : value) as Row);
}

/** Standard input, `-`, has the rows of one file. @throws Failure USAGE */
export function checkReadOnce(paths: readonly (string | undefined)[]): void {
  if (paths.filter((path) => path === "-").length > 1)
    fail("USAGE", "« - » ne peut être lu qu'une fois", '"-" can be read only once');
}

/** Opens a file of rows of any kind. */
export async function openRows(...file: Parameters<typeof openFile>): Promise<InputList> {
  try {
    return await openFile(...file);
  } catch (error) {
    throw inFile(file[1], error);
  }
}

async function openFile(
  io: Io,
  path: string,
  { map, sheets = {}, onBytes, engine, fields }: OpenOptions,
  names: Names,
  role: FileRole,
): Promise<InputList> {
  const options = { fields: names, facts: fields.facts, map };
  if (engine && isTyped(path)) {
    if (sheets[role] !== undefined) failNoSheets(path);
    const bytes = io.sizeOf(path) ?? 0;
    const onRows = onBytes && ((share: number) => onBytes(share * bytes));
    return engine.openTable(path, options, onRows);
  }
  const { first, all } = await readSignature(counted(io.open(path), onBytes));
  const kind = recognise(first);
  if (kind === "zip") {
    const sheet = { sheet: sheets[role], option: sheetOptions[role] };
    const { table, notes } = await openSheet(path, await readBytesOf(path, all), options, sheet);
    return listOf(path, table, notes);
  }
  if (kind === "ole") failKind(path, oleKind(await readBytesOf(path, all)));
  if (kind !== "text") failKind(path, kind);
  if (sheets[role] !== undefined) failNoSheets(path);
  const { first: start, all: text } = await peek(toUtf8(all));
  if (start === "") return fail("INPUT_EMPTY", `${path} : fichier vide`, `${path}: empty file`);
  if (start === "[" || start === "{")
    return readJson(path, await readAll(text), { names, fields, map });
  return listOf(path, await openCsv(path, text, options));
}

function failNoSheets(path: string): never {
  fail("USAGE", `--feuille : ${path} n'est pas un classeur`, `--sheet: ${path} is no workbook`);
}
