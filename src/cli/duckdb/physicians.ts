import type { DuckDBConnection } from "@duckdb/node-api";
import type { Rejected } from "../../panel/list.ts";
import type { Physician } from "../../panel/physician.ts";
import type { Compiled } from "../../statement/compile.ts";
import { BatchReader } from "../../statement/read.ts";
import type { PhysicianColumns } from "../../sql/columns.ts";

/** The columns of the table `physicians`: facts that the row path has read. */
export const physicianColumns: PhysicianColumns = { age: "age" };

/** Physicians as the row path reads them. */
export interface PhysiciansRead {
  readonly rejected: readonly Rejected[];
  /** The only physician, for a list that names none: null if refused, undefined if there are several. */
  readonly only: string | null | undefined;
}

/** Reads the physicians and writes those who are accepted to the table `physicians`; one without an id has an empty one. */
export async function fillPhysicians(connection: DuckDBConnection, compiled: Compiled, year: number, physicians: readonly Physician[]): Promise<PhysiciansRead> {
  await connection.run(
    "CREATE TABLE physicians (id VARCHAR, zone VARCHAR, contract BOOLEAN, sector VARCHAR, age INTEGER, \"firstInstallation\" VARCHAR, \"activeFrom\" VARCHAR, \"activeUntil\" VARCHAR)",
  );
  const { accounts, rejected } = new BatchReader(compiled, year, physicians).end();
  const appender = await connection.createAppender("physicians");
  const text = (value: string | number | undefined): void => (value === undefined ? appender.appendNull() : appender.appendVarchar(String(value)));
  for (const { physician } of accounts) {
    text(physician.id ?? "");
    text(physician.zone);
    if (physician.contract === undefined) appender.appendNull();
    else appender.appendBoolean(physician.contract);
    text(physician.sector);
    if (physician.age === undefined) appender.appendNull();
    else appender.appendInteger(physician.age);
    text(physician.installed === undefined ? undefined : String(physician.installed).padStart(4, "0"));
    text(physician.activeFrom);
    text(physician.activeUntil);
    appender.endRow();
  }
  appender.closeSync();
  const [first] = accounts;
  return { rejected, only: physicians.length !== 1 ? undefined : first ? (first.physician.id ?? "") : null };
}
