import { DuckDBInstance } from "@duckdb/node-api";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { computePanels, population } from "../../src/index.ts";
import { call } from "../support/io.ts";
import { callReal } from "../support/real.ts";

/** `population` writes the patients, and the physicians beside them. */

const asked = "population --physicians 3 --seed 7 --year 2026";
const made = population({ physicians: 3, seed: 7, year: 2026 });
const patients = made.physicians.flatMap((_, index) => made.patients(index));

const head = "physicianId,id,birthDate,sex,ald,aldNumbers,c2s,lastSeen";
const ofPhysicians = "id,zone,sector,birthDate,firstInstallation,departement";

describe("on standard output", () => {
  test("are the patients, as the library has them", async () => {
    const { code, out, err } = await call(`${asked} --format csv --locale en`);
    const [first, ...records] = out.trimEnd().split("\n");
    expect([code, first, records.length]).toEqual([0, head, patients.length]);
    for (const at of [0, 500, patients.length - 1]) {
      const one = patients[at] as (typeof patients)[number];
      const { physicianId, id, birthDate, sex, ald, aldNumbers, c2s, lastSeen } = one;
      const kind = c2s === false ? "none" : c2s;
      expect(records[at]).toBe(
        [physicianId, id, birthDate, sex, ald, aldNumbers.join(" "), kind, lastSeen].join(),
      );
    }
    expect(err).toBe(
      "3 synthetic physicians and their patients on 2025-12-31, seed 7; " +
        "the physicians by --detail physicians\n",
    );
  });

  test("are the same bytes in every language and under every version of Node", async () => {
    const { out } = await call(`${asked} --locale fr`);
    expect(await call(`${asked} --locale en`)).toMatchObject({ out });
    expect(createHash("sha256").update(out).digest("hex").slice(0, 16)).toMatchInlineSnapshot(
      `"d7619086669543a4"`,
    );
  });

  test("are the physicians, if asked for", async () => {
    const { out } = await call(`${asked} --detail physicians`);
    const [one] = made.physicians as [(typeof made.physicians)[number]];
    const { id, zone, sector, birthDate, firstInstallation, departement } = one;
    expect(out.split("\n").slice(0, 2)).toEqual([
      ofPhysicians,
      [id, zone, sector, birthDate, firstInstallation, departement].join(),
    ]);
  });

  test("have seed 1 if none is given", async () => {
    const line = "population --physicians 1 --year 2026";
    expect((await call(line)).out).toBe((await call(`${line} --seed 1`)).out);
  });

  test("have the margins of a file", async () => {
    const margins = {
      ages: { "90": 1 },
      sizes: [
        [0, 2],
        [100, 2],
      ],
    };
    const { out } = await call(`${asked} --margins m`, { m: JSON.stringify(margins) });
    const years = out.match(/M\d-\d,(\d{4})/g)?.map((text) => text.slice(-4));
    expect(years).toEqual(Array.from({ length: 6 }, () => "1935"));
  });
});

describe("in files", () => {
  test("are the patients and, beside them, the physicians: what compute reads", async () => {
    const { files, err } = await call(`${asked} --out of/list.csv`);
    expect(err).toContain("médecins dans of/list-physicians.csv");
    const read = { l: files.get("of/list.csv"), p: files.get("of/list-physicians.csv") };
    const { out, code } = await call(
      "compute l --physicians p --year 2026 --format csv --csv standard",
      read as Record<string, string>,
    );
    const cents = [...computePanels(made.panels(), { year: 2026 }).totalCents];
    const totals = out
      .split("\n")
      .slice(1, 4)
      .map((line) => line.split(",")[7]);
    expect(code).toBe(0);
    expect(totals).toEqual(cents.map((some) => (some / 100).toFixed(2)));
  });

  test("are the physicians alone, if asked for", async () => {
    const { files } = await call(`${asked} --detail physicians --out p.csv`);
    expect([...files.keys()]).toEqual(["p.csv"]);
    expect(files.get("p.csv")).toContain(ofPhysicians);
  });

  test("are left as they were if the disk is full", async () => {
    const { code, files } = await callFull(`${asked} --out l.csv`);
    expect([code, [...files.keys()]]).toEqual([2, []]);
  });

  test("are made anew, but not over physicians of another list", async () => {
    const files = { "l-physicians.csv": "mine" };
    const refused = await call(`${asked} --out l.csv --locale en`, files);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("l-physicians.csv") });
    expect(refused.files.get("l-physicians.csv")).toBe("mine");
    const again = await call(`${asked} --out l.csv`, { ...files, "l.csv": "old" });
    expect(again.files.get("l-physicians.csv")).toContain(ofPhysicians);
  });
});

