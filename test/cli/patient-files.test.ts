import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { call } from "../support/io.ts";
import { row, xlsx } from "../support/workbook.ts";

const codes = readFileSync(
  join(import.meta.dirname, "../../fixtures/prevention/codes-invented.csv"),
  "utf8",
);
const asked = "worklist l --as-of 2026-11-15 --format json";

/** What stays to do of the first patient, by indicator. */
async function left(line: string, files: Parameters<typeof call>[1]): Promise<string[]> {
  const { code, out, err } = await call(line, files);
  expect([code, err]).toEqual([0, err]);
  const visits = JSON.parse(out) as { id: string; items: { indicator: string }[] }[];
  return visits.flatMap(({ id, items }) =>
    id === "p1" ? items.map(({ indicator }) => indicator) : [],
  );
}

describe("--codes", () => {
  const list = "patient;naissance;ALD;C2S;sexe\np1;03/05/1956;U99.1;non;F\n";
  const acts = "patient;code acte;date\np1;ZZZZ001;01/03/2026\np1;0000000000017;20/10/2026\n";
  const files = { l: list, a: acts, c: codes };

  test("reads the codes of acts and of the ALD", async () => {
    const open = await left(`${asked} --acts a --codes c`, files);
    // U99.1 stands for ALD 8: a diabetic; the mammography and the vaccine are done
    expect(open).toContain("hba1c");
    expect(open).not.toContain("breast");
    expect(open).not.toContain("flu");
    expect(open).toContain("covid");
  });

  test("reads them in JSON, and pays what acts validate", async () => {
    const rows = [
      {
        id: "p1",
        birthDate: "1956-05-03",
        ald: "U99.1",
        c2s: false,
        sex: "F",
        acts: [{ code: "ZZZZ001", date: "2026-03-01" }],
      },
    ];
    const line = "compute l --year 2026 --codes c --format json";
    const { code, out } = await call(line, { l: JSON.stringify(rows), c: codes });
    expect(code).toBe(0);
    const { components } = JSON.parse(out).statements[0];
    // 50 + 5 for an ALD, 5 for the mammography
    expect(components).toMatchObject({ base: "55.00", prevention: "5.00" });
  });

  test("refuses codes that the table does not have, all of them at once", async () => {
    const other = {
      ...files,
      l: list.replace("U99.1", "Q77"),
      a: `${acts}p1;XXXX001;01/03/2026\np1;XXXX001;02/03/2026\n`,
    };
    const { code, out, err } = await call(`${asked} --acts a --codes c`, other);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("XXXX001 (2), Q77 (1)");
    expect(err).toContain("y ajouter une ligne");
  });

  test.each([
    ["system,code,kind\nCCAM,A1,walk\n", "c, ligne 2, kind"],
    ["system,code,ald\nCIM-10,A1,8\nCIM-10,A1,9\n", "c, ligne 3, code"],
    ["code,kind\nA1,hba1c\n", "il manque la colonne nomenclature"],
  ])("refuses the table %j", async (table, reason) => {
    const { code, err } = await call(`${asked} --codes c`, { ...files, c: table });
    expect([code, err.includes(reason)]).toEqual([2, true]);
  });

  test("says how the table was read: below its titles", async () => {
    const titled = { ...files, c: `Codes du cabinet,,,\n${codes}` };
    const { code, err } = await call(`${asked} --acts a --codes c`, titled);
    expect([code, err.includes("au-dessus, non lu")]).toEqual([0, true]);
  });

  test("acts by code alone need a table", async () => {
    const { code, err } = await call(`${asked} --acts a`, files);
    expect([code, err.includes("--codes")]).toEqual([2, true]);
  });

  test("a table whose kinds are the labels of the schedule, none in French", async () => {
    const table =
      "nomenclature;code;acte;ALD\nCCAM;ZZZZ001;Mammographie;\nCIP;0000000000017;aucun;\nCIM-10;U99*;;ALD 8\n";
    const open = await left(`${asked} --acts a --codes c`, { ...files, c: table });
    expect(open).not.toContain("breast");
    expect(open).toContain("flu");
  });
});

