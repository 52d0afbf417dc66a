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
import { afterAll, describe, expect, test } from "vitest";
import { callReal } from "../support/real.ts";
import { amountsOf } from "../support/amounts.ts";

/** Lists of a live database, through the engine and through the row path. */

const folder = realpathSync(mkdtempSync(join(tmpdir(), "dated-")));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const header =
  "Médecin;Patient;Date de naissance;ALD;C2S;Dernière consultation;" +
  "Décédé le;MT déclaré le;Date fin MT;ALD depuis;Fin de droits C2S;Prévention\n";
const adult = "1980-02-01;non;non;01/02/2025";
const rows = [
  `A;1;${adult};;01/04/2019;;;;grippe:15/10/2026`,
  `A;2;${adult};31/12/2025;01/04/2019;;;;`,
  `A;3;${adult};01/01/2026;2019-04-01;;2024-06;30/12/2025;`,
  "A;4;01/01/2026;non;non;01/02/2025;;;;;;",
  `B;5;${adult};;31/12/2025;31/12/2025;;;`,
  `B;6;${adult};;01/01/2026;;;;`,
  `B;7;${adult};;;30/12/2025;;;`,
  `B;8;${adult};;;01/12/2030;;2026;`,
];
/** Two adults of 5 euros each, but for an ALD since 2024: 55; a flu vaccine: 5; C2S until 2026: 10. */
const [A, B] = ["A,2,60.00,0.00,5.00,0.00,0.00,65.00", "B,2,10.00,10.00,0.00,0.00,0.00,20.00"];

/** What is written, and the last line of standard error, which are those of both roads. */
async function both(
  text: string,
  options = "",
): Promise<{ code: number; lines: string[]; counts: string | undefined }> {
  writeFileSync(at("l.csv"), text);
  const line = `compute ${at("l.csv")} --year 2026 --format csv --out ${at("o.csv")}${options}`;
  const [byRows, byEngine] = [await outcome(line), await outcome(`${line} --engine duckdb`)];
  expect(byEngine).toEqual(byRows);
  const { code, written, last } = byEngine;
  return { code, lines: [...amountsOf({ out: written })], counts: last };
}

async function outcome(
  line: string,
): Promise<{ code: number; written: string; last: string | undefined }> {
  rmSync(at("o.csv"), { force: true });
  const { code, counts: last } = await callReal(line);
  const written = existsSync(at("o.csv")) ? readFileSync(at("o.csv"), "utf8") : "";
  return { code, written, last };
}

describe("the engine reads the list on the day as the row path does", () => {
  test("who is not on it is left out and counted, not refused", async () => {
    const { code, lines, counts } = await both(header + rows.join("\n"));
    expect(lines.slice(1)).toEqual([A, B]);
    expect([code, counts]).toEqual([0, "8 lues = 4 calculées + 4 hors liste + 0 refusée"]);
  });

  test("for each patient", async () => {
    const { lines } = await both(header + rows.join("\n"), " --detail patients");
    expect(lines.slice(1).map((line) => line.split(",").slice(0, 2).join(""))).toEqual([
      "A1",
      "A3",
      "B5",
      "B8",
    ]);
  });

  test("a date that leaves the day open is refused, in either language", async () => {
    const text = `${header}${rows.join("\n")}\nB;9;${adult};;;2025;;;\n`;
    expect(await both(text)).toMatchObject({
      code: 1,
      lines: [""],
      counts: "9 lues = 4 acceptées + 4 hors liste + 1 refusée",
    });
    expect(await both(text, " --skip-invalid --locale en")).toMatchObject({
      code: 1,
      lines: [expect.anything(), A, B],
      counts: "read 9 = computed 4 + left out 4 + rejected 1",
    });
    const rejects = at("rejects.csv");
    await callReal(
      `compute ${at("l.csv")} --year 2026 --engine duckdb --rejects ${rejects} --out ${at("o.csv")}`,
    );
    expect(readFileSync(rejects, "utf8").split("\n").slice(1, -1)).toEqual([
      expect.stringContaining(",10,Date fin MT,DATE_INCOMPLETE,"),
    ]);
  });

  test("a list of which nobody is on the day is no empty file", async () => {
    writeFileSync(at("l.csv"), "age;ald;c2s;décédé le\n40;non;non;2020\n");
    const line = `compute ${at("l.csv")} --year 2026 --format csv --out ${at("o.csv")}`;
    for (const road of [line, `${line} --engine duckdb`])
      expect(await outcome(road)).toMatchObject({
        code: 0,
        last: "1 lue = 0 calculée + 1 hors liste + 0 refusée",
      });
  });

  test("a list without dates is counted as well", async () => {
    const { counts } = await both("age;ald;c2s\n40;non;non\n8;non;non\n");
    expect(counts).toBe("2 lues = 2 calculées + 0 hors liste + 0 refusée");
  });

  test.each([
    ["the year alone", "naissance;ald;c2s\n2026;non;non\n1980;non;non\n"],
    ["the day after", "naissance;ald;c2s\n01/01/2026;non;non\n31/12/1980;non;non\n"],
  ])("born after the day, without other dates: %s", async (_, text) => {
    const { lines, counts } = await both(text);
    expect(lines.at(-1)).toBe(",1,5.00,0.00,0.00,0.00,0.00,5.00");
    expect(counts).toBe("2 lues = 1 calculée + 1 hors liste + 0 refusée");
  });

  test.each([
    ["an empty last visit", "dernière visite"],
    ["no visit at all", "visites"],
  ])("--never-seen empty: %s", async (_, column) => {
    const text = `age;ald;c2s;${column}\n40;oui;non;\n40;oui;non;2025-05-01\n`;
    expect(await both(text, " --never-seen empty")).toMatchObject({
      code: 0,
      lines: [expect.anything(), ",2,60.00,0.00,0.00,0.00,0.00,60.00"],
    });
    expect(await both(text)).toMatchObject({
      code: 1,
      counts: "2 lues = 1 acceptée + 0 hors liste + 1 refusée",
    });
  });

  test("where payments rest on an earlier list too, a row is read on both days", async () => {
    const text =
      "patient;âge;ald;c2s;fin MT\n1;40;non;non;30/06/2026\n1;40;non;non;\n2;40;non;non;2025\n3;40;non;non;\n";
    const { counts } = await both(text, " --schedule fr.fpmt.2024 --skip-invalid");
    expect(counts).toBe("4 lues = 1 calculée + 1 hors liste + 2 refusées");
  });
});
