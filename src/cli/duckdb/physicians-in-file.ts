import type { DuckDBConnection } from "@duckdb/node-api";
import { BatchReader } from "../../list/batch-reader.ts";
import { columnsWhere } from "../../list/patient-list.ts";
import type { Compiled } from "../../statement/compiled.ts";
import { listRequirements } from "../../statement/requirements.ts";
import { refusedRow } from "../input/batch.ts";
import { PhysiciansInList, factsOf } from "../input/physician-in-list.ts";
import { valueOf } from "../input/values.ts";
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

/**
 * Reads the physician facts of a patient file. Only distinct combinations are read, in order of
 * appearance: they are few.
 * @returns undefined if the file has no physician facts beyond ids
 */
export async function readPhysiciansInFile(
  connection: DuckDBConnection,
  source: Source,
  compiled: Compiled,
  year: number,
  file: string,
): Promise<PhysiciansInFile | undefined> {
  const { fields } = source.header;
  const known = new Set(fields.filter((field) => field !== undefined));
  const facts = factsOf({ fields: known });
  if (facts.length === 0) return undefined;
  const columns = columnsWhere((field) => known.has(field));
  const physicians = new PhysiciansInList(
    new BatchReader(listRequirements(compiled, year), undefined),
    {
      columns,
      fields: known,
    },
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
  const contradicting: string[] = [];
  for (const row of rows) {
    const raw = fields.map((_, at) => row.facts[wanted.indexOf(at)] ?? "");
    const value = Object.fromEntries(
      wanted.map((at) => [fields[at] as string, valueOf(fields[at] as string, raw[at] as string)]),
    );
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
      refusedRow(rejected, row, file, source.header),
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
