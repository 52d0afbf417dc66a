import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { memoryLimit } from "../../src/cli/duckdb/memory-limit.ts";
import { writeParquet } from "../road/typed.ts";
import { callReal } from "../support/real.ts";
import { runs } from "../support/runs.ts";
import { compareFile } from "./compare-file.ts";
import { openDuck, rowsOf } from "./duck.ts";
import { fileCases } from "./files.ts";
import { amountsOf } from "../support/amounts.ts";

const folder = mkdtempSync(join(tmpdir(), "engine-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

/** Computes a file, without its name in what is said. */
async function compute(name: string, more = ""): ReturnType<typeof callReal> {
  const line = `compute ${at(name)} --year 2026 --engine duckdb --locale en${more}`;
  const called = await callReal(line);
  return { ...called, err: called.err.replaceAll(`${folder}/`, "") };
}

const list =
  "SELECT 'm' || (1 + (i > 1)::INT) AS \"physicianId\", i AS id, [82, 40, 3][i + 1] AS age, " +
  "i = 0 AS ald, i = 1 AS c2s FROM range(3) r(i)";
const amounts = "m1,2,105.00,10.00,0.00,0.00,0.00,115.00\nm2,1,15.00,0.00,0.00,0.00,0.00,15.00\n";

describe("--engine duckdb", () => {
  it("reads as Parquet and Arrow what is read row by row", async () => {
    for (const one of fc.sample(fileCases, { ...runs(24), seed: 3 }))
      expect((await compareFile(folder, one)).differences).toEqual([]);
  });

  it.each([
    ["id", "'m' AS \"physicianId\", "],
    ["physicianId", ""],
    ["nom", "'m' AS \"physicianId\", "],
    ["nom", ""],
  ])("refuses a total by name, in the column %s behind %j", async (column, before) => {
    const row = (label: string): string =>
      `SELECT ${column === "nom" ? "" : before}'${label}' AS ${column}, ` +
      `${column === "nom" ? before : ""}40 AS age, false AS ald, false AS c2s`;
    await writeParquet(at("l.parquet"), `${row("a1")} UNION ALL ${row("Sous-total")}`);
    const called = await compute("l.parquet");
    expect(called.code).toBe(1);
    expect(called.err).toContain("ROW_TOTAL");
  });

  it("reads acts of a file beside a list of Parquet", async () => {
    const rows = "SELECT 'p' || i AS id, 70 AS age, false AS ald, false AS c2s FROM range(2) r(i)";
    await writeParquet(at("p.parquet"), rows);
    writeFileSync(at("acts.csv"), "id,kind,date\np0,flu-vaccine,2026-10-20\n");
    const called = await compute("p.parquet", ` --acts ${at("acts.csv")} --format csv`);
    expect(called.code).toBe(0);
    // two at 5, and a vaccine
    expect(called.out).toContain(",2,10.00,0.00,5.00,0.00,0.00,15.00");
  });

  it("tells the sum, and writes nothing that is not asked for", async () => {
    await writeParquet(at("l.parquet"), list);
    expect(await compute("l.parquet")).toEqual({
      code: 0,
      out: "",
      err: "2 physicians, 3 patients: €130.00\n",
      counts: "read 3 = computed 3 + left out 0 + rejected 0",
    });
  });

  it("writes every format that there is without it", async () => {
    await writeParquet(at("l.parquet"), list);
    writeFileSync(
      at("l.csv"),
      "physicianId,id,age,ald,c2s\nm1,0,82,1,0\nm1,1,40,0,1\nm2,2,3,0,0\n",
    );
    for (const format of ["table", "json", "csv"]) {
      const typed = await compute("l.parquet", ` --format ${format}`);
      const rows = await callReal(
        `compute ${at("l.csv")} --year 2026 --locale en --format ${format}`,
      );
      expect([typed.code, typed.out]).toEqual([0, rows.out]);
    }
  });

  it.each([
    ["out.csv", " --format csv"],
    ["out.csv", ""],
    ["out.parquet", ""],
  ])("%s", async (name, more) => {
    await writeParquet(at("l.parquet"), list);
    await compute("l.parquet", ` --out ${at(name)}${more}`);
    const out = name.endsWith("csv")
      ? readFileSync(at(name), "utf8").replace(/^.*\n/, "")
      : (await rowsOf(await openDuck(), `SELECT * FROM '${at(name)}'`))
          .map((row) => `${Object.values(row).join()}\n`)
          .join("");
    expect(out).toMatch(/,if-missing assumed-rule reading$/m);
    expect(`${amountsOf({ out }).join("\n")}\n`).toBe(amounts);
    expect(readdirSync(folder).filter((file) => file.endsWith(".part"))).toEqual([]);
  });

  it("writes a row for each patient, of every detail", async () => {
    await writeParquet(
      at("p.parquet"),
      `SELECT 'm' || (i % 2) AS "physicianId", i AS id, 78 + i AS age, i % 2 = 0 AS ald, CASE WHEN i = 3 THEN 'free' ELSE 'non' END AS c2s, DATE '2025-03-01' AS "lastSeen", ['flu', 'mmr'] AS prevention FROM range(4) r(i)`,
    );
    await compute("p.parquet", ` --detail patients --out ${at("p.out.parquet")}`);
    const rows = await rowsOf(
      await openDuck(),
      `SELECT * FROM '${at("p.out.parquet")}' ORDER BY id`,
    );
    expect(rows.map(({ physicianId, id, total }) => [physicianId, id, total])).toEqual([
      ["m0", "0", "65.00"],
      ["m1", "1", "25.00"],
      ["m0", "2", "110.00"],
      ["m1", "3", "75.00"],
    ]);
    await compute("p.parquet", ` --detail lines --out ${at("lines.parquet")}`);
    const [{ amount }] = (await rowsOf(
      await openDuck(),
      `SELECT SUM(amount) AS amount FROM '${at("lines.parquet")}'`,
    )) as [{ amount: string }];
    expect(amount).toBe("275.00");
  });

  it("computes nothing where a row is refused, unless it is to be skipped, and writes why", async () => {
    await writeParquet(
      at("bad.parquet"),
      `${list} UNION ALL SELECT 'm2', 2, 5, false, false UNION ALL SELECT 'm2', 7, 200, NULL, false`,
    );
    const [out, rejects] = [at("none.csv"), at("rejects.csv")];
    expect(await compute("bad.parquet", ` --rejects ${rejects} --out ${out}`)).toMatchObject({
      code: 1,
      counts: "read 5 = accepted 3 + left out 0 + rejected 2",
    });
    expect(existsSync(out)).toBe(false);
    const codes = readFileSync(rejects, "utf8")
      .split("\n")
      .slice(0, -1)
      .map((line) => line.split(",").slice(1, 4).join());
    expect(codes).toEqual([
      "line,column,code",
      "4,id,PATIENT_TWICE",
      "5,age | ald,AGE_INVALID | ALD_MISSING",
    ]);
    expect((await compute("bad.parquet", " --skip-invalid")).err).toContain("€130.00");
  });

  it("takes any file name for one file", async () => {
    await writeParquet(at("a.parquet"), list.replace("range(3)", "range(2)"));
    await writeParquet(at("[a].parquet"), list);
    expect((await compute("[a].parquet")).err).toContain("3 patients");
  });

  it.each([
    ["l.csv", " --format nonsense", "USAGE"],
    ["l.csv", ` --format json --out ${at("o.parquet")}`, "USAGE"],
    ["l.csv", " --detail lines", "USAGE"],
    ["x.parquet", "", "ENGINE_FORMAT"],
    ["x.arrow", "", "ENGINE_FORMAT"],
  ])("refuses %s%s", async (name, more) => {
    writeFileSync(at("l.csv"), "age,ald,c2s\n40,0,0\n");
    for (const broken of ["x.parquet", "x.arrow"]) writeFileSync(at(broken), "x");
    expect(await compute(name, more)).toMatchObject({ code: 2, out: "" });
  });
});

it("tells a file that is cut, is of another kind or is not there, by its name", async () => {
  await writeParquet(at("whole.parquet"), "SELECT 82 AS age, true AS ald, 0 AS c2s");
  const bytes = readFileSync(at("whole.parquet"));
  writeFileSync(at("cut.parquet"), bytes.subarray(0, bytes.length - 20));
  writeFileSync(at("csv.parquet"), "age,ald,c2s\n40,0,0\n");
  for (const name of ["cut.parquet", "csv.parquet"])
    expect((await compute(name)).err).toMatch(
      new RegExp(`${name}: not a Parquet file, or not a whole one; export it again\\n$`),
    );
  expect((await compute("none.parquet")).err).toMatch(/no such file: .*none\.parquet\n$/);
});

describe("columns with types", () => {
  const one = (columns: string): string => `SELECT 82 AS age, true AS ald, 0 AS c2s, ${columns}`;

  it.each([
    ["a day without zone", "TIMESTAMP '2025-03-01'"],
    ["with one", "TIMESTAMPTZ '2025-03-01 00:00:00+00'"],
    ["in nanoseconds", "TIMESTAMP_NS '2025-03-01'"],
    ["a date", "DATE '2025-03-01'"],
  ])("%s", async (_, value) => {
    await writeParquet(at("t.parquet"), one(`${value} AS "lastSeen"`));
    expect((await compute("t.parquet")).err).toContain("€100.00");
  });

  it.each(["TIMESTAMP '2025-03-01 12:00'", "TIMESTAMPTZ '2025-03-01 00:00:00+02'"])(
    "an instant is refused, with every other of its column: %s",
    async (value) => {
      const seen = `${value} AS "lastSeen"`;
      await writeParquet(
        at("t.parquet"),
        `${one(seen)} UNION ALL ${one(`TIMESTAMP '2025-03-01' AS "lastSeen"`)}`,
      );
      const { code, err, counts } = await compute("t.parquet");
      expect([code, counts]).toEqual([1, "read 2 = accepted 0 + left out 0 + rejected 2"]);
      expect(err).toContain("DATE_INVALID");
    },
  );

  it("ids with a fraction are whole where all of them are", async () => {
    const ids = '10100123456.0::DOUBLE AS "physicianId", i::DOUBLE AS id FROM range(2) r(i)';
    await writeParquet(at("t.parquet"), one(ids));
    const computed = await compute("t.parquet", " --format csv");
    expect(amountsOf(computed)[1]).toBe("10100123456,2,200.00,0.00,0.00,0.00,0.00,200.00");
  });

  it("an id beyond 2^53 that lost digits is refused", async () => {
    await writeParquet(at("t.parquet"), one("1e17::DOUBLE AS id"));
    expect((await compute("t.parquet")).err).toContain("ID_INVALID");
  });

  it.each([
    "Pacific/Marquesas",
    "America/St_Johns",
    "Pacific/Apia",
    "Asia/Kolkata",
    "Europe/Paris",
  ])("give the same in %s", async (zone) => {
    vi.stubEnv("TZ", zone);
    await writeParquet(
      at("t.parquet"),
      `SELECT TIMESTAMPTZ '1946-01-01 00:00:00+00' AS "birthDate", true AS ald, 0 AS c2s`,
    );
    expect((await compute("t.parquet")).err).toContain("€55.00");
    vi.unstubAllEnvs();
  });
});

it("the memory of a container bounds that of the machine", () => {
  expect(memoryLimit(16e9, 2e9)).toBe(2e9);
  expect(memoryLimit(16e9, 0)).toBe(16e9);
  expect(memoryLimit(16e9, 2 ** 64)).toBe(16e9);
});

describe("without the package", () => {
  afterEach(() => vi.doUnmock("@duckdb/node-api"));

  it("asks for it where a file needs it", async () => {
    vi.doMock("@duckdb/node-api", () => {
      throw new Error("Cannot find package");
    });
    writeFileSync(at("l.csv"), "age,ald,c2s\n40,0,0\n");
    expect((await compute("l.csv")).code).toBe(0);
    for (const [name, more] of [
      ["l.parquet", ""],
      ["l.csv", ` --out ${at("never.parquet")}`],
    ] as const)
      expect(await compute(name, more)).toMatchObject({
        code: 2,
        err: expect.stringContaining("npm install @duckdb/node-api"),
      });
    expect(existsSync(at("never.parquet"))).toBe(false);
  });
});
