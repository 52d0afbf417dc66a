import { describe, expect, test } from "vitest";
import { call, type Called } from "../../support/io.ts";

const compute = (list: string, more = ""): Promise<Called> =>
  call(`compute list --year 2026 --format csv ${more}`, { list });

/** Amount of one patient of 82 years in ALD, and what was told. */
async function paid(list: string): Promise<string> {
  const called = await compute(list);
  expect(called.out.split("\n")[1]).toMatch(/,1,100\.00,/);
  expect(called.code).toBe(0);
  return called.err;
}

describe("the separator", () => {
  test.each([",", ";", "\t", "|"])("%j, under a title that holds the others", async (separator) => {
    const title = "Patientèle, du Dr A ; au 31/12/2025 | éditée\tle 2";
    for (const start of ["", `${title.replaceAll(separator, " ")}\n\n`])
      await paid(
        `${start}${["âge", "ald", "c2s"].join(separator)}\n${["82", "oui", "non"].join(separator)}\n`,
      );
  });

  test.each(["sep=;", "SEP=;", '"sep=;"', "sep=;;;", "\ufeffsep=;"])(
    "%s, which Excel reads and nobody else",
    async (first) => {
      expect(await paid(`${first}\nâge;ald;c2s\n82;oui;non\n`)).toBe("");
    },
  );

  test("a tab that is declared", async () => {
    expect(await paid("sep=\t\r\nâge\tald\tc2s\r\n82\toui\tnon\r\n")).toBe("");
  });

  test("one that is not read is refused", async () => {
    expect((await compute("sep=:\nâge:ald:c2s\n")).err).toContain("séparateur « : » déclaré");
  });

  test("extractions of the directory of health care, as physicians", async () => {
    const called = await call("compute list --year 2026 --format csv --physicians p", {
      list: "rpps,age,ald,c2s\n10100123456,82,oui,non\n",
      p: "RPPS|Zone|Nom\n10100123456|ZIP|A\n",
    });
    expect(called.out.split("\n")[1]).toContain(",110.00");
  });
});

describe("headers under a title", () => {
  test("are found, and the title is told", async () => {
    expect(
      await paid("Cabinet des Lilas;;\nÉdité le 02/01/2026;;\n\nâge;ald;c2s\n82;oui;non\n"),
    ).toBe(
      "list : en-têtes à la ligne 4 ; au-dessus, non lu : « Cabinet des Lilas · Édité le 02/01/2026 »\n",
    );
  });

  test("are found in the files of physicians, of practices and of the year before", async () => {
    const called = await call("compute list --year 2026 --physicians p", {
      list: "médecin;âge;ald;c2s\nA;82;oui;non\n",
      p: "Médecins;\nmédecin;zone\nA;ZIP\n",
    });
    expect(called.err).toBe("p : en-têtes à la ligne 2 ; au-dessus, non lu : « Médecins »\n");
  });

  test("by --map", async () => {
    const called = await call("compute list --year 2026 --map map --format csv", {
      list: "Titre;;\nAns;Exo;CMU\n82;oui;non\n",
      map: '{ "Ans": "age", "Exo": "ald", "CMU": "c2s" }',
    });
    expect(called.out).toContain(",1,100.00,");
  });

  test("a row above them, as a sort leaves it, is not taken for a title", async () => {
    const called = await compute("82;oui;non\nâge;ald;c2s\n40;non;non\n");
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toBe(
      "forfait-mt: list : la ligne 1 est au-dessus des en-têtes (ligne 2) ; remettre les en-têtes en haut\n",
    );
  });

  test("the line that looks most like them is named where one lacks", async () => {
    expect((await compute("Titre;;\n\nans;exo;css\n82;oui;non\n")).err).toContain(
      "en-têtes du fichier : ans, exo, css",
    );
    expect((await compute("Titre;;\n\naaa;bbb;ccc\n82;oui;non\n")).err).toContain(
      "pas d'en-tête reconnu à la ligne 3",
    );
  });

  test("a long title is told in 80 characters", async () => {
    expect(await paid(`${"x".repeat(200)};;\nâge;ald;c2s\n82;oui;non\n`)).toBe(
      `list : en-têtes à la ligne 2 ; au-dessus, non lu : « ${"x".repeat(40)}…${"x".repeat(39)} »\n`,
    );
  });
});

