import { PATIENT_DATES } from "../../src/facts.ts";
import type { SqlDialect } from "../../src/index.ts";
import { allFacts } from "../support/declared-facts.ts";
import { typeIn, type SqlType } from "./column-types.ts";
import type { SqlCase } from "./cases.ts";

/** The types that a platform may give to columns of a content; one is drawn for each column. */
const TYPES = {
  id: ["text"],
  words: ["text"],
  whole: ["int", "smallint", "text", "double", "bigint", "decimal", "real"],
  flag: ["boolean", "text", "smallint", "double", "int", "decimal"],
  day: ["date", "text", "timestamp"],
  number: ["double", "text", "wide"],
} as const satisfies Record<string, readonly SqlType[]>;

type Content = keyof typeof TYPES;

/** The rows of both tables of a case as queries, columns being of types that the case draws. */
export function caseTables(one: SqlCase, dialect: SqlDialect): Readonly<Record<string, string>> {
  const { patients, physicians = [], columns } = one;
  const { indicators = {} } = columns;
  const hasWords = patients.some(({ c2s }) => typeof c2s === "string");
  const ofPatients: Record<string, Content> = {
    physicianId: "id",
    id: "id",
    age: "whole",
    birthDate: "day",
    ald: "flag",
    c2s: hasWords ? "words" : "flag",
    seen: "flag",
    lastSeen: "day",
    prevention: "whole",
    ...Object.fromEntries(PATIENT_DATES.map((name) => [name, "day"])),
    ...Object.fromEntries(Object.values(indicators).map((name) => [name, "flag"])),
  };
  const ofPhysicians: Record<string, Content> = {
    id: "id",
    zone: "words",
    birthDate: "day",
    firstInstallation: "day",
    sector: "words",
    activeFrom: "day",
    activeUntil: "day",
    contract: "flag",
    ...Object.fromEntries(
      Object.entries(allFacts).map(([id, value]) => [
        id,
        typeof value === "boolean" ? "flag" : "number",
      ]),
    ),
  };
  const patientRows = patients.map(({ prevention, ...patient }) => ({
    ...patient,
    ...(hasWords && patient.c2s === false && { c2s: "none" }),
    ...(Array.isArray(prevention)
      ? Object.fromEntries(
          Object.entries(indicators).map(([id, name]) => [name, prevention.includes(id)]),
        )
      : { prevention }),
  }));
  const physicianRows = physicians.map(({ facts, ...physician }) => ({ ...physician, ...facts }));
  return {
    panel: rowsAs(dialect, ofPatients, patientRows, one.types),
    physicians: rowsAs(dialect, ofPhysicians, physicianRows, one.types),
  };
}

type Row = Readonly<Record<string, unknown>>;

function rowsAs(
  dialect: SqlDialect,
  contents: Readonly<Record<string, Content>>,
  rows: readonly Row[],
  draw: number,
): string {
  const names = Object.keys(contents);
  const types = names.map((name, i): SqlType => {
    // A year alone is no date to the database.
    const isWritten = rows.some((row) => /^\d{4}(-\d\d)?$/.test(String(row[name])));
    const choices: readonly SqlType[] =
      isWritten && contents[name] === "day" ? ["text"] : TYPES[contents[name] as Content];
    return choices[(draw >> (i % 7)) % choices.length] as SqlType;
  });
  const values = (row: Row): string =>
    `(${names.map((name, i) => literal(row[name], types[i] as SqlType)).join(", ")})`;
  const columns = names.map(
    (name, i) =>
      `CAST(c${i} AS ${typeIn(dialect, types[i] as SqlType)}) AS ${quoted(dialect, name)}`,
  );
  const all = rows.length > 0 ? rows.map(values) : [values({})];
  return [
    `SELECT ${columns.join(", ")}`,
    `FROM (VALUES ${all.join(",\n")}) AS t (${names.map((_, i) => `c${i}`).join(", ")})`,
    ...(rows.length > 0 ? [] : ["WHERE 1 = 0"]),
  ].join(" ");
}

/** A value as text, which its column casts. */
function literal(value: unknown, type: SqlType): string {
  if (value === undefined || value === null) return "NULL";
  if (typeof value !== "boolean" || type === "boolean") return `'${String(value)}'`;
  const [yes, no] = type === "text" ? ["oui", "non"] : ["1", "0"];
  return `'${value ? yes : no}'`;
}

export const quoted = (dialect: SqlDialect, name: string): string =>
  dialect === "spark" ? `\`${name}\`` : `"${name}"`;
