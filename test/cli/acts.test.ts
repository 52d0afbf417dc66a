import { describe, expect, test } from "vitest";
import { amountsOf } from "../support/amounts.ts";
import { call, outputOf } from "../support/io.ts";
import { ods } from "../support/workbook.ts";

/** Acts of a file of their own, and what a list tells of prevention besides indicators. */

const list =
  "médecin;id;né le;sexe;ald;c2s\n" + "A;1;01/01/1960;F;oui;non\n" + "B;1;01/01/1960;F;oui;non\n";
const line = "compute list --acts acts --year 2026 --format csv --locale en";

describe("acts of an id that two physicians have on their list", () => {
  test("are of the one whom they name", async () => {
    const acts = "médecin;id;acte;date de l'acte\nA;1;mammographie;01/06/2025\n";
    const [, a, b] = amountsOf(await call(line, { list, acts }));
    expect(a).toBe("A,1,55.00,0.00,5.00,0.00,0.00,60.00");
    expect(b).toBe("B,1,55.00,0.00,0.00,0.00,0.00,55.00");
  });

  test("are refused where they name none", async () => {
    const acts = "id;acte;date de l'acte\n1;mammographie;01/06/2025\n";
    const called = await call(line, { list, acts });
    expect([called.code, called.out]).toEqual([2, ""]);
    expect(called.err).toContain("rows without a physician");
    expect(called.err).toContain("--shared-ids");
  });

  test("count on both lists where the id is of the same patient everywhere", async () => {
    const acts = "id;acte;date de l'acte\n1;mammographie;01/06/2025\n";
    const [, a, b] = amountsOf(await call(`${line} --shared-ids`, { list, acts }));
    expect([a, b].map((row) => row?.endsWith("5.00,0.00,0.00,60.00"))).toEqual([true, true]);
  });
});

describe("an act that cannot be read is told where it stands", () => {
  const one = "id;né le;sexe;ald;c2s\n1;01/01/1960;F;oui;non\n";
  test.each([
    ["1;mammographie;", "acts, line 2, Fait le: found —; allowed: DD/MM/YYYY"],
    ["1;mammographie;15/10/25", "a year of two digits"],
    ["1;mammographie;10/15/2025", "American order"],
    ["1;radio;15/10/2025", "acts, line 2, Acte: found radio; allowed: flu-vaccine"],
    [";mammographie;15/10/2025", "the patient's id"],
  ])("%s", async (row, words) => {
    const acts = `Identifiant;Acte;Fait le\n${row}\n`;
    const called = await call(line, { list: one, acts });
    expect([called.code, called.out]).toEqual([2, ""]);
    expect(called.err).toContain(words);
  });

  test("in the words of the profession", async () => {
    const acts = "Identifiant;Acte;Fait le\n1;radio;15/10/2025\n";
    const { err } = await call(line.replace("--locale en", ""), { list: one, acts });
    expect(err).toContain("mammographie, cytologie du col");
  });
});

test("acts are a sheet of their own in the workbook of the list", async () => {
  const sheet = (name: string, rows: readonly (readonly string[])[]): string => {
    const cell = (text: string): string =>
      `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
    const row = (cells: readonly string[]): string =>
      `<table:table-row>${cells.map(cell).join("")}</table:table-row>`;
    return `<table:table table:name="${name}">${rows.map(row).join("")}</table:table>`;
  };
  const patient = ["1", "01/01/1960", "F", "oui", "non"];
  const acts = ["1", "mammographie", "01/06/2025"];
  const book = ods(
    sheet("Patients", [["id", "né le", "sexe", "ald", "c2s"], patient]) +
      sheet("Actes", [["id", "acte", "fait le"], acts]),
  );
  const called = await call(
    "calculer b --actes b --feuille Patients --feuille actes=Actes --année 2026 --format csv --locale en",
    { b: book },
  );
  expect(amountsOf(called)[1]).toBe(",1,55.00,0.00,5.00,0.00,0.00,60.00");
});

describe("what a list tells of prevention, on every road", () => {
  const rows = [
    { id: "1", "né le": "01/01/1960", sexe: "M", ald: "oui", c2s: "non", prévention: "sein" },
    { id: "2", "né le": "01/01/1960", sexe: "F", ald: "oui", c2s: "non", prévention: "sein" },
  ];
  const asCsv = (all: readonly Readonly<Record<string, string>>[]): string =>
    [Object.keys(all[0] ?? {}), ...all.map((row) => Object.values(row))]
      .map((cells) => `${cells.join(";")}\n`)
      .join("");

  test("the sex of a patient warns of an indicator of the other", async () => {
    for (const text of [asCsv(rows), JSON.stringify(rows)]) {
      const called = await call("compute list --year 2026 --format json", { list: text });
      const [statement] = outputOf(called).statements;
      expect(statement?.warnings.map(({ code }) => code)).toContain("prevention-impossible");
      expect(statement?.total).toBe("120.00");
    }
  });

  test.each([
    ["non", "8", "ALD_DISAGREES"],
    ["non", "ALD 8", "ALD_DISAGREES"],
    ["non", "0", "ALD_DISAGREES"],
    ["oui", "[]", "ALD_DISAGREES"],
    ["non", "", "15.00"],
    ["non", "[]", "15.00"],
    ["oui", "8, 30", "55.00"],
    ["non", "diabète", "15.00"],
  ])("an ALD that is told twice: %s and %s", async (ald, numbers, outcome) => {
    const row = { id: "1", âge: "78", ald, c2s: "non", "numéros ALD": numbers };
    for (const text of [asCsv([row]), JSON.stringify([row])]) {
      const { statements, rejected } = outputOf(
        await call("compute list --year 2026 --format json", { list: text }),
      );
      const codes = rejected.flatMap(({ refusals }) => refusals.map(({ code }) => code));
      expect(statements[0]?.total ?? codes[0]).toBe(outcome);
    }
  });
});
