import type { DuckDBConnection } from "@duckdb/node-api";
import { refusal } from "../../error.ts";
import type { Header } from "../input/header.ts";
import { rowsOf } from "./engine.ts";
import type { Rejects } from "./rejects.ts";

/**
 * Rejects the patients of `accepted` whose physician already has a patient with the same id; their
 * positions go to the table `duplicates`. Equal ids have equal hashes, so only rows with a repeated
 * hash are compared.
 * @returns whether any patient is rejected
 */
export async function rejectDuplicates(
  connection: DuckDBConnection,
  file: string,
  header: Header,
  rejects: Rejects,
): Promise<boolean> {
  const hash = 'HASH("physicianId", id)';
  await connection.run(
    `CREATE TABLE repeated_hashes AS SELECT ${hash} AS h FROM accepted ` +
      "WHERE id IS NOT NULL GROUP BY h HAVING COUNT(*) > 1",
  );
  const [repeated] = await rowsOf<{ n: string }>(
    connection,
    "SELECT COUNT(*) AS n FROM repeated_hashes",
  );
  if (repeated?.n === "0") return false;

  const ranked =
    'SELECT place, "physicianId", id, ' +
    'ROW_NUMBER() OVER (PARTITION BY "physicianId", id ORDER BY place) AS n ' +
    `FROM accepted WHERE id IS NOT NULL AND ${hash} IN (SELECT h FROM repeated_hashes)`;
  await connection.run(
    `CREATE TABLE duplicates AS SELECT place, "physicianId", id FROM (${ranked}) WHERE n > 1`,
  );
  const result = await connection.stream(
    'SELECT CAST(place AS INTEGER), "physicianId", id FROM duplicates ORDER BY place',
  );
  for await (const rows of result.yieldRowsJson()) {
    for (const [index, physicianId, id] of rows as [number, string, string][]) {
      const cells: Readonly<Record<string, string>> = { physicianId, id };
      const raw = header.fields.map((field) => cells[field ?? ""] ?? "");
      const why = refusal("PATIENT_TWICE", `patients[${index}].id`, id, {
        fr: "un identifiant une seule fois par médecin",
        en: "an identifier once for each physician",
      });
      await rejects.add({
        kind: "patient",
        index,
        id,
        physicianId,
        refusals: [why],
        file,
        raw,
        header,
      });
    }
  }
  return true;
}
