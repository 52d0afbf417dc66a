import type { DuckDBConnection, DuckDBType, DuckDBValue } from "@duckdb/node-api";
import { BatchReader } from "../../list/batch-reader.ts";
import type { RejectedRow } from "../../list/patient-list.ts";
import type { Physician, PhysicianFacts } from "../../list/physician.ts";
import type { SqlPhysicianColumns } from "../../sql/columns.ts";
import type { Compiled } from "../../statement/compiled.ts";
import { listRequirements } from "../../statement/requirements.ts";
import { CHUNK_ROWS, named } from "./engine.ts";

/** Columns of the table `physicians`, which holds facts validated by the row reader. */
export const physicianColumns: SqlPhysicianColumns = { age: "age" };

/** Result of reading the physicians. */
export interface PhysiciansRead {
  readonly rejected: readonly RejectedRow[];
  /**
   * Id of the single physician, for lists without a physician column: null if rejected, undefined
   * if there are several.
   */
  readonly only: string | null | undefined;
}

/**
 * Reads the physicians and writes accepted ones to the table `physicians`; a missing id is empty.
 */
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
  const definitions = columns.map(([name, type]) => `${named(name)} ${type}`);
  await connection.run(`CREATE TABLE physicians (${definitions.join(", ")})`);
  const { accounts, rejected } = new BatchReader(
    listRequirements(compiled, year),
    physicians,
  ).end();
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
