import { DuckDBInstance } from "@duckdb/node-api";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeIo } from "../../src/cli/node-io.ts";
import { run } from "../../src/cli/run.ts";
import { call } from "../support/io.ts";

/** What scenarios write for a French Excel and as Parquet. 3 on the C2S, 80 of 82 years in ALD: 3 * 15 + 80 * 100. */

const counts = "age,ald,c2s,n\n40,no,yes,3\n82,yes,no,80\n";
const asked = "--counts counts --year 2026";
const folder = mkdtempSync(join(tmpdir(), "scenario-"));
beforeAll(() => writeFileSync(join(folder, "counts"), counts));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["compare", "--set c2s.amount=15", "total;1;83;8045,00;8060,00;15,00"],
  ["sweep", "--vary c2s.amount=15", "15;8060,00;15,00"],
  ["solve", "--path c2s.amount --change 15", "15.00;8060,00;0,00"],
  ["regimes", "--add ROSP=4900", "ROSP;4900,00;4900,00;each;user"],
])("%s opens in a French Excel", async (command, more, row) => {
  const line = `${command} ${asked} ${more} --format csv --locale fr`;
  const { code, out } = await call(line, { counts });
  expect(code).toBe(0);
  expect(out.startsWith("\ufeff")).toBe(true);
  expect(out).toContain(row);
});

test.each([
  [
    "compare",
    "--set c2s.amount=15",
    `SELECT "change"::VARCHAR AS found FROM rows WHERE component = 'total'`,
    "15.00",
  ],
  ["sweep", "--vary c2s.amount=15", `SELECT total::VARCHAR AS found FROM rows`, "8060.00"],
  ["solve", "--path c2s.amount --change 15", `SELECT MAX(value) AS found FROM rows`, "15.00"],
  [
    "regimes",
    "--add ROSP=4900",
    `SELECT total::VARCHAR AS found FROM rows WHERE part = 'ROSP'`,
    "4900.00",
  ],
])("%s writes Parquet, with amounts that are decimals", async (command, more, query, found) => {
  const to = join(folder, `${command}.parquet`);
  const words = `${command} --counts ${join(folder, "counts")} --year 2026 ${more} --out ${to}`;
  expect(await run(words.split(" "), nodeIo())).toBe(0);
  const connection = await (await DuckDBInstance.create()).connect();
  const rows = await connection.runAndReadAll(query.replace("rows", `'${to}'`));
  expect(rows.getRowObjectsJson()[0]).toEqual({ found });
});
