import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { totalmem, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openEngine } from "../../src/cli/duckdb/engine.ts";
import { writeParquet } from "../road/typed.ts";
import { amountsOf } from "../support/amounts.ts";
import { callReal } from "../support/real.ts";
import { rowsOf } from "./duck.ts";

/** Parquet for each file that a call may have, and in the words of files. */

const folder = mkdtempSync(join(tmpdir(), "engine-files-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const call = (line: string): ReturnType<typeof callReal> =>
  callReal(`${line} --year 2026 --engine duckdb --locale en`);

describe("--engine duckdb reads, besides lists and physicians", () => {
  it("a table of counts", async () => {
    await writeParquet(
      at("c.parquet"),
      "SELECT '80 ans et +' AS tranche, true AS ald, 0 AS c2s, 12 AS n UNION ALL " +
        "SELECT '0-6', false, 0, 3",
    );
    const called = await call(`compute --counts ${at("c.parquet")} --format csv`);
    expect(amountsOf(called)[1]).toBe(",15,1245.00,0.00,0.00,0.00,0.00,1245.00");
  });

  it("payments, whose dates may be days", async () => {
    writeFileSync(at("l.csv"), "âge;ald;c2s\n82;oui;non\n40;non;non\n");
    await writeParquet(
      at("p.parquet"),
      "SELECT DATE '2026-04-15' AS date, 26.25 AS montant UNION ALL SELECT DATE '2026-06-15', 20",
    );
    const paid = `check-payment ${at("l.csv")} --paid ${at("p.parquet")}`;
    expect((await call(paid)).out).toMatch(/April.2026\s+€26\.25\s+€26\.25\s+€0\.00/);
  });

  it("acts", async () => {
    writeFileSync(at("l.csv"), "id;né le;sexe;ald;c2s\n1;1960;F;oui;non\n");
    await writeParquet(
      at("a.parquet"),
      "SELECT 1 AS id, 'mammographie' AS acte, DATE '2025-06-01' AS \"Fait le\"",
    );
    const called = await call(
      `compute ${at("l.csv")} --acts ${at("a.parquet")} --format csv --out -`,
    );
    expect(amountsOf(called)[1]).toBe(",1,55.00,0.00,5.00,0.00,0.00,60.00");
  });
});

describe("texts of Parquet are read as those of CSV", () => {
  it("with accents that another encoding changed", async () => {
    await writeParquet(
      at("t.parquet"),
      "SELECT '1 fÃ©vrier 1945' AS \"NÃ© le\", 'exon‚r‚e' AS ald, 0 AS c2s",
    );
    expect((await call(`compute ${at("t.parquet")}`)).err).toContain("€100.00");
  });

  it("and a sex warns of an indicator of the other", async () => {
    const row = "1960 AS \"né le\", 'M' AS sexe, true AS ald, 0 AS c2s, 'sein' AS prévention";
    await writeParquet(at("t.parquet"), `SELECT ${row}`);
    const { out } = await call(`compute ${at("t.parquet")} --format json`);
    expect(out).toContain("prevention-impossible");
  });
});

it("DuckDB holds less memory than its container has", async () => {
  const { connection, close } = await openEngine();
  const [row] = await rowsOf(connection, "SELECT current_setting('memory_limit') AS held");
  close();
  const [, number = "", unit = ""] = /^([\d.]+) (GiB|MiB)$/.exec(String(Object(row).held)) ?? [];
  const held = Number(number) * (unit === "GiB" ? 2 ** 30 : 2 ** 20);
  const container = process.constrainedMemory();
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThan(Math.min(totalmem(), container > 0 ? container : Infinity));
});
