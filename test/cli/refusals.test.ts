import { describe, expect, test } from "vitest";
import { fieldName } from "../../src/words/field-names.ts";
import {
  IN_LIST_FIELDS,
  PATIENT_FIELDS,
  PHYSICIAN_FIELDS,
  PRACTICE_FIELDS,
} from "../../src/words/fields.ts";
import { headerWords } from "../../src/words/headers.ts";
import { call, outputOf } from "../support/io.ts";

/** Refusals are told once for each cause. */

test("a cause of many rows is one line, with three of them and what to do", async () => {
  const list = `né le;ald;c2s\n${"01/02/50;non;non\n".repeat(1100)}16558;X?;non\n`;
  const { err } = await call("compute list --year 2026", { list });
  const lines = err.trimEnd().split("\n");
  expect(lines).toHaveLength(7);
  expect(lines[0]).toBe(
    "list, colonne né le, DATE_INVALID, 1 100 lignes: date invalide : " +
      'trouvé "01/02/50" (ligne 2), "01/02/50" (ligne 3), "01/02/50" (ligne 4)… ; ' +
      "attendu : JJ/MM/AAAA, MM/AAAA ou AAAA (ou AAAA-MM-JJ) " +
      "(année à deux chiffres, de quel siècle ? l'écrire en entier (1945))",
  );
  expect(lines[1]).toBe(
    "  Exporter de nouveau, avec l'année en entier : Excel prendrait 25 pour 2025.",
  );
  expect(lines[2]).toMatch(/^list, ligne 1102, colonne né le, DATE_INVALID: .*Excel/);
  expect(lines[3]).toMatch(/^ {2}Dans Excel : .* Format de cellule, Date/);
  expect(lines[4]).toMatch(/^list, ligne 1102, colonne ald, ALD_INVALID: .*trouvé "X\?"/);
  const english = await call("compute list --year 2026 --locale en", { list });
  expect(english.err).toContain(", 1,100 rows: ");
  expect(english.err).toMatch(/\n1,101 rows refused/);
  expect(lines[6]).toMatch(/^1 101 lignes refusées/);
});

test("what is allowed of each row stands beside it", async () => {
  const list = "âge;né le;ald;c2s\n76;1950;oui;non\n77;1951;oui;non\n";
  const { err } = await call("compute list --year 2026 --locale en", { list });
  expect(err).toContain("list, column âge, AGE_DISAGREES, 2 rows: ");
  expect(err).toContain('found "76", allowed 75, from birthDate 1950');
  expect(err).toContain('"77", allowed 74, from birthDate 1951');
  expect(err).toContain('To read the date alone: --ignore "âge"');
});

test("rows of JSON have their place in the list", async () => {
  const row = { age: 40, ald: "Non ?", c2s: false };
  const { err } = await call("compute list --year 2026", { list: JSON.stringify([row, row]) });
  expect(err).toContain(
    'list, ALD_INVALID, 2 lignes: ALD invalide : trouvé "Non ?" (patients[0].ald), "Non ?" (patients[1].ald) ; attendu : oui ou non\n',
  );
});

test("patients wait once for the row of their physician", async () => {
  const files = {
    list: `médecin;age;ald;c2s\n${"A;40;non;non\n".repeat(20)}`,
    p: "id;zone\nA;ZRR\n",
  };
  const { err } = await call("compute list --physicians p --year 2026", files);
  expect(err.trimEnd().split("\n")).toHaveLength(3);
  expect(err).toContain("attendu : ZIP, QPV, ZAC ou aucune");
});

