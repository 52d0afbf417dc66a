import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { writeParquet } from "../road/typed.ts";
import { callReal } from "../support/real.ts";

/** Commands that read a list, of Parquet and of CSV: the same list gives the same answer. */

const folder = mkdtempSync(join(tmpdir(), "tables-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const rows = "'m' AS \"physicianId\", 'p' || i AS id, [82, 40, 3][i + 1] AS age, i = 0 AS ald";
const csv = "physicianId,id,age,ald,c2s,Rue\n";
const cells = ["m,p0,82,true,oui,r1", "m,p1,40,false,non,r2", "m,p2,3,false,???,r3"];

async function both(command: string, words: string, isRefused = false): Promise<void> {
  const c2s = isRefused ? "['oui', 'non', '???']" : "['oui', 'non', 'non']";
  const all = `SELECT ${rows}, ${c2s}[i + 1] AS c2s, 'r' || (i + 1) AS "Rue" FROM range(3) r(i)`;
  await writeParquet(at("l.parquet"), all);
  const text = `${csv}${cells.join("\n")}\n`;
  writeFileSync(at("l.csv"), isRefused ? text : text.replace("???", "non"));
  const answered = async (name: string, more: string): Promise<unknown> => {
    const { code, out, err } = await callReal(
      `${command} ${at(name)} --year 2026 --locale en ${words}${more}`,
    );
    const plain = (said: string): string =>
      said
        .replaceAll(at(name), "LIST")
        .replaceAll(/ +/g, " ")
        .replaceAll(/line \d/g, "");
    return { code, out: plain(out), err: plain(err) };
  };
  const typed = await answered("l.parquet", " --engine duckdb");
  expect(typed).toEqual(await answered("l.csv", ""));
  expect(typed).toMatchObject({ code: isRefused ? 1 : 0 });
}

describe("Parquet gives what CSV gives, by", () => {
  test.each([
    ["check", "--format json", false],
    ["check", "--format json", true],
    ["map", "--locale en", false],
    ["readings", "--format json", false],
    ["explain", "--patient p0", false],
  ])("%s %s", async (command, words, isRefused) => {
    await both(command, words, isRefused);
  });
});

test("without the engine, Parquet is named, with what to do", async () => {
  await writeParquet(at("l.parquet"), "SELECT 1 AS id");
  for (const command of ["check", "map", "readings", "explain"]) {
    const words = command === "explain" ? " --patient 1" : "";
    const { code, err } = await callReal(`${command} ${at("l.parquet")} --year 2026${words}`);
    expect([code, err]).toEqual([2, expect.stringContaining("--moteur duckdb")]);
  }
});