describe("a row that is no patient", () => {
  test.each([
    "Total",
    "TOTAL",
    "Totaux",
    "Sous-total",
    "sous total",
    "Somme",
    "TOTAL GÉNÉRAL",
    "Total :",
    "T O T A L",
    "Moyenne",
    "Nombre de patients",
    "Dr Martin Total",
    "Total Dr Martin",
    "Grand total",
    "Σ",
  ])("%s is refused by name", async (label) => {
    for (const header of ["patient;âge;ald;c2s", "médecin;âge;ald;c2s", "Nom;âge;ald;c2s"]) {
      const called = await compute(`${header}\nA;82;oui;non\n${label};1;0;0\n`);
      expect(called).toMatchObject({ code: 1, out: "" });
      expect(called.err).toContain(
        `ligne 3, ROW_TOTAL: ligne de total : trouvé "${label}" ; attendu : une ligne par patient`,
      );
    }
  });

  test.each(["id", "physicianId", "nom"])("is refused in JSON, as %s", async (key) => {
    const row = { age: 82, ald: true, c2s: false };
    const rows = [
      { ...row, [key]: "A" },
      { [key]: "TOTAL", age: 1, ald: 0, c2s: 0 },
    ];
    for (const list of [JSON.stringify(rows), rows.map((one) => JSON.stringify(one)).join("\n")])
      expect((await compute(list)).err).toContain("ROW_TOTAL: ligne de total : trouvé ");
  });

  test.each(["TOTAL2025", "Sous-total2", "x2-total", "stotal1"])(
    "%s with a digit is no id of a patient, on either road",
    async (label) => {
      const called = await compute(`patient;âge;ald;c2s\nA1;82;oui;non\n${label};1;0;0\n`);
      const byRows = await compute(JSON.stringify([{ patient: label, age: 1, ald: 0, c2s: 0 }]));
      expect(called.err.includes("ROW_TOTAL")).toBe(byRows.err.includes("ROW_TOTAL"));
    },
  );

  test("a total under the physician's name, in a column of its own", async () => {
    const called = await compute(
      "médecin;patient;âge;ald;c2s\nA;1;82;oui;non\nA;Total;1;0;0\n;;;;\n",
    );
    expect(called.err).toContain("ligne 3, ROW_TOTAL: ");
  });

  test("who has a birth date is a patient, whatever the name", async () => {
    const called = await compute("patient;né le;ald;c2s\nTotal;01/02/1943;oui;non\n");
    expect(called.out).toContain(",1,100.00,");
  });

  test("ids that only look alike are read", async () => {
    const ids = ["Sommer", "Sumatra", "N1", "Totem", "Ensemble-3"];
    const called = await compute(
      `patient;âge;ald;c2s\n${ids.map((id) => `${id};82;oui;non\n`).join("")}`,
    );
    expect(called.out).toContain(`,${ids.length},${ids.length}00.00,`);
  });

  test("headers once more, of files put end to end", async () => {
    const list = "patient;âge;ald;c2s\nA;82;oui;non\n";
    for (const between of ["", "\ufeff"]) {
      const called = await compute(list + between + list.replace("A", "B"));
      expect(called.err).toContain("ligne 3, ROW_HEADERS: en-têtes répétés");
    }
  });

  test("the others are computed by --skip-invalid", async () => {
    const called = await compute(
      "médecin;âge;ald;c2s\nA;82;oui;non\nTotal;1;0;0\n",
      "--skip-invalid",
    );
    expect(called.out.split("\n").slice(1)).toEqual([expect.stringMatching(/^A,1,100\.00,/), ""]);
  });
});

describe("the error of a spreadsheet", () => {
  test.each(["#REF!", "#VALEUR!", "#VALUE!", "#NOM?", "#DIV/0!", "#NOMBRE!", "Err:502"])(
    "%s is no identifier",
    async (id) => {
      for (const row of [`${id};1;82;oui;non`, `A;${id};82;oui;non`]) {
        const called = await compute(`médecin;patient;âge;ald;c2s\n${row}\n`);
        expect(called).toMatchObject({ code: 1, out: "" });
        expect(called.err).toContain(`ID_INVALID: identifiant invalide : trouvé "${id}"`);
      }
    },
  );

  test("what only begins like one is", async () => {
    for (const id of ["#12", "#A", "Err1", "#REF"])
      expect((await compute(`patient;âge;ald;c2s\n${id};82;oui;non\n`)).code).toBe(0);
  });
});

describe("a file that holds nothing", () => {
  test.each([
    ["no byte", "", "fichier vide"],
    ["a byte order mark", "\ufeff", "fichier vide"],
    ["blank lines", "\r\n\n \t\n", "fichier vide"],
    ["empty cells", ";;\n;;\n", "fichier vide"],
    ["the separator", "sep=;\n", "fichier vide"],
    ["headers", "âge;ald;c2s\n;;\n", "aucun patient"],
    ["headers under a title", "Titre;;\nâge;ald;c2s\n", "aucun patient"],
    ["a title", "Titre\n", "pas d'en-tête reconnu à la ligne 1"],
  ])("but %s", async (_, list, said) => {
    const called = await compute(list);
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain(`list : ${said}`);
  });
});