describe("words of a secretary", () => {
  const err = async (list: string, more = ""): Promise<string> =>
    (await call(`compute list --year 2026 ${more}`, { list })).err;

  test("a blank is a blank, and no column is to be deleted for it", async () => {
    const told = await err("né le;ald;c2s;dernière venue\n1950;oui;non;\n1951;oui;non;2025\n");
    expect(told).toContain("trouvé une case vide ; attendu : une date, ou « non » si le patient");
    expect(told).not.toContain("pas de colonne");
    expect(told).toContain("  Dans Excel : Données, Filtrer, « (Vides) » montre ces lignes");
  });

  test("fields, days and answers are French in French", async () => {
    const told = await err(
      "né le;âge;ald;c2s;vu;dernière venue\n01/02/1950;76;oui;non;oui;01/03/2020\n",
    );
    expect(told).toContain("attendu : 75, d'après la date de naissance (01/02/1950)\n");
    expect(told).toContain("attendu : non, d'après la dernière venue (01/03/2020)\n");
    expect(told).toContain('Pour ne lire que la date : --ignorer "âge"\n');
    expect(told).not.toMatch(/birthDate|lastSeen|false|\d{4}-\d{2}/);
  });

  test("what is shown as missing in JSON is what stands there", async () => {
    const told = await err(JSON.stringify([{ age: 40, ald: "NULL", c2s: null }, { age: 41 }]));
    expect(told).toMatch(/ALD_MISSING, 2 lignes: .* trouvé "NULL" \(.*\), une case vide \(/);
    expect(told).toMatch(/C2S_MISSING, 2 lignes: .* trouvé null \(/);
  });

  test("the rest is offered where it says something", async () => {
    const rows = (bad: number): string =>
      `né le;ald;c2s\n${"x;oui;non\n".repeat(bad)}${"1950;oui;non\n".repeat(4)}`;
    expect(await err(rows(3))).toContain("3 lignes refusées : rien n'est calculé (--sans-refusés");
    expect(await err(rows(5))).toMatch(/5 lignes refusées : rien n'est calculé\n/);
  });

  test("where nobody is left there is no statement", async () => {
    for (const format of ["table", "csv", "json"]) {
      const called = await call(`compute list --year 2026 --skip-invalid --format ${format}`, {
        list: "né le;ald;c2s\nx;oui;non\ny;oui;non\n",
      });
      expect(called.code).toBe(1);
      expect(called.err).toContain("2 patients refusés sur 2 : il n'en reste aucun, pas de relevé");
      if (format === "json") expect(outputOf(called).statements).toEqual([]);
      else expect(called.out).toBe("");
    }
  });

  test("of two physicians, one may have nobody left, and is named", async () => {
    const called = await call("compute list --year 2026 --skip-invalid --format csv", {
      list: "médecin;né le;ald;c2s\nA;x;oui;non\nB;1950;oui;non\nB;1951;oui;non\n",
    });
    expect(called.out).toMatch(/^physicianId,.*\nB,2,.*\n$/);
    expect(called.err).toContain("patients refusés : 1 sur 3 ; le total porte sur 2\n");
    expect(called.err).toContain("pas de relevé, faute d'un patient accepté : A\n");
  });

  test("the statement says how many are not in it", async () => {
    const called = await call("compute list --year 2026 --skip-invalid", {
      list: "né le;ald;c2s\nx;oui;non\n1950;oui;non\n1951;oui;non\n",
    });
    expect(called.out).toContain("1 ligne sur 3 non comptée (date invalide");
  });

  test("names and NIR are no identifiers, and have no place in a list", async () => {
    const told = await err(
      "NIR patient;Nom du patient;Prénom;N° de sécurité sociale;Sexe;né le;ald;c2s\n1;A;B;2;F;1950;oui;non\n",
    );
    expect(told).toBe(
      "list : colonnes non lues : « NIR patient », « Nom du patient », « Prénom », « N° de sécurité sociale » ; noms et NIR ne servent à rien ici : les effacer de la liste\n" +
        "list : sans numéro de dossier, qui est inscrit deux fois est compté deux fois\n",
    );
  });

  test("the file is named, whatever stops its reading", async () => {
    expect(await err('né le;ald;c2s\n1950;"oui;non\n')).toMatch(
      /^forfait-mt: list : un guillemet ouvert à la ligne 2 /,
    );
    const mixed = Buffer.concat([Buffer.from("né le;ald;c2s\n"), Buffer.from([0xe9, 0x3b])]);
    const files = { list: new Uint8Array(mixed) };
    expect((await call("compute list --year 2026", files)).err).toMatch(
      /^forfait-mt: list : le fichier mélange plusieurs encodages/,
    );
    const ofPhysicians = { list: "né le;ald;c2s\n1950;oui;non\n", p: 'id;zone\nA;"ZIP\n' };
    expect((await call("compute list --physicians p --year 2026", ofPhysicians)).err).toMatch(
      /^forfait-mt: p : un guillemet ouvert/,
    );
  });
});

test("every field has a French name, which means it", () => {
  for (const names of [PATIENT_FIELDS, PHYSICIAN_FIELDS, PRACTICE_FIELDS, IN_LIST_FIELDS])
    for (const field of Object.keys(names))
      expect([field, headerWords(names).read(fieldName(field, "fr")).field]).toEqual([
        field,
        field,
      ]);
});

describe("a message does not ask for what it refuses", () => {
  const told = async (header: string, cell: string, other = "né le"): Promise<string> => {
    const list = `${header};${other};ald;c2s\n${cell};1950;non;non\n`;
    return (await call("compute list --year 2026 --locale en", { list })).err;
  };

  test.each([
    ["75-79", "--counts"],
    ["80 ans et plus", "--counts"],
    ["moins de 7 ans", "--counts"],
    ["x", "a whole number from 0 to 129"],
  ])("an age %s", async (cell, words) => {
    const list = `âge;ald;c2s\n${cell};non;non\n`;
    const { err } = await call("compute list --year 2026 --locale en", { list });
    expect(err).toContain(words);
  });

  test("a column of age bands", async () => {
    const list = "Tranche d'âge;ald;c2s\n75-79;non;non\n";
    const { err } = await call("compute list --year 2026 --locale en", { list });
    expect(err).toContain("missing column: birthDate or age");
    expect(err).toContain("age band is given by --counts");
    expect(err).not.toContain('"age"');
    expect(await told("Tranche d'âge", "75-79")).toContain('column not read: "Tranche d\'âge"');
  });

  test.each([
    ["oui", "answers yes or no"],
    ["Non", "answers yes or no"],
    ["10100123456.5", "without decimals"],
    ["#REF!", "this formula fails"],
    ["1,01E+10", "it has lost digits"],
  ])("an id %s", async (cell, words) => {
    for (const header of ["médecin", "identifiant"]) {
      const err = await told(header, `"${cell}"`);
      expect(err).toContain("ID_INVALID");
      expect(err).toContain(words);
    }
  });

  test.each([
    ["15/10/2026", "a colon between"],
    ["grippe 15/10/2026", "a colon between"],
    ["grippe (2026-10-15)", "a colon between"],
    ["grippe:hier", "YYYY-MM-DD"],
    ["deux", "or their number"],
  ])("prevention %s", async (cell, words) => {
    expect(await told("prévention", cell)).toContain(words);
  });

  test("the American order has its own mend", async () => {
    const err = await told("dernière consultation", "02/25/2025");
    expect(err).toContain("American order");
    expect(err).toContain("Text to Columns");
  });

  test("lost accents have theirs", async () => {
    const err = await told("né", "x", "né le");
    expect(err).not.toContain("Accents are lost");
    const list = "né le;ald;c2s\n1 f?vrier 1950;non;non\n";
    const called = await call("compute list --year 2026 --locale en", { list });
    expect(called.err).toContain("Accents are lost: export again");
  });
});
