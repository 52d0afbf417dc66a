/**
 * The SQL on a standalone Spark cluster of one master and two workers, of which one is killed in the
 * middle of the query: its amounts must be those of DuckDB on the same files, to the cent.
 * `npm run test:engines -- cluster`. With SPARK_ENVIRONMENTS=FOLDER, what is installed stays there.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toSql } from "../../src/index.ts";
import { openDuck, rowsOf } from "../sql/duck.ts";
import { installSpark } from "./spark-environment.ts";

/** Enough for a killed worker to take rows and shuffled sums with it. Each file is a task. */
const [PATIENTS, PHYSICIANS, FILES] = [24_000, 300, 24];
const options = { year: 2026, schedule: "fr.fmt.2026" };
const target = { physicians: "physicians" };

const folder = mkdtempSync(join(tmpdir(), "forfait-cluster-"));
try {
  const python = installSpark("3.5", folder);
  const connection = await openDuck();
  for (const table of ["panel", "physicians"]) mkdirSync(join(folder, table));
  for (let file = 0; file < FILES; file++)
    await connection.run(
      `COPY (SELECT 'M' || (i % ${PHYSICIANS}) AS "physicianId", i AS id,
         CAST(hash(i) % 100 AS SMALLINT) AS age, hash(i, 1) % 4 = 0 AS ald,
         CASE hash(i, 2) % 9 WHEN 0 THEN 'free' WHEN 1 THEN 'contributory' ELSE 'none' END AS c2s,
         hash(i, 3) % 8 > 0 AS seen, CAST(hash(i, 4) % 16 AS DOUBLE) AS prevention
       FROM range(${file}, ${PATIENTS}, ${FILES}) AS _(i))
       TO '${join(folder, "panel", `${file}.parquet`)}' (FORMAT parquet)`,
    );
  await connection.run(
    `COPY (SELECT 'M' || i AS id, CASE i % 3 WHEN 0 THEN 'ZIP' WHEN 1 THEN 'none' END AS zone,
       MAKE_DATE(1950 + CAST(i % 50 AS INTEGER), 3, 17) AS "birthDate",
       CAST(1990 + i % 36 AS VARCHAR) AS "firstInstallation", i % 7 = 0 AS contract,
       CAST(1 + i % 11 // 10 AS INTEGER) AS sector, '2000-01-01' AS "activeFrom",
       CASE WHEN i % 100 = 0 THEN DATE '2025-06-30' END AS "activeUntil"
     FROM range(${PHYSICIANS}) AS _(i))
     TO '${join(folder, "physicians", "0.parquet")}' (FORMAT parquet)`,
  );
  for (const table of ["panel", "physicians"])
    await connection.run(`CREATE VIEW ${table} AS FROM '${join(folder, table)}/*.parquet'`);
  const expected = await rowsOf(connection, toSql({ ...target, dialect: "duckdb" }, options));

  writeFileSync(join(folder, "query.sql"), toSql({ ...target, dialect: "spark" }, options));
  const script = join(import.meta.dirname, "spark", "cluster.py");
  execFileSync(python, [script, folder], { stdio: "inherit" });
  const found = JSON.parse(readFileSync(join(folder, "rows.json"), "utf8")) as typeof expected;

  const [is, should] = [found, expected].map((rows) =>
    rows.map((row) => JSON.stringify(row)).sort(),
  ) as [string[], string[]];
  const different = should.filter((row, i) => row !== is[i]);
  if (is.length !== should.length || different.length > 0)
    throw new Error(`${different.length} of ${should.length} physicians differ: ${different[0]}`);
  const total = expected.reduce((cents, row) => cents + Math.round(Number(row["total"]) * 100), 0);
  console.log(
    `cluster: ${PATIENTS} patients in ${FILES} files, ${expected.length} physicians, ` +
      `${(total / 100).toFixed(2)} EUR: equal to DuckDB, to the cent`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
