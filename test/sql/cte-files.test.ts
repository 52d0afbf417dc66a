import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listSchedules, toSql } from "../../src/index.ts";

/** The query and the folder can be read side by side: each CTE is in the file of its name. */

const sql = join(import.meta.dirname, "../../src/sql");

const queries = listSchedules()
  .filter(({ scheme }) => scheme === "forfait")
  .map(({ id }) =>
    toSql(
      { dialect: "duckdb", grain: "patient", physicians: "physicians" },
      { schedule: id, year: 2026 },
    ),
  );
const names = [
  ...new Set(
    queries.flatMap((query) => [...query.matchAll(/^(\w+) AS \($/gm)].map(([, name]) => name)),
  ),
] as string[];

test("the queries of the schedules have every CTE", () => {
  expect([...names].sort()).toEqual([
    "accounts",
    "dues",
    "list_sums",
    "part_of_year",
    "patient_amounts",
    "patient_facts",
    "patient_values",
    "patient_year",
    "physician_facts",
    "physician_values",
    "reduced_shares",
    "reduction_cuts",
    "uplift_cuts",
    "uplift_shares",
    "whole_year",
    "with_uplifts",
  ]);
});

test.each(names)("%s is in the file of its name", (name) => {
  const text = readFileSync(join(sql, `${name.replaceAll("_", "-")}.ts`), "utf8");
  expect(text).toContain(`name: "${name}"`);
});
