import type { DuckDBConnection, DuckDBType, DuckDBValue } from "@duckdb/node-api";
import type { RejectedRow } from "../../panel/list.ts";
import type { Physician, PhysicianFacts } from "../../panel/physician.ts";
import type { Compiled } from "../../statement/compile.ts";
import { BatchReader } from "../../statement/read.ts";
import type { PhysicianColumns } from "../../sql/columns.ts";
import { CHUNK_ROWS, named } from "./engine.ts";

/** The columns of the table `physicians`: facts that the row path has read. */
export const physicianColumns: PhysicianColumns = { age: "age" };

/** Physicians as the row path reads them. */
export interface PhysiciansRead {
  readonly rejected: readonly RejectedRow[];
  /** The only physician, for a list that names none: null if refused, undefined if there are several. */
  readonly only: string | null | undefined;
}

/** Reads the physicians and writes those who are accepted to the table `physicians`; one without an id has an empty one. */
export async function fillPhysicians(
  connection: DuckDBConnection,
  compiled: Compiled,
  year: number,
  physicians: readonly Physician[],
): Promise<PhysiciansRead> {
  const { BOOLEAN, DuckDBDataChunk, INTEGER, VARCHAR } = await import("@duckdb/node-api");
  const columns: readonly (readonly [
    string,
    DuckDBType,
    (physician: PhysicianFacts) => DuckDBValue | undefined,
  ])[] = [
    ["id", VARCHAR, ({ id }) => id ?? ""],
    ["zone", VARCHAR, ({ zone }) => zone],
    ["contract", BOOLEAN, ({ contract }) => contract],
    ["sector", VARCHAR, ({ sector }) => sector],
    ["age", INTEGER, ({ age }) => age],
    [
      "firstInstallation",
      VARCHAR,
      ({ installed }) => installed && String(installed).padStart(4, "0"),
    ],
    ["activeFrom", VARCHAR, ({ activeFrom }) => activeFrom],
    ["activeUntil", VARCHAR, ({ activeUntil }) => activeUntil],
  ];
  await connection.run(
    `CREATE TABLE physicians (${columns.map(([name, type]) => `${named(name)} ${type}`).join(", ")})`,
  );
  const { accounts, rejected } = new BatchReader(compiled, year, physicians).end();
  const appender = await connection.createAppender("physicians");
  for (let from = 0; from < accounts.length; from += CHUNK_ROWS) {
    const some = accounts.slice(from, from + CHUNK_ROWS);
    const chunk = DuckDBDataChunk.create(columns.map(([, type]) => type));
    chunk.setColumns(
      columns.map(([, , valueOf]) => some.map(({ physician }) => valueOf(physician) ?? null)),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const [first] = accounts;
  return {
    rejected,
    only: physicians.length !== 1 ? undefined : first ? (first.physician.id ?? "") : null,
  };
}
