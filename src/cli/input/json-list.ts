import type { LocalizedText } from "../../error.ts";
import { columnsOf } from "../../list/told-columns.ts";
import type { Patient } from "../../list/patient.ts";
import type { Physician } from "../../list/physician.ts";
import type { Practice } from "../../list/practice.ts";
import type { Names } from "../../words/fields.ts";
import { quoted } from "../../printable.ts";
import { fail } from "../report/failure.ts";
import { declaredField } from "./declared-facts.ts";
import type { InputList, KeyedRows } from "./input-list.ts";
import { isTotalRow } from "./kinds/total-row.ts";
import { parseJson } from "./json.ts";
import { readRows, type JsonWords } from "./json-words.ts";
import type { InputRow } from "./row-block.ts";
import type { ScheduleFields } from "./schedule-fields.ts";

/** Reads the text of a JSON list, a JSON document of lists, or NDJSON: a row on each line. */
export function readJson(path: string, text: string, given: JsonFile): InputList {
  const { names, fields } = given;
  const isOfPatients = names === fields.patients;
  const words = isOfPatients ? { ...given, names: fields.patientsInJson } : given;
  const parsed = parseJson(text, { fr: path, en: path });
  if (Array.isArray(parsed)) return fromObjects(path, parsed, words);
  if (parsed !== undefined && LISTS.some((name) => Object.hasOwn(parsed as object, name)))
    return fromDocument(path, parsed as Document, words);
  const lines = text.split(/\r\n|\n/).flatMap((line, i) => {
    if (line.trim() === "") return [];
    return [{ line: i + 1, value: ndjsonValue(path, line, i + 1), raw: [line] }];
  });
  return inWords(path, lines, words);
}

/** What the rows of a JSON file are of, and how they are read. */
export interface JsonFile extends Omit<JsonWords, "facts"> {
  readonly fields: ScheduleFields;
}

interface Document {
  readonly physicians?: readonly Physician[];
  readonly practices?: readonly Practice[];
  readonly patients?: readonly unknown[];
  readonly previousPatients?: readonly unknown[];
}

function fromDocument(path: string, document: Document, words: JsonFile): InputList {
  const { physicians, practices, patients = [], previousPatients } = document;
  const { fields, map } = words;
  const rowsOf = <Row>(raw: readonly Row[], names: Names): KeyedRows<Row> => {
    const { values, keys } = readRows(path, raw, { names, facts: fields.facts, map });
    return { values: values as readonly Row[], keys, raw };
  };
  const ofPatients = { ...words, names: fields.patientsInJson };
  const notes = otherKeys(path, document);
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
    ...fromObjects(path, patients, ofPatients),
    notes,
    ...(physicians && { physicians: rowsOf(physicians, fields.physicians) }),
    ...(practices && { practices: rowsOf(practices, fields.practices) }),
    ...(previousPatients && { previous: fromObjects(path, previousPatients, ofPatients) }),
  };
}

/**
 * What is told of the keys of a document that nobody reads.
 * @throws Failure INPUT_JSON for one that holds rows: a list under another name
 */
function otherKeys(path: string, document: Document): readonly LocalizedText[] {
  return Object.entries(document).flatMap(([key, value]: [string, unknown]) => {
    if (LISTS.includes(key)) return [];
    const [name, lists] = [quoted(key), LISTS.join(", ")];
    if (Array.isArray(value) && value.some((row) => typeof row === "object"))
      fail(
        "INPUT_JSON",
        `${path} : liste inconnue « ${name} » ; la nommer, ou l'ôter : ${lists}`,
        `${path}: unknown list "${name}"; name it, or take it out: ${lists}`,
      );
    const fr = `${path} : clé inconnue « ${name} », non lue`;
    return [{ fr, en: `${path}: unknown key "${name}", not read` }];
  });
}

const LISTS: readonly string[] = ["patients", "physicians", "practices", "previousPatients"];

/** A list without patients. */
export function noPatients(): InputList {
  return inMemory([]);
}

function fromObjects(path: string, values: readonly unknown[], words: JsonFile): InputList {
  const rows = values.map((value) => ({ value, raw: [jsonText(value)] }));
  return inWords(path, rows, words);
}

function inWords(
  path: string,
  rows: readonly (Omit<InputRow, "value"> & { readonly value: unknown })[],
  { names, fields, map }: JsonFile,
): InputList {
  const { values, keys } = readRows(
    path,
    rows.map(({ value }) => value),
    { names, facts: fields.facts, map },
  );
  const fieldOf = new Map(keys.names.map((name, i) => [name, keys.fields[i]]));
  const read = rows.map((row, i): InputRow => {
    const value = values[i] as InputRow["value"];
    return { ...row, value, ...(isTotalOf(row.value, value, fieldOf) && { fault: "total" }) };
  });
  return { ...inMemory(read), keys };
}

/** Whether the texts of a row name a total, as the cells of a record do. */
function isTotalOf(
  row: unknown,
  value: InputRow["value"],
  fieldOf: ReadonlyMap<string, string | undefined>,
): boolean {
  if (typeof row !== "object" || row === null) return false;
  const entries = Object.entries(row).filter(([, one]) => one !== null);
  const cells = entries.map(([, one]) => (typeof one === "string" ? one : " -"));
  return isTotalRow({ cells, fields: entries.map(([key]) => fieldOf.get(key.trim())), value });
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

function ndjsonValue(path: string, line: string, number: number): unknown {
  const place = { fr: `${path}, ligne ${number}`, en: `${path}, line ${number}` };
  const value = parseJson(line, place);
  if (value === undefined)
    fail("INPUT_JSON", `${place.fr} : JSON illisible`, `${place.en}: unreadable JSON`);
  return value;
}
