import { expect, test } from "vitest";
import { differences, TYPED_COLUMNS, typedCase } from "./column-types.ts";
import { openDuck, rowsOf } from "./duck.ts";
import { listCase, LISTS } from "./list-cases.ts";

const connection = await openDuck();
await connection.run("SET TimeZone = 'UTC'");

test.each(TYPED_COLUMNS.map((one) => typedCase("duckdb", one)))(
  "$name: a value is read, or leaves no amount and is named",
  async (one) => {
    for (const [table, rows] of Object.entries(one.tables))
      await connection.run(`CREATE OR REPLACE TABLE ${table} AS ${rows}`);
    expect(differences(one, await rowsOf(connection, one.query))).toEqual([]);
  },
);

test.each(LISTS.map((one) => listCase("duckdb", one)))("a list with $name", async (one) => {
  for (const [table, rows] of Object.entries(one.tables))
    await connection.run(`CREATE OR REPLACE TABLE ${table} AS ${rows}`);
  expect(one.differences(await rowsOf(connection, one.query))).toEqual([]);
});
