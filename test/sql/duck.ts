import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import type { Patient, Physician } from "../../src/index.ts";
import { allFacts } from "../support/declared-facts.ts";
import { PATIENT_DATES } from "../../src/facts.ts";
import type { SqlPatientColumns } from "../../src/sql/columns.ts";

export async function openDuck(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  return instance.connect();
}

/** The rows of a query, every value as text. */
export async function rowsOf(
  connection: DuckDBConnection,
  sql: string,
): Promise<Record<string, string | null>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson() as Record<string, string | null>[];
}

/** The amounts of a query: NULL where `invalid` names a column, and nowhere else. */
export async function amountsOf(
  connection: DuckDBConnection,
  sql: string,
): Promise<Record<string, string | null>[]> {
  return (await rowsOf(connection, sql)).map(({ invalid, ...row }) => {
    if ((invalid === null) !== (row["total"] !== null))
      throw new Error(`invalid is ${invalid} where total is ${row["total"]}`);
    return row;
  });
}

/** Writes the tables `panel` and `physicians` that a query reads. */
export async function fillTables(
  connection: DuckDBConnection,
  patients: readonly Patient[],
  physicians: readonly Physician[] | undefined,
  { indicators = {} }: SqlPatientColumns,
): Promise<void> {
  const words = patients.some(({ c2s }) => typeof c2s === "string");
  const types = {
    physicianId: "VARCHAR",
    id: "VARCHAR",
    age: "UTINYINT",
    birthDate: "DATE",
    ald: "BOOLEAN",
    c2s: words ? "VARCHAR" : "BOOLEAN",
    seen: "BOOLEAN",
    lastSeen: "VARCHAR",
    prevention: "UTINYINT",
    ...Object.fromEntries(PATIENT_DATES.map((name) => [name, "DATE"])),
  };
  const done = Object.fromEntries(Object.values(indicators).map((name) => [name, "BOOLEAN"]));
  const rows = patients.map((patient) => {
    const ids = Array.isArray(patient.prevention) ? patient.prevention : [];
    const flags = Object.fromEntries(
      Object.entries(indicators).map(([id, name]) => [name, ids.includes(id)]),
    );
    const c2s = words && patient.c2s === false ? "none" : patient.c2s;
    return {
      ...patient,
      c2s,
      ...flags,
      ...(Array.isArray(patient.prevention) && { prevention: undefined }),
    };
  });
  await createTable(connection, "panel", { ...types, ...done }, rows);
  const texts = [
    "id",
    "zone",
    "birthDate",
    "firstInstallation",
    "sector",
    "activeFrom",
    "activeUntil",
  ].map((name) => [name, "VARCHAR"] as const);
  const declared = Object.entries(allFacts).map(
    ([id, value]) => [id, typeof value === "boolean" ? "BOOLEAN" : "DOUBLE"] as const,
  );
  await createTable(
    connection,
    "physicians",
    { ...Object.fromEntries([...texts, ...declared]), contract: "BOOLEAN" },
    (physicians ?? []).map(({ facts, ...physician }) => ({ ...physician, ...facts })),
  );
}

async function createTable(
  connection: DuckDBConnection,
  name: string,
  types: Readonly<Record<string, string>>,
  rows: readonly object[],
): Promise<void> {
  const columns = Object.entries(types)
    .map(([column, type]) => `"${column.replaceAll('"', '""')}" ${type}`)
    .join(", ");
  await connection.run(`CREATE OR REPLACE TABLE ${name} (${columns})`);
  if (rows.length === 0) return;
  const values = rows.map(
    (row) =>
      `(${Object.keys(types)
        .map((column) => literal((row as Record<string, unknown>)[column]))
        .join(", ")})`,
  );
  await connection.run(`INSERT INTO ${name} VALUES ${values.join(",\n")}`);
}

function literal(value: unknown): string {
  if (value === undefined || value === null) return "NULL";
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}
