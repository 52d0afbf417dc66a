/**
 * The SQL on Spark 3.5 and 4, ANSI mode on and off, in two threads: every type of column, and random
 * lists against the row path, to the cent. Needs python3 with venv, Java 17 and PyPI.
 * `npm run test:engines -- spark`. SPARK_CASES batches are drawn for each, 20 by default; with
 * SPARK_ENVIRONMENTS=FOLDER, what is installed stays there for the next run.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import fc from "fast-check";
import { caseTables } from "../sql/case-tables.ts";
import { sqlCases } from "../sql/cases.ts";
import { differences, TYPED_COLUMNS, typedCase } from "../sql/column-types.ts";
import { compared, queriesOf } from "../sql/compare.ts";
import { listCase, LISTS } from "../sql/list-cases.ts";
import { installSpark } from "./spark-environment.ts";

type Rows = Record<string, string | null>[];

interface Asked {
  readonly tables: Readonly<Record<string, string>>;
  readonly queries: readonly string[];
  readonly small: boolean;
  readonly differences: (rows: Rows[]) => readonly string[];
}

const VERSIONS = (process.env["SPARK_VERSIONS"] ?? "3.5,4").split(",");
const count = Number(process.env["SPARK_CASES"] ?? 20);
const seed = 20260101;

const asked: readonly Asked[] = [
  ...TYPED_COLUMNS.map((one) => typedCase("spark", one)).map((one) => ({
    tables: one.tables,
    queries: [one.query],
    small: true,
    differences: ([rows = []]: Rows[]) => differences(one, rows),
  })),
  ...LISTS.map((one) => listCase("spark", one)).map((one) => ({
    tables: one.tables,
    queries: [one.query],
    small: true,
    differences: ([rows = []]: Rows[]) => one.differences(rows),
  })),
  ...fc.sample(sqlCases, { numRuns: count, seed }).map((one) => ({
    tables: caseTables(one, "spark"),
    queries: queriesOf(one, "spark"),
    small: false,
    differences: (rows: Rows[]) =>
      compared(
        one,
        rows.map((all) => all.map(withoutInvalid)),
      ).differences,
  })),
];

const folder = mkdtempSync(join(tmpdir(), "forfait-spark-"));
let found = 0;
try {
  for (const version of VERSIONS) {
    const python = installSpark(version, folder);
    for (const ansi of ["false", "true"]) {
      const { name, differences: all } = await runOn(python, version, ansi);
      found += all;
      console.log(
        `${name}: ${TYPED_COLUMNS.length} columns, ${LISTS.length} lists, ${count} batches: ` +
          `${all} differences (seed ${seed})`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (found > 0) process.exit(1);

async function runOn(
  python: string,
  version: string,
  ansi: string,
): Promise<{ name: string; differences: number }> {
  const work = mkdtempSync(join(folder, "work-"));
  const script = join(import.meta.dirname, "spark", "queries.py");
  const child = spawn(python, [script, work, ansi], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async <Answer>(): Promise<Answer> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`Spark ${version}, ANSI ${ansi}: ended before its last answer`);
    return JSON.parse(value) as Answer;
  };
  const { version: exact } = await next<{ version: string }>();
  let all = 0;
  for (const [i, { differences: of, ...request }] of asked.entries()) {
    if (i > 0 && i % 10 === 0) console.log(`Spark ${exact}: ${i} of ${asked.length} cases`);
    child.stdin.write(`${JSON.stringify(request)}\n`);
    for (const text of of(await next<Rows[]>())) {
      console.error(`Spark ${exact}, ANSI ${ansi}: ${text}`);
      all += 1;
    }
  }
  child.stdin.end();
  await new Promise((resolve) => child.once("close", resolve));
  rmSync(work, { recursive: true, force: true });
  return { name: `Spark ${exact}, ANSI ${ansi === "true" ? "on" : "off"}`, differences: all };
}

function withoutInvalid({
  invalid,
  ...row
}: Record<string, string | null>): Record<string, string | null> {
  return invalid === null ? row : { ...row, invalid: invalid ?? "no column" };
}
