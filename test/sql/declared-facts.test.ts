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
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { callReal } from "../support/real.ts";
import { amountsOf } from "../support/amounts.ts";

/** Facts that a schedule declares, through the engine and through the row path. */

const folder = realpathSync(mkdtempSync(join(tmpdir(), "declared-")));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const rates = "onlineRate;atmpRate;dsgRate;speRate;dmpRate;ePrescriptionRate;apcvUsed;mssUsed";
const files = {
  "list.csv": "médecin;age;ald;c2s\nA;40;oui;non\nA;41;non;non\nB;42;non;non\n",
  "physicians.csv":
    `médecin;cabinet;${rates}\n` +
    "A;c1;60,0;30;30;30;30;30;oui;oui\nB;c1;59,9999;30;30;30;30;30;oui;oui\nC;c2;75;30;30;29,9;0;30;oui;1\n",
  "practices.csv":
    "cabinet;logiciel référencé Ségur;prescribingAid;sesamVitale\nc1;oui;oui;oui\nc2;1;vrai;O\n",
  "nurse.csv":
    "médecin;cabinet;heures d'infirmier par semaine;age;ald;c2s\n" +
    "A;c1;18;40;oui;non\nA;c1;18;41;oui;non\nA;c1;18;42;oui;non\nB;c2;11,9;43;oui;non\nB;c2;11,9;44;oui;non\n",
  "hours.csv": "cabinet\nc1\nc2\n",
  "slabs.json": '{ "nurse.slabs.patients": { "each": "1", "over": "1" } }',
};
beforeEach(() => {
  for (const name of ["rows.csv", "engine.csv"]) rmSync(at(name), { force: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
});

const donum =
  `compute ${at("list.csv")} --physicians ${at("physicians.csv")} ` +
  `--practices ${at("practices.csv")} --year 2026 --schedule fr.donum.2026`;
const nurse =
  `compute ${at("nurse.csv")} --practices ${at("hours.csv")} --patch ${at("slabs.json")} ` +
  "--year 2024 --schedule be.nurse-premium.2024";

const sorted = (path: string): string[] =>
  existsSync(path)
    ? amountsOf({ out: readFileSync(path, "utf8") })
        .slice(1)
        .sort()
    : [];

/** What the two engines write, and their exit codes, which are the same. */
async function both(line: string): Promise<{ code: number; lines: string[]; err: string }> {
  const [rows, engine] = [
    await callReal(`${line} --format csv --out ${at("rows.csv")}`),
    await callReal(`${line} --engine duckdb --out ${at("engine.csv")}`),
  ];
  const lines = sorted(at("rows.csv"));
  expect([engine.code, sorted(at("engine.csv"))]).toEqual([rows.code, lines]);
  return { code: rows.code, lines, err: engine.err };
}

describe("the engine pays as the row path does", () => {
  test("and says that changed values are a simulation, beside the same columns", async () => {
    const { lines, err } = await both(`${donum} --set socle.amount=8`);
    expect(lines).toContain("B,1,0.00,0.00,0.00");
    expect(err).toContain("SIMULATION : Socle : 7,00 € → 8,00 € (socle.amount)\n");
  });

  test("by facts of physicians and of their practices", async () => {
    // The base is 280 points of 7 EUR, the options 60, 60 and 20.
    expect(await both(donum)).toMatchObject({
      code: 0,
      lines: ["A,2,1960.00,980.00,2940.00", "B,1,0.00,0.00,0.00", "C,0,1960.00,140.00,2100.00"],
    });
  });

  test("by facts in the patient list", async () => {
    // Three slabs of 9,940.50 EUR; 11.9 hours are not 12.
    expect(await both(nurse)).toMatchObject({
      code: 0,
      lines: ["A,3,29821.50,29821.50", "B,2,0.00,0.00"],
    });
  });
});

test("the engine reads the largest number that a fact may be", async () => {
  writeFileSync(at("nurse.csv"), files["nurse.csv"].replaceAll(";18;", ";999999999,9999;"));
  // As many slabs as patients.
  expect((await both(nurse)).lines).toEqual(["A,3,29821.50,29821.50", "B,2,0.00,0.00"]);
});

describe("the engine refuses as the row path does", () => {
  const change = (name: keyof typeof files, from: string, to: string): void =>
    writeFileSync(at(name), files[name].replace(from, to));

  test("a physician who lacks a fact, with the patients", async () => {
    change("physicians.csv", "B;c1;59,9999", "B;c1;");
    const { code, lines, err } = await both(`${donum} --skip-invalid`);
    expect(code).toBe(1);
    expect(lines).toEqual(["A,2,1960.00,980.00,2940.00", "C,0,1960.00,140.00,2100.00"]);
    expect(err).toMatch(
      /ligne 3, colonne onlineRate, FACT_MISSING: .* ; 1 patient attend cette correction\n/,
    );
  });

  test("a practice, with its physicians", async () => {
    change("practices.csv", "c2;1;", "c2;12,5;");
    const { code, lines, err } = await both(`${donum} --skip-invalid --rejects ${at("r.csv")}`);
    expect(code).toBe(1);
    expect(lines).toEqual(["A,2,1960.00,980.00,2940.00", "B,1,0.00,0.00,0.00"]);
    expect(err).toContain("practices.csv, ligne 3, colonne logiciel référencé Ségur, FACT_INVALID");
    expect(readFileSync(at("r.csv"), "utf8").trimEnd().split("\n")).toHaveLength(3);
  });

  test("two lists of one practice that is paid once", async () => {
    change("nurse.csv", "B;c2;11,9;43", "B;c1;18;43");
    change("nurse.csv", files["nurse.csv"], files["nurse.csv"].replaceAll("c2;11,9", "c1;18"));
    const { code, lines, err } = await both(`${nurse} --skip-invalid`);
    expect(code).toBe(1);
    expect(lines).toEqual(["A,3,29821.50,29821.50"]);
    expect(err).toContain("PRACTICE_SHARED");
  });

  test("a column that is missing, before anything is written", async () => {
    change("physicians.csv", "mssUsed", "notes");
    const { code, err } = await both(`${donum} --locale en`);
    expect(code).toBe(2);
    expect(err).toContain("reads facts that nothing tells: mssUsed (MSS used in the year, of");
  });

  test("practices without physicians", async () => {
    const line = `compute ${at("list.csv")} --practices ${at("practices.csv")} --year 2026`;
    expect(await both(`${line} --schedule fr.donum.2026`)).toMatchObject({ code: 2 });
  });
});

test("the engine needs no list either where nothing is paid by patients", async () => {
  writeFileSync(at("practices.csv"), files["practices.csv"]);
  writeFileSync(at("physicians.csv"), files["physicians.csv"]);
  const line = `compute --physicians ${at("physicians.csv")} --practices ${at("practices.csv")} --year 2026 --schedule fr.donum.2026`;
  expect((await callReal(`${line} --engine duckdb`)).code).toBe(0);
});
