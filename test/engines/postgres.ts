/**
 * The SQL on PostgreSQL: every type of column under every DateStyle, and random lists against the
 * row path, to the cent. `npm run test:postgres -- [CASES [SEED]]`
 */
import fc from "fast-check";
import { sqlCases } from "../sql/cases.ts";
import { caseTables } from "../sql/case-tables.ts";
import { compared, queriesOf } from "../sql/compare.ts";
import { differences, TYPED_COLUMNS, typedCase } from "../sql/column-types.ts";
import { listCase, LISTS } from "../sql/list-cases.ts";
import { startPostgres, type Query, type Statement } from "./postgres-server.ts";

const DATE_STYLES = ["ISO, MDY", "SQL, DMY", "SQL, MDY", "German", "Postgres, DMY"];
const count = Number(process.argv[2] ?? 400);
const seed = Number(process.argv[3] ?? 20260101);

const postgres = await startPostgres();
const found: string[] = [];
let amounts = 0;
try {
  const typed = TYPED_COLUMNS.map((one) => typedCase("postgres", one));
  for (const style of DATE_STYLES) {
    const rows = postgres.run([
      { statement: `SET DateStyle = '${style}'` },
      { statement: "SET TimeZone = 'UTC'" },
      ...typed.flatMap(({ tables, query }) => [...tablesOf(tables), { query }]),
    ]);
    for (const [i, one] of typed.entries())
      found.push(...differences(one, rows[i] ?? []).map((text) => `${style}: ${text}`));
  }
  const lists = LISTS.map((one) => listCase("postgres", one));
  const answers = postgres.run(
    lists.flatMap(({ tables, query }) => [...tablesOf(tables), { query }]),
  );
  for (const [i, one] of lists.entries()) found.push(...one.differences(answers[i] ?? []));
  for (const one of fc.sample(sqlCases, { numRuns: count, seed })) {
    const rows = postgres.run([
      ...tablesOf(caseTables(one, "postgres")),
      ...queriesOf(one, "postgres").map((query) => ({ query })),
    ]);
    const result = compared(one, rows.map(withoutInvalid));
    amounts += result.amounts;
    found.push(...result.differences);
  }
} finally {
  postgres.stop();
}
if (found.length > 0) {
  console.error(`${found.length} differences; the first ones:\n${found.slice(0, 20).join("\n")}`);
  process.exit(1);
}
console.log(
  `${postgres.version.replace(/^"?(PostgreSQL [\d.]+).*/, "$1")}: ${TYPED_COLUMNS.length} columns under ` +
    `${DATE_STYLES.length} date styles; ${count} batches, ${amounts} amounts, all equal to the cent (seed ${seed})`,
);

function tablesOf(tables: Readonly<Record<string, string>>): (Statement | Query)[] {
  return Object.entries(tables).flatMap(([table, rows]) => [
    { statement: `DROP TABLE IF EXISTS ${table}` },
    { statement: `CREATE TABLE ${table} AS ${rows}` },
  ]);
}

function withoutInvalid(
  rows: readonly Record<string, string | null>[],
): Record<string, string | null>[] {
  return rows.map(({ invalid, ...row }) => {
    if (invalid !== null) found.push(`invalid: ${invalid}`);
    return row;
  });
}
