/**
 * Random lists, every schedule, every reading, and patches: the SQL on DuckDB against the row path, to the cent.
 * `node --import tsx test/sql/prove.ts [CASES [SEED]]`
 */
import fc from "fast-check";
import { compareCase } from "./compare.ts";
import { sqlCases } from "./cases.ts";
import { openDuck } from "./duck.ts";

const count = Number(process.argv[2] ?? 1500);
const seed = Number(process.argv[3] ?? 20260101);
const connection = await openDuck();
let lists = 0;
let amounts = 0;
const differences: string[] = [];
for (const one of fc.sample(sqlCases, { numRuns: count, seed })) {
  const compared = await compareCase(connection, one);
  lists += compared.lists;
  amounts += compared.amounts;
  differences.push(...compared.differences);
}
if (differences.length > 0) {
  console.error(
    `seed ${seed}: ${differences.length} differences; the first ones:\n${differences.slice(0, 10).join("\n")}`,
  );
  process.exit(1);
}
console.log(
  `sql: ${count} batches, ${lists} lists, ${amounts} amounts, all equal to the cent (seed ${seed})`,
);
