import { columnsOf } from "../../list/told-columns.ts";
import type { Patient } from "../../list/patient.ts";
import type { Physician } from "../../list/physician.ts";
import type { Practice } from "../../list/practice.ts";
import { fail } from "../report/failure.ts";
import { declaredField } from "./declared-facts.ts";
import type { InputList } from "./input-list.ts";
import type { InputRow } from "./row-block.ts";

/** Reads the text of a JSON list, a JSON document of lists, or NDJSON: a row on each line. */
export function readJson(path: string, text: string): InputList {
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

/** A list without patients. */
export function noPatients(): InputList {
  return fromObjects([]);
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
