import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { computeWithDuckdb, type DuckdbJob } from "../../src/cli/duckdb/compute.ts";
import { nodeIo } from "../../src/cli/node-io.ts";
import { getSchedule } from "../../src/index.ts";
import { utf16, windows1252 } from "../support/files.ts";
import type { Content } from "../support/io.ts";
import { runs } from "../support/runs.ts";
import { compareFile } from "./compare-file.ts";
import { openDuck, rowsOf } from "./duck.ts";
import { fileCases } from "./files.ts";

const folder = mkdtempSync(join(tmpdir(), "engine-"));
const io = nodeIo();
afterAll(() => rmSync(folder, { recursive: true }));

function job(name: string, text: Content, more: Partial<DuckdbJob> = {}): DuckdbJob {
  const input = join(folder, name);
  writeFileSync(input, text);
  return { io, input, schedule: getSchedule("fr.fmt.2026"), year: 2026, ...more };
}

const tidy =
  "physicianId,id,age,ald,c2s\nm1,a,82,true,false\nm1,b,40,false,true\nm2,a,3,false,false\n";

describe("computeWithDuckdb", () => {
  it("agrees with the row path on files as people make them", async () => {
    for (const one of fc.sample(fileCases, { ...runs(24), seed: 3 }))
      expect((await compareFile(folder, one)).differences).toEqual([]);
  });

  it("counts, sums and writes CSV", async () => {
    const out = join(folder, "out.csv");
    const result = await computeWithDuckdb(job("tidy.csv", tidy, { out }));
    expect(result).toEqual({
      notes: [],
      counts: { read: 3, computed: 3, leftOut: 0, rejected: 0 },
      rejectedPhysicians: [],
      rejectedInFile: [],
      notedColumns: [],
      computed: { patients: 3, physicians: 2, total: "130.00" },
    });
    expect(readFileSync(out, "utf8")).toBe(
      "physicianId,patients,base,c2s,prevention,zone,age67,total\nm1,2,105.00,10.00,0.00,0.00,0.00,115.00\nm2,1,15.00,0.00,0.00,0.00,0.00,15.00\n",
    );
  });

  it("reads and writes Parquet, a row for each patient", async () => {
    const connection = await openDuck();
    const input = join(folder, "list.parquet");
    await connection.run(
      `COPY (SELECT 'm' || (i % 2) AS "physicianId", i AS id, 78 + i AS age, CASE WHEN i = 2 THEN 'x' ELSE '' END AS "last", i % 2 = 0 AS ald, CASE WHEN i = 3 THEN 'free' ELSE 'non' END AS c2s, DATE '2025-03-01' AS "lastSeen", ['flu', 'mmr'] AS prevention FROM range(4) r(i)) TO '${input}'`,
    );
    const out = join(folder, "out.parquet");
    const { notedColumns, computed } = await computeWithDuckdb({
      ...job("x", ""),
      input,
      out,
      grain: "patient",
    });
    expect(notedColumns.map(({ name }) => name)).toEqual(["last"]);
    expect(computed).toEqual({ patients: 4, physicians: 2, total: "275.00" });
    const rows = await rowsOf(connection, `SELECT * FROM '${out}' ORDER BY id`);
    const amounts = rows.map(({ physicianId, id, base, c2s, prevention }) => [
      physicianId,
      id,
      base,
      c2s,
      prevention,
    ]);
    expect(amounts).toEqual([
      ["m0", "0", "55.00", "0.00", "10.00"],
      ["m1", "1", "15.00", "0.00", "10.00"],
      ["m0", "2", "100.00", "0.00", "10.00"],
      ["m1", "3", "55.00", "10.00", "10.00"],
    ]);
  });

  it("computes nothing where a row is refused, unless it is to be skipped, and writes why", async () => {
    const text = `${tidy}m2,c,200,false,false\nm2,a,5,false,false\nm2,d\n`;
    const [out, rejects] = [join(folder, "none.csv"), join(folder, "rejects.csv")];
    const stopped = await computeWithDuckdb(job("bad.csv", text, { out, rejects }));
    expect(stopped).toMatchObject({
      counts: { read: 6, computed: 3, leftOut: 0, rejected: 3 },
    });
    expect(stopped.computed).toBeUndefined();
    expect(existsSync(out)).toBe(false);
    const codes = readFileSync(rejects, "utf8")
      .split("\n")
      .slice(1, -1)
      .map((line) => line.split(",").slice(1, 5).join());
    expect(codes).toEqual([",7,,ROW_RAGGED", "4,,age,AGE_INVALID", "5,,id,PATIENT_TWICE"]);
    expect(
      (await computeWithDuckdb(job("bad.csv", text, { out, skipInvalid: true }))).computed?.total,
    ).toBe("130.00");
  });

  it("reads facts of physicians that stand in the list: the first row of each tells, others may not contradict it", async () => {
    const [out, rejects] = [join(folder, "told.csv"), join(folder, "rejects.csv")];
    const text =
      "médecin;âge;ald;c2s;zone;première installation\na;82;oui;non;ZIP;1990\na;5;non;non;ZIP;1990\nb;40;non;non;;\na;40;non;non;QPV;1990\nc;40;non;non;lune;\n";
    const { counts, rejectedInFile, computed } = await computeWithDuckdb(
      job("told.csv", text, { out, rejects, skipInvalid: true }),
    );
    expect(computed).toEqual({ patients: 3, physicians: 2, total: (115 * 1.1 + 5).toFixed(2) });
    expect(rejectedInFile.map(({ index, id, refusals }) => [index, id, refusals[0]?.code])).toEqual(
      [[4, "c", "ZONE_INVALID"]],
    );
    expect(counts.rejected).toBe(2);
    expect(
      readFileSync(rejects, "utf8")
        .split("\n")
        .slice(1, 3)
        .map((line) => line.split(",").slice(1, 5).join()),
    ).toEqual(["4,,zone,PHYSICIAN_CONTRADICTED", "5,,médecin,PHYSICIAN_REFUSED"]);
  });

  it.each([
    ["Windows-1252", (text: string): Content => windows1252(text)],
    ["UTF-16", (text: string): Content => utf16(text, "le")],
    ["quotes inside a cell", (text: string): Content => text.replaceAll("Hél", 'H"é"l')],
    ["lines that end with CR", (text: string): Content => text.replaceAll("\n", "\r")],
  ])("reads a file in %s, each row on its line", async (_, written) => {
    const [out, rejects] = [join(folder, "plain.csv"), join(folder, "rejects.csv")];
    const text = "médecin;âge;ald;c2s\n\nHél;82;oui;non\n\nHél;40\nHél;5;non;oui\n";
    const { counts, computed } = await computeWithDuckdb(
      job("odd.csv", written(text), { out, rejects, skipInvalid: true }),
    );
    expect([counts.rejected, computed]).toEqual([
      1,
      { patients: 2, physicians: 1, total: "125.00" },
    ]);
    expect(readFileSync(out, "utf8").split("\n")[1]).toMatch(/^("H""é""l"|Hél),2,115.00,10.00,/);
    expect(readFileSync(rejects, "utf8").split("\n")[1]).toMatch(/,,5,,ROW_RAGGED,/);
  });

  it("takes any file name for one file, and leaves no half file", async () => {
    const name = "it's [a] *list*?; --.csv";
    writeFileSync(join(folder, "it's a list.csv"), "age\n");
    const out = join(folder, "o'ut;.csv");
    expect((await computeWithDuckdb(job(name, tidy, { out }))).computed?.patients).toBe(3);
    const nowhere = join(folder, "missing", "out.csv");
    await expect(computeWithDuckdb(job(name, tidy, { out: nowhere }))).rejects.toThrow(
      /folder ".*missing" does not exist/,
    );
    expect(readdirSync(folder).filter((file) => file.endsWith(".part"))).toEqual([]);
  });

  it("neutralises an id that a spreadsheet would run", async () => {
    const out = join(folder, "formula.csv");
    await computeWithDuckdb(
      job(
        "formula.csv.in.csv",
        "physicianId,age,ald,c2s\n=1+1,40,false,false\n-5,40,false,false\n",
        { out },
      ),
    );
    expect(
      readFileSync(out, "utf8")
        .split("\n")
        .slice(1, 3)
        .map((line) => line.split(",")[0]),
    ).toEqual(["-5", "'=1+1"]);
  });

  it("tells its progress, each step to its end, as often as the time it takes", async () => {
    const told: (readonly [step: string, done: number])[] = [];
    const onProgress = (step: string, done: number): void => void told.push([step, done]);
    await computeWithDuckdb(job("tidy.csv", tidy, { onProgress }));
    const ends = told.filter(([step], i) => step !== told[i + 1]?.[0]);
    expect(ends).toEqual([
      ["read", 1],
      ["compute", 1],
    ]);
    expect(told.every(([, done]) => done >= 0 && done <= 1)).toBe(true);
  });

  it.each([
    ["list.arrow", "x", "ENGINE_FORMAT"],
    ["empty.csv", "", "INPUT_EMPTY"],
    ["list.json", '[{"age":40,"ald":false,"c2s":false}]', "ENGINE_FORMAT"],
    ["headless.csv", "m1,40,false,false\nm1,41,false,false\n", "HEADER_UNKNOWN"],
    ["nobody.csv", "physicianId,age,ald,c2s\n\n", "INPUT_EMPTY"],
    ["open.csv", 'physicianId,age,ald,c2s\nm1,"40,false,false\n', "CSV_QUOTE"],
    ["no.parquet", "x", "ENGINE_ERROR"],
  ])("refuses %s", async (name, text, code) => {
    await expect(computeWithDuckdb(job(name, text))).rejects.toMatchObject({ code });
  });
});

describe("without the package", () => {
  afterEach(() => vi.doUnmock("@duckdb/node-api"));

  it("asks for it, in both languages", async () => {
    vi.doMock("@duckdb/node-api", () => {
      throw new Error("Cannot find package");
    });
    const refused = await computeWithDuckdb(job("tidy.csv", tidy)).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: "ENGINE_MISSING",
      refusal: {
        message: {
          fr: expect.stringContaining("npm install @duckdb/node-api"),
          en: expect.stringContaining("npm install @duckdb/node-api"),
        },
      },
    });
  });
});