describe("--statuses", () => {
  const list = "patient;naissance;ALD;C2S;sexe\np1;03/05/1956;non;non;F\np2;03/05/1986;non;non;F\n";
  const statuses = "NIR;Indicateur;STATUT\np1;sein;À jour\np1;grippe;A vérifier\np2;côlon;À jour\n";
  const map = JSON.stringify({
    NIR: "id",
    STATUT: { field: "status", values: { "À jour": "validated" } },
  });
  const files = { l: list, s: statuses, m: map };

  test("reads an export with a column STATUT by the words of the map", async () => {
    const open = await left(`${asked} --statuses s --map m`, files);
    expect(open).not.toContain("breast");
    expect(open).toContain("flu");
  });

  test("of a workbook, one of whose sheets is named", async () => {
    const rows = statuses
      .trim()
      .split("\n")
      .map((line) => row(...line.split(";")))
      .join("");
    const book = xlsx({ Aide: row("rien"), Export: rows });
    const several = await call(`${asked} --statuses s --map m`, { ...files, s: book });
    expect([several.code, several.err.includes("--feuille états=")]).toEqual([2, true]);
    const open = await left(`${asked} --statuses s --map m --sheet statuses=Export`, {
      ...files,
      s: book,
    });
    expect(open).not.toContain("breast");
  });

  test("of one indicator, which the option names", async () => {
    const one = { ...files, s: "NIR;STATUT\np1;À jour\n" };
    expect(await left(`${asked} --statuses sein=s --map m`, one)).not.toContain("breast");
    const missing = await call(`${asked} --statuses s --map m`, one);
    expect([missing.code, missing.err.includes("--états sein=FICHIER")]).toEqual([2, true]);
    const both = await call(`${asked} --statuses sein=s --map m`, files);
    expect([both.code, both.err.includes("a une colonne indicateur")]).toEqual([2, true]);
  });

  test("pays what the caisse says is validated", async () => {
    const { out } = await call(
      "compute l --year 2026 --statuses s --map m --format csv --detail lines",
      files,
    );
    expect(out).toMatch(/prevention\.breast\.amount.*5\.00/);
  });

  test("refuses words that nobody explains, all of them at once, with the map to write", async () => {
    const plain = JSON.stringify({ NIR: "id" });
    const other = { ...files, m: plain, s: `${statuses}p2;sein;Non fait\n` };
    const { code, out, err } = await call(`${asked} --statuses s --map m`, other);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("À jour (2), Non fait (1)");
    expect(err).toContain('{"STATUT":{"champ":"statut","valeurs":{"À jour":"validé"}}}');
  });

  test.each([
    [
      "p1;tétanos;A vérifier",
      "ligne 2, indicateur : trouvé tétanos ; attendu : grippe, covid-19, pneumocoque, ROR, ",
    ],
    [";sein;A vérifier", "ligne 2, patient : trouvé — ; attendu : l'identifiant du patient"],
    [
      "p1;sein;validé\np1;sein;non validé",
      "ligne 3 : sein de ce patient est non validé, et validé ailleurs",
    ],
  ])("refuses %j", async (rows, reason) => {
    const { code, err } = await call(`${asked} --statuses s`, {
      l: list,
      s: `patient;indicateur;statut\n${rows}\n`,
    });
    expect([code, err.includes(reason)]).toEqual([2, true]);
  });

  test("tells of rows without a status, and of nobody on the list", async () => {
    const { code, err } = await call(`${asked} --statuses s`, {
      l: list,
      s: "patient;indicateur;statut\np1;sein;\np9;sein;validé\n",
    });
    expect(code).toBe(0);
    expect(err).toContain("sans état, qui ne disent rien : 1");
    expect(err).toContain("états d'aucun patient de la liste, qui ne comptent pas : 1");
  });
});

describe("files of acts", () => {
  const old = "patient;naissance;ALD;C2S\np1;03/05/1956;non;non\n";
  const acts = "patient;acte;date\np1;flu-vaccine;20/10/2026\n";

  test("complete the list of the year, and the one before does not change them", async () => {
    const files = { l: old, a: acts, b: old };
    const line = "compute l --year 2026 --acts a --format csv";
    const { code, out } = await call(line, files);
    const previous = await call(`${line} --previous b`, files);
    expect([code, previous.code]).toEqual([0, 0]);
    expect(previous.out).toBe(out);
  });

  test("stand in a sheet of a workbook", async () => {
    const rows = row("patient", "acte", "date") + row("p1", "flu-vaccine", "20/10/2026");
    const book = xlsx({ Aide: row("rien"), Actes: rows });
    const open = await left(`${asked} --acts a --sheet acts=Actes`, { l: old, a: book });
    expect(open).toContain("covid");
    expect(open).not.toContain("flu");
  });

  test("go with a list of NDJSON, whose rows may have acts of their own", async () => {
    const rows = [
      {
        id: "p1",
        birthDate: "1956-05-03",
        ald: false,
        c2s: false,
        acts: [{ kind: "covid-vaccine", date: "2026-10-21" }],
      },
      { id: "p2", birthDate: "1990-05-03", ald: false, c2s: false },
    ];
    const ndjson = rows.map((one) => JSON.stringify(one)).join("\n");
    const open = await left(`${asked} --acts a`, { l: ndjson, a: acts });
    expect(open).not.toContain("flu");
    expect(open).not.toContain("covid");
    expect(open).toContain("colorectal");
  });
});

test("rows of JSON tell acts and statuses, in the words of people", async () => {
  const row = {
    id: "p1",
    birthDate: "03/05/1956",
    ald: "non",
    c2s: "non",
    acts: [{ kind: "flu-vaccine", date: "20/10/2026" }],
    preventionStatus: { sein: "Validé", côlon: "A vérifier" },
  };
  const line = "compute l --year 2026 --format csv --detail lines";
  for (const list of [JSON.stringify([row]), JSON.stringify({ patients: [row] })]) {
    const { code, out } = await call(line, { l: list });
    expect(code).toBe(0);
    expect(out).toMatch(/prevention\.flu\.amount[\s\S]*prevention\.breast\.amount/);
    expect(out).not.toContain("colorectal");
  }
  const unknown = { ...row, preventionStatus: { sein: "peut-être" } };
  const refused = await call(line, { l: JSON.stringify([unknown]) });
  expect([refused.code, refused.err.includes("PREVENTION_STATUS_INVALID")]).toEqual([1, true]);
});