function callFull(line: string): ReturnType<typeof call> {
  return call(line, {}, { isFull: true });
}

describe("is refused", () => {
  test.each([
    ["population --year 2026", "--médecins manque"],
    ["population --physicians 3", "--année manque"],
    ["population --physicians x --year 2026", "--médecins x : attendu un nombre entier"],
    ["population --physicians -3 --year 2026", "--médecins"],
    ["population --physicians 0 --year 2026", "un entier de 1 à 10000000"],
    [`${asked} list`, "argument de trop : list"],
    [`${asked} --schedule fr.fmt.2026`, "population ne prend pas --barème"],
    [`${asked} --format json`, "attendu csv, parquet"],
    [`${asked} --format parquet`, "attendu --sortie FICHIER.parquet"],
    [`${asked} --format csv --out l.parquet`, "attendu --sortie FICHIER.csv"],
    ["population --physicians 3 --seed 4294967296 --year 2026", "un entier de 0 à 4294967295"],
    ["population --physicians 3 --year 2017", "aucun barème en vigueur"],
    [`${asked} --margins m --out m`, "--sortie m et --marges m sont un seul fichier"],
    [`${asked} --margins none`, "fichier introuvable : none"],
    [`${asked} --margins bad`, "bad : JSON illisible"],
    [`${asked} --margins list`, "margins"],
  ])("%s", async (line, why) => {
    const { code, out, err } = await call(line, { m: "{}", bad: "{", list: "[]" });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(why);
  });
});

test("has French names", async () => {
  const { out } = await call("population --médecins 3 --graine 7 --année 2026 --détail médecins");
  expect(out).toBe((await call(`${asked} --detail physicians`)).out);
});

describe("Parquet", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "population-")));
  const at = (name: string): string => join(folder, name);
  beforeAll(async () => {
    expect((await callReal(`${asked} --format parquet --out ${at("l.parquet")}`)).code).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("has the rows of the CSV, in dates and booleans", async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`COPY (FROM '${at("l.parquet")}') TO '${at("back.csv")}' (HEADER)`);
    await connection.run(
      `COPY (FROM '${at("l-physicians.parquet")}') TO '${at("p.csv")}' (HEADER)`,
    );
    const types = await connection.runAndReadAll(`DESCRIBE FROM '${at("l.parquet")}'`);
    connection.closeSync();
    expect(types.getRows().map(([name, type]) => [name, type])).toEqual([
      ["physicianId", "VARCHAR"],
      ["id", "VARCHAR"],
      ["birthDate", "DATE"],
      ["sex", "VARCHAR"],
      ["ald", "BOOLEAN"],
      ["aldNumbers", "VARCHAR"],
      ["c2s", "VARCHAR"],
      ["lastSeen", "DATE"],
    ]);
    expect(readFileSync(at("back.csv"), "utf8")).toBe((await call(asked)).out);
    expect(readFileSync(at("p.csv"), "utf8")).toBe(
      (await call(`${asked} --detail physicians`)).out,
    );
  });

  test("is read by compute", async () => {
    const files = `${at("l.parquet")} --physicians ${at("l-physicians.parquet")}`;
    const { err } = await callReal(`compute ${files} --engine duckdb --year 2026 --locale en`);
    expect(err.replaceAll(",", "")).toContain(`3 physicians ${patients.length} patients`);
  });

  test("is not written over margins", async () => {
    writeFileSync(at("m.parquet"), "{}");
    const { code } = await callReal(
      `${asked} --margins ${at("m.parquet")} --out ${at("m.parquet")}`,
    );
    expect([code, readFileSync(at("m.parquet"), "utf8")]).toEqual([2, "{}"]);
    expect(existsSync(at("m-physicians.parquet"))).toBe(false);
  });
});
