import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { call, type Called } from "../../support/io.ts";
import { cell, ods, row, xlsx } from "../../support/workbook.ts";
import { zip } from "../../support/zip.ts";

const fixture = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, "fixtures", name));

const compute = (list: Uint8Array, more = ""): Promise<Called> =>
  call(`compute list --year 2026 --format csv ${more}`, { list });

const totals = ({ out }: Called): string[] =>
  out
    .split("\n")
    .slice(1, -1)
    .map((line) =>
      line
        .split(",")
        .filter((_, i) => [0, 1, 7].includes(i))
        .join(),
    );

/** 82 years in ALD with two actions, 3 years with the C2S; 65 years, last seen in 2020. */
const PAID = [`10100123456,2,${100 + 2 * 5 + 15 + 10}.00`, "10100123457,1,5.00"];

describe("a workbook written by", () => {
  test.each([
    ["openpyxl", "titled.xlsx"],
    ["LibreOffice", "titled-libreoffice.xlsx"],
    ["LibreOffice, OpenDocument", "titled-libreoffice.ods"],
  ])("%s: a title, an empty and a hidden sheet", async (_, name) => {
    const called = await compute(fixture(name));
    expect(totals(called)).toEqual(PAID);
    expect(called.err).toBe(
      "list : feuille lue : « Patientèle » ; 1 autre, non lue\n" +
        "list : en-têtes à la ligne 3 ; au-dessus, non lu : « Patientèle au 31/12/2025 »\n",
    );
  });

  test("openpyxl, counting days from 1904", async () => {
    expect(totals(await compute(fixture("from-1904.xlsx")))).toEqual(PAID);
  });

  test("LibreOffice: zeros that are shown, a formula that is computed", async () => {
    for (const name of ["formulas-libreoffice.xlsx", "formulas-libreoffice.ods"]) {
      const called = await call("compute list --year 2026 --format csv --detail patients", {
        list: fixture(name),
      });
      expect(called.out).toContain(",007,");
      expect(called.out).toContain(",008,");
      expect(called.code).toBe(0);
    }
  });

  test("openpyxl: a formula that nothing computed is refused", async () => {
    const called = await compute(fixture("formulas.xlsx"));
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain("feuille « Sheet », cellule B3 : une formule jamais calculée ;");
  });
});

