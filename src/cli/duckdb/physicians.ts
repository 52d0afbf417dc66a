import type { DuckDBConnection, DuckDBType, DuckDBValue } from "@duckdb/node-api";
import type { RejectedRow } from "../../list/row-reader.ts";
import type { Physician, PhysicianFacts } from "../../list/physician.ts";
import type { Practice } from "../../list/practice.ts";
import type { FactValue } from "../../schedule/conditions.ts";
import { valueOf } from "../../schedule/declared-facts.ts";
import type { Schedule } from "../../schedule/language.ts";
import type { SqlPhysicianColumns } from "../../sql/columns.ts";
import type { Compiled } from "../../statement/compiled.ts";
import { factOnDay, type FactInTurn } from "../../statement/facts.ts";
import { openBatch } from "../input/facts-asked.ts";
import { CHUNK_ROWS, named } from "./engine.ts";

/** Columns of the table `physicians`, which holds facts validated by the row reader. */
export function physicianColumns({ facts = {} }: Schedule): SqlPhysicianColumns {
  const declared = Object.keys(facts).map((id, i) => [id, factColumn(i)]);
  return { age: "age", facts: Object.fromEntries(declared) as Record<string, string> };
}

/** Ids may differ in case only, which names of columns may not. */
const factColumn = (i: number): string => `fact_${i}`;

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
  { year, practices }: { readonly year: number; readonly practices?: readonly Practice[] },
  physicians: readonly Physician[],
): Promise<PhysiciansRead> {
  const { BOOLEAN, DOUBLE, DuckDBDataChunk, INTEGER, VARCHAR } = await import("@duckdb/node-api");
  const factOn = (physician: PhysicianFacts, fact: FactInTurn): DuckDBValue | undefined =>
    factOnDay(compiled.schedule, year, physician, fact) as DuckDBValue | undefined;
  const columns: readonly (readonly [
    string,
    DuckDBType,
    (physician: PhysicianFacts) => DuckDBValue | undefined,
  ])[] = [
    ["id", VARCHAR, ({ id }) => id ?? ""],
    ["zone", VARCHAR, (physician) => factOn(physician, "zone")],
    ["contract", BOOLEAN, (physician) => factOn(physician, "contract")],
    ["sector", VARCHAR, (physician) => factOn(physician, "sector")],
    ["age", INTEGER, ({ age }) => age],
    [
      "firstInstallation",
      VARCHAR,
      ({ installed }) => installed && String(installed).padStart(4, "0"),
    ],
    ["activeFrom", VARCHAR, ({ activeFrom }) => activeFrom],
    ["activeUntil", VARCHAR, ({ activeUntil }) => activeUntil],
    ...Object.entries(compiled.schedule.facts ?? {}).map(([id, fact], i) => {
      const valueIn = ({ facts }: PhysicianFacts): FactValue | undefined => {
        const given = facts?.get(id);
        return given === undefined ? undefined : valueOf(fact, given);
      };
      return [factColumn(i), fact.is === "boolean" ? BOOLEAN : DOUBLE, valueIn] as const;
    }),
  ];
  const definitions = columns.map(([name, type]) => `${named(name)} ${type}`);
  await connection.run(`CREATE TABLE physicians (${definitions.join(", ")})`);
  const { accounts, rejected } = openBatch(compiled, { year }, physicians, practices).end();
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
