import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Duckdb } from "../../src/cli/duckdb/duckdb.ts";
import { nodeIo } from "../../src/cli/node-io.ts";
import { outcomeOf, withoutIds, withoutPlaces } from "../road/outcome.ts";
import { openDuck } from "./duck.ts";

const folder = mkdtempSync(join(tmpdir(), "windows-"));
const io = nodeIo();
afterAll(() => rmSync(folder, { recursive: true }));

const one = {
  schedule: "fr.fmt.2026",
  year: 2026,
  readings: {},
  patch: {},
  choices: {},
  physicians: undefined,
  text: "",
};

interface Outcome {
  readonly counts: { readonly read: number; readonly computed: number };
  readonly refused: readonly { readonly index: number }[];
}

/** Reads a query as CSV row by row, and as Parquet with and without ids: the same. */
async function expectSame(query: string, rowsAtOnce?: number): Promise<Outcome> {
  const connection = await openDuck();
  const [csv, parquet] = ["csv", "parquet"].map((kind) => join(folder, `list.${kind}`));
  await connection.run(`COPY (${query}) TO '${csv}' (HEADER, DELIMITER ',')`);
  await connection.run(`COPY (${query}) TO '${parquet}' (FORMAT parquet)`);
  const byRow = await outcomeOf(io, one, { list: csv as string, map: {}, keep: true });
  const engine = new Duckdb(rowsAtOnce);
  const typed = { list: parquet as string, map: {}, engine };
  try {
    expect(withoutPlaces(await outcomeOf(io, one, typed))).toEqual(withoutPlaces(byRow));
    const dropped = await outcomeOf(io, one, { ...typed, dropIds: true });
    expect(withoutIds(dropped)).toEqual(withoutIds(byRow));
  } finally {
    await engine.close();
  }
  return byRow as Outcome;
}

const few =
  "SELECT 'm' || (hash(i) % 5) AS \"physicianId\", " +
  "CASE WHEN i = 290 THEN 'p7' WHEN i = 8 THEN NULL ELSE 'p' || i END AS id, " +
  "CASE WHEN i = 270 THEN NULL ELSE (i % 90)::UTINYINT END AS age, i % 3 = 0 AS ald, " +
  "CASE WHEN i % 100 = 2 THEN 'non ?' WHEN i % 4 = 0 THEN 'free' ELSE 'non' END AS c2s " +
  "FROM range(300) r(i)";
const many =
  'SELECT (10100000000 + i // 50)::BIGINT AS "physicianId", i::BIGINT AS id, ' +
  "DATE '1930-01-01' + (i * 7919 % 34000)::INT AS \"birthDate\", i % 7 = 0 AS ald, " +
  "i = 4 AS c2s, CASE i % 3 WHEN 0 THEN 0.0 WHEN 1 THEN 2.0 END::DOUBLE AS prevention, " +
  "CASE WHEN i % 9 = 1 THEN 'QPV' ELSE 'none' END AS zone FROM range(300) r(i)";

describe("Parquet is read as rows are", () => {
  // Windows of all rows, of 256 and of 4, whose columns are hashed together or each by itself.
  it.each([undefined, 64, 1])("rows that are much alike, %s at a time", async (rowsAtOnce) => {
    const { refused } = await expectSame(few, rowsAtOnce);
    expect(refused.map(({ index }) => index)).toEqual([2, 102, 202, 270, 290]);
  });

  it.each([undefined, 64, 1])("rows that are not, %s at a time", async (rowsAtOnce) => {
    const { refused } = await expectSame(many, rowsAtOnce);
    expect(refused.length).toBeGreaterThan(0);
  });

  it.each([
    ["a column has the name that DuckDB gives to the number of a row", "9 - i AS file_row_number"],
    ["a text holds the byte that stands between ids", "'x' || chr(0) || 'y' AS autre"],
    ["an id does", "'a' || chr((i % 2)::INT) || i AS id"],
  ])("where %s", async (_, column) => {
    const id = column.endsWith("AS id") ? "" : "'p' || i AS id, ";
    const facts = "40 + i AS age, false AS ald, false AS c2s";
    await expectSame(`SELECT 'm' AS "physicianId", ${id}${facts}, ${column} FROM range(9) r(i)`, 1);
  });
});