describe("two filled sheets", () => {
  for (const name of ["two-sheets.xlsx", "two-sheets.ods"]) {
    test(`${name}: none is guessed`, async () => {
      const called = await compute(fixture(name));
      expect(called).toMatchObject({ code: 2, out: "" });
      expect(called.err).toBe(
        "forfait-mt: list : plusieurs feuilles sont remplies : « Patients », « Médecins » ; " +
          "dire laquelle : --feuille NOM\n",
      );
    });

    test(`${name}: each is read for what it is`, async () => {
      const called = await call(
        "compute list --year 2026 --format csv --physicians list --sheet patients --sheet physicians=Médecins",
        { list: fixture(name) },
      );
      const uplifts = 2 * 0.1 * (100 + 15);
      expect(totals(called)).toEqual([
        `10100123456,2,${(100 + 2 * 5 + 15 + 10 + uplifts).toFixed(2)}`,
        "10100123457,1,5.00",
      ]);
    });
  }

  test("a sheet that is not there, a sheet of a CSV file", async () => {
    expect((await compute(fixture("two-sheets.xlsx"), "--sheet Feuil1")).err).toBe(
      "forfait-mt: list : pas de feuille « Feuil1 » ; feuilles : « Patients », « Médecins »\n",
    );
    const called = await call("compute list --year 2026 --sheet A", { list: "age,ald,c2s\n" });
    expect(called.err).toBe("forfait-mt: --feuille : list n'est pas un classeur\n");
  });

  test("names that differ by case in OpenDocument", async () => {
    const table = (name: string, age: number): string =>
      `<table:table table:name="${name}">${[
        ["âge", "ald", "c2s"],
        [`${age}`, "non", "non"],
      ]
        .map(
          (cells) =>
            `<table:table-row>${cells.map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`).join("")}</table:table-row>`,
        )
        .join("")}</table:table>`;
    const list = ods(table("a", 3) + table("A", 40));
    expect(totals(await compute(list, "--sheet A"))).toEqual([",1,5.00"]);
    expect(totals(await compute(list, "--sheet a"))).toEqual([",1,15.00"]);
  });
});

const headers = row("id", "né le", "ald", "c2s");

describe("cells of Excel", () => {
  const patients = (rows: string, book = {}): Promise<Called> =>
    call("compute list --year 2026 --format csv --detail patients", { list: xlsx(rows, book) });

  test.each([
    ["shared text, with how it is pronounced", cell("0", 't="s"')],
    ["text in the cell", '<c t="inlineStr"><is><r><t>A</t></r><r><t>1</t></r></is></c>'],
    ["text of a formula", '<c t="str"><f>"A"&amp;1</f><v>A1</v></c>'],
  ])("%s", async (_, id) => {
    const texts = "<si><r><t>A</t></r><r><t>1</t></r><rPh><t>x</t></rPh></si>";
    const called = await patients(
      `${headers}<row>${id}${cell("16558", 's="1"')}${cell("1", 't="b"')}${cell("0", 't="b"')}</row>`,
      { texts },
    );
    expect(called.out).toContain(`,A1,100.00,`);
  });

  test("an id of eleven digits, in full whatever the program", async () => {
    for (const written of ["10100123456", "1.0100123456E10", "10100123456.0"]) {
      const called = await patients(
        `${headers}<row>${cell(written)}${cell("16558", 's="2"')}${cell("0", 't="b"')}${cell("0", 't="b"')}</row>`,
      );
      expect(called.out).toContain(",10100123456,");
    }
  });

  test("rows and cells without their place follow each other, and with it stand there", async () => {
    const placed =
      `<row r="3">${["A", "B", "C", "D"].map((column, i) => `<c r="${column}3" t="inlineStr"><is><t>${["id", "âge", "ald", "c2s"][i]}</t></is></c>`).join("")}</row>` +
      `<row r="7"><c r="D7" t="inlineStr"><is><t>non</t></is></c><c r="B7"><v>x</v></c><c r="C7" t="b"><v>0</v></c></row>`;
    expect((await patients(placed)).err).toContain(
      'ligne 7, colonne âge, AGE_INVALID: âge invalide : trouvé "x"',
    );
  });

  test("an error is refused as it is written", async () => {
    const called = await patients(
      `${headers}<row>${cell("1")}${cell("#N/A", 't="e"')}${cell("0", 't="b"')}${cell("0", 't="b"')}</row>`,
    );
    expect(called.code).toBe(1);
    expect(called.err).toContain('colonne né le, AGE_MISSING: âge manquant : trouvé "#N/A"');
  });

  test("hidden rows are read, and told", async () => {
    const one = `${cell("0")}${cell("16558", 's="1"')}${cell("1", 't="b"')}${cell("0", 't="b"')}`;
    const called = await compute(
      xlsx(`${headers}<row>${one}</row><row hidden="1">${one.replace("<v>0", "<v>9")}</row>`),
    );
    expect(totals(called)).toEqual([",2,200.00"]);
    expect(called.err).toContain("list : 1 ligne masquée est lue aussi\n");
  });
});

describe("what is told of a workbook", () => {
  test("macros are not run", async () => {
    const list = xlsx(`${row("âge", "ald", "c2s")}${row("40", "non", "non")}`, {
      parts: { "xl/vbaProject.bin": "x" },
    });
    expect((await compute(list)).err).toContain("contient des macros, qui ne sont pas exécutées");
  });

  test.each([
    ["a password", fixture("password.xlsx"), "protégé par un mot de passe"],
    [
      "a password, OpenDocument",
      ods("", { "META-INF/manifest.xml": "<manifest:encryption-data/>" }),
      "protégé par un mot de passe",
    ],
    ["an old workbook", fixture("titled-libreoffice.xls"), "Excel 97-2003 (.xls)"],
    ["a page that calls itself .xls", fixture("titled-libreoffice.html"), "une page HTML"],
    ["a binary workbook", zip({ "xl/workbook.bin": "" }), ".xlsb"],
    ["a text", zip({ "[Content_Types].xml": "", "word/document.xml": "" }), "un document"],
    ["an archive", zip({ "patients.csv": "age" }), "une archive zip"],
    ["Numbers", zip({ "Index/Document.iwa": "" }), "Numbers"],
    ["a workbook that is cut", fixture("titled.xlsx").subarray(0, 4000), "classeur endommagé"],
    ["an empty workbook", xlsx(""), "classeur sans feuille remplie"],
    ["XML that is cut", xlsx("<row>"), "classeur endommagé"],
    ["a size that lies", xlsx(row("âge", "ald", "c2s"), { size: 10 }), "classeur endommagé"],
  ])("%s", async (_, list, said) => {
    const called = await compute(list);
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain(said);
  });
});
