import type { DuckDBConnection } from "@duckdb/node-api";
import type { Practice } from "../../list/practice.ts";
import type { Compiled } from "../../statement/compiled.ts";
import { openBatch } from "../input/facts-asked.ts";
import { PhysiciansInList, factsOf } from "../input/physician-in-list.ts";
import { refusedRow } from "../input/refused-row.ts";
import type { ScheduleFields } from "../input/schedule-fields.ts";
import { columnReaders, recordReader } from "../input/values.ts";
import type { RefusedRow } from "../report/messages.ts";
import { quoted, rowsOf } from "./engine.ts";
import { textOf, type Source } from "./source.ts";

/** Physicians whose facts are columns of the patient file. */
export interface PhysiciansInFile {
  readonly physicians: PhysiciansInList;
  /** Physicians with invalid facts. */
  readonly refused: readonly RefusedRow[];
  /** SQL test of a row that contradicts its physician's first row; undefined if no row does. */
  readonly contradicts: string | undefined;
}

interface InFileJob {
  readonly year: number;
  readonly practices?: readonly Practice[];
  /** Path of the file, as the user gave it. */
  readonly input: string;
}

/**
 * Reads the physician facts of a patient file. Only distinct combinations are read, in order of
 * appearance: they are few.
 * @returns undefined if the file has no physician facts beyond ids
 */
export async function readPhysiciansInFile(
  connection: DuckDBConnection,
  source: Source,
  names: ScheduleFields,
  compiled: Compiled,
  { year, practices, input }: InFileJob,
): Promise<PhysiciansInFile | undefined> {
  const { fields } = source.header;
  const known = new Set(fields.filter((field) => field !== undefined));
  const facts = factsOf({ fields: known }, names.inList);
  if (facts.length === 0) return undefined;
  const reader = openBatch(compiled, { year }, undefined, practices);
  const physicians = new PhysiciansInList(
    reader,
    { hasPhysicianId: known.has("physicianId") },
    facts,
  );

  const wanted = ["physicianId", ...facts]
    .map((field) => fields.indexOf(field))
    .filter((at) => at >= 0);
  const texts = wanted.map((at) =>
    textOf(source.columns[at] as string, source.types[at] as string),
  );
  const sql = `[${texts.map((text) => `COALESCE(${text}, '')`).join(", ")}]`;
  const rows = await rowsOf<{ place: string; facts: readonly string[] }>(
    connection,
    `SELECT MIN(place) AS place, facts FROM (${placed(source, sql)}) GROUP BY facts ORDER BY 1`,
  );
  const columns = {
    fields: wanted.map((at) => fields[at]),
    values: wanted.map((at) => source.header.values[at]),
    blank: source.header.blank,
  };
  const read = recordReader(columns.fields, columnReaders(columns, names.facts));
  const contradicting: string[] = [];
  for (const row of rows) {
    const raw = fields.map((_, at) => row.facts[wanted.indexOf(at)] ?? "");
    const value = read(row.facts);
    if (physicians.read({ value, raw }, Number(row.place)))
      contradicting.push(`[${row.facts.map(quoted).join(", ")}]`);
  }
  if (contradicting.length > 0) {
    await connection.run("CREATE TABLE contradicting (facts VARCHAR[])");
    await connection.run(
      `INSERT INTO contradicting VALUES ${contradicting.map((one) => `(${one})`).join(", ")}`,
    );
  }
  return {
    physicians,
    refused: physicians.refused.map(({ rejected, row }) =>
      refusedRow(rejected, row, input, source.header),
    ),
    contradicts:
      contradicting.length > 0 ? `${sql} IN (SELECT facts FROM contradicting)` : undefined,
  };
}

/**
 * Physician facts and position of each row. Every CSV column is read, because DuckDB rejects a line
 * with too many cells only if all columns are used.
 */
function placed({ table, place, columns }: Source, sql: string): string {
  if (place !== undefined) return `SELECT ${place} AS place, ${sql} AS facts FROM ${table}`;
  return (
    `SELECT ROW_NUMBER() OVER () - 1 AS place, ${sql} AS facts ` +
    `FROM ${table} WHERE STRLEN(CONCAT(${columns.join(", ")})) >= 0`
  );
}
