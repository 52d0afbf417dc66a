import { DuckDBInstance } from "@duckdb/node-api";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeIo } from "../../src/cli/node-io.ts";
import { run } from "../../src/cli/run.ts";
import { call } from "../support/io.ts";

/** The commands `regimes` and `share`. FPMT of 2025 and FMT of 2026: 900 * 5 + 80 * 70 and 900 * 5 + 80 * 100. */

const counts = "age,ald,c2s,n\n40,no,no,897\n40,no,yes,3\n82,yes,no,80\n";
const of = "--counts counts --year 2026";
const json = async (line: string): Promise<unknown> => {
  const { code, out, err } = await call(`${line} --format json`, { counts });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out);
};

describe("regimes", () => {
  test("adds amounts of one's own on either side", async () => {
    expect(
      await json(
        `regimes ${of} --add ROSP=4900 --add Forfait-structure=4200,50 --add-new DONUM=2940`,
      ),
    ).toMatchObject({
      old: { total: "19200.50" },
      new: { total: "15470.00" },
      change: { total: "-3730.50" },
      scope: { isComplete: true },
    });
  });

  test("prints in French what is left out", async () => {
    const { out, code } = await call(`régimes --effectifs counts --année 2026 --ajout ROSP=4900`, {
      counts,
    });
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, " ")).toContain("sans : forfait structure, DONUM");
  });

  test("takes an amount for several physicians as their mean", async () => {
    const several = "physicianId,age,ald,c2s,n\na,40,no,no,10\nb,40,no,no,10\n";
    const { out } = await call(`regimes ${of} --add ROSP=4900 --format json`, { counts: several });
    expect(JSON.parse(out)).toMatchObject({ moves: null, old: { total: "9900.00" } });
  });

  test.each(["--add 4900", "--add ROSP=many", "--add ROSP=1.234"])("refuses %s", async (option) => {
    expect((await call(`regimes ${of} ${option}`, { counts })).code).toBe(2);
  });
});

test("compare adds amounts of one's own on either side too", async () => {
  // 900 * 5 + 80 * 100 + 3 * 10 and 4900; 3 * 15 instead, and 100
  const line = `compare ${of} --set c2s.amount=15 --add ROSP=4900 --add-new Prime=100`;
  expect(await json(line)).toMatchObject({
    old: { parts: [{ id: "fr.fmt.2026" }, { id: "ROSP" }], total: "17430.00" },
    new: { total: "12645.00" },
    change: { total: "-4785.00" },
  });
  const french = await call(
    "comparer --effectifs counts --année 2026 --changer c2s.amount=15 --ajout ROSP=4900",
    { counts },
  );
  expect(french.out.replace(/\s+/g, " ")).toContain("ROSP");
});

describe("share", () => {
  test("gives JSON that has its day, and no number below eleven", async () => {
    expect(await json(`share ${of}`)).toMatchObject({
      referenceDate: "2025-12-31",
      threshold: 11,
      patients: 980,
    });
    const { out } = await call(`share ${of} --format csv --locale en --csv standard`, { counts });
    expect(out).toContain("2025-12-31,7-74,false,false,,,1,900\n");
    expect(out).toContain("2025-12-31,80+,true,false,,80,,\n");
  });

  test("writes Parquet, where what is hidden is null", async () => {
    const folder = mkdtempSync(join(tmpdir(), "share-"));
    try {
      const [from, to] = [join(folder, "counts.csv"), join(folder, "panel.parquet")];
      writeFileSync(from, counts);
      expect(await run(["share", "--counts", from, "--year", "2026", "--out", to], nodeIo())).toBe(
        0,
      );
      expect(readFileSync(to).length).toBeGreaterThan(100);
      const connection = await (await DuckDBInstance.create()).connect();
      const rows = await connection.runAndReadAll(
        `SELECT COUNT(*) FILTER (n IS NULL) AS hidden, MAX("groupN") AS together, MIN("referenceDate") AS day FROM '${to}'`,
      );
      expect(rows.getRowObjectsJson()).toEqual([
        { hidden: "2", together: expect.anything(), day: "2025-12-31" },
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("takes a threshold, and refuses what is none", async () => {
    expect(await json(`share ${of} --threshold 20`)).toMatchObject({ threshold: 20 });
    for (const threshold of ["few", "1"])
      expect((await call(`share ${of} --threshold ${threshold}`, { counts })).code).toBe(2);
  });
});
