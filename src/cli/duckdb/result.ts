import type { DuckDBConnection } from "@duckdb/node-api";
import { refuse } from "../../error.ts";
import type { Euros } from "../../schedule/language.ts";
import { toSql, type SqlTarget } from "../../sql/to-sql.ts";
import { rowsOf } from "./engine.ts";
import type { RunningJob } from "./job.ts";
import { isTrim } from "./sql-cells.ts";
import { physicianColumns } from "./physicians.ts";

const SEEN_FIELDS = ["seen", "lastSeen", "visits"];

const UNNAMED = "\u0001";

/** Creates the table `result` from `panel`. */
export async function computeResult(running: RunningJob): Promise<void> {
  const {
    engine: { connection },
    source,
    compiled,
    job,
    physicians,
    rows: { indicators },
  } = running;
  const { fields } = source.header;
  const grain = job.grain ?? "physician";
  const isCounted =
    fields.includes("prevention") &&
    compiled.amounts.every(({ prevention }) => !prevention || prevention.ofAction !== undefined);
  const target: SqlTarget = {
    dialect: "duckdb",
    table: "named_panel",
    grain,
    columns: {
      // Who is listed twice is found before.
      ...(grain === "patient" ? { place: "place" } : { id: null }),
      ...(!SEEN_FIELDS.some((field) => fields.includes(field)) && { seen: null }),
      prevention: isCounted ? "prevention" : null,
      indicators: Object.fromEntries(indicators.map((id, i) => [id, `did_${i}`])),
    },
    ...(physicians && {
      physicians: "physicians",
      physicianColumns: physicianColumns(job.schedule),
    }),
  };
  const sql = toSql(target, { year: job.year, schedule: job.schedule });
  const body = sql.trimEnd().slice(0, -1);
  // A list without physicians is that of one, whose id is empty.
  await connection.run(
    "CREATE OR REPLACE TEMP VIEW named_panel AS SELECT * REPLACE " +
      `(CASE "physicianId" WHEN '' THEN '${UNNAMED}' ELSE "physicianId" END AS "physicianId") ` +
      "FROM panel",
  );
  const order = grain === "patient" ? " ORDER BY ALL" : "";
  await connection.run(
    "CREATE OR REPLACE TABLE result AS " +
      `SELECT * EXCLUDE (invalid) REPLACE (NULLIF("physicianId", '${UNNAMED}') AS "physicianId") ` +
      `FROM (\n${body}\n)${order}`,
  );
}

/** Whether `result` has NULL amounts, which come from invalid rows. */
export async function hasUnread(connection: DuckDBConnection): Promise<boolean> {
  const [row] = await rowsOf<{ unread: string }>(
    connection,
    "SELECT COUNT(*) AS unread FROM result WHERE total IS NULL",
  );
  return row?.unread !== "0";
}

/** Whether an id in `result` has surrounding white space, which the row reader trims. */
export async function hasUntrimmed(connection: DuckDBConnection): Promise<boolean> {
  const [row] = await rowsOf<{ untrimmed: string }>(
    connection,
    `SELECT COUNT(*) AS untrimmed FROM result WHERE NOT (${isTrim('"physicianId"')})`,
  );
  return row?.untrimmed !== "0";
}

/** Counts and total of `result`. @throws ForfaitError FACT_MISSING */
export async function totalsOf(
  connection: DuckDBConnection,
): Promise<{ patients: number; physicians: number; total: Euros }> {
  if (await hasUnread(connection)) {
    refuse("FACT_MISSING", "physicians", undefined, {
      fr: "les faits que le barème lit et pour lesquels il n'a pas de défaut",
      en: "the facts that the schedule reads and has no default for",
    });
  }
  const columns = (await connection.run("SELECT * FROM result LIMIT 0")).columnNames();
  const patients = columns.includes("patients") ? "COALESCE(SUM(patients), 0)" : "COUNT(*)";
  const [row] = await rowsOf<{ patients: string; physicians: string; total: Euros }>(
    connection,
    `SELECT ${patients} AS patients, ` +
      `COUNT(DISTINCT COALESCE("physicianId", '')) AS physicians, ` +
      "CAST(COALESCE(SUM(total), 0) AS DECIMAL(38, 2)) AS total FROM result",
  );
  return {
    patients: Number(row?.patients),
    physicians: Number(row?.physicians),
    total: row?.total ?? "0.00",
  };
}
