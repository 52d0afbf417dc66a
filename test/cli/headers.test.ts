import { describe, expect, test } from "vitest";
import {
  IN_LIST_FIELDS,
  PATIENT_FIELDS,
  PHYSICIAN_FIELDS,
  type Names,
} from "../../src/words/fields.ts";
import { readHeader } from "../../src/cli/input/header.ts";
import { call, callWith } from "../support/io.ts";

const cells: Readonly<Record<string, string>> = {
  physicianId: "A",
  id: "1",
  birthDate: "1980",
  age: "45",
  ald: "non",
  c2s: "non",
  seen: "oui",
  lastSeen: "2025",
  prevention: "1",
  visits: "2025",
  registeredFrom: "2020",
  registeredUntil: "2030",
  diedOn: "2030",
  aldFrom: "2020",
  aldUntil: "2030",
  c2sFrom: "2020",
  c2sUntil: "2030",
  zone: "ZIP",
  physicianBirthDate: "1980",
  physicianAge: "45",
  firstInstallation: "2020",
  contract: "non",
  sector: "1",
  activeFrom: "2020-01-01",
  activeUntil: "2030-01-01",
};

function dressed(header: string): string[] {
  const bare = header.normalize("NFD").replace(/\p{M}/gu, "");
  return [
    header,
    header.toUpperCase(),
    bare.replaceAll(" ", "_"),
    bare.toUpperCase().replaceAll(" ", "-"),
    `  ${header.replaceAll(" ", "")}. `,
  ];
}

/** Every header of some fields, each in several dresses: what it is read as. */
function dresses(fields: Names): (readonly [string, string])[] {
  return headers(fields).flatMap(([name, field]) =>
    dressed(name).map((header) => [header, field] as const),
  );
}

function headers(fields: Names): (readonly [string, string])[] {
  return Object.entries(fields).flatMap(([field, names]) =>
    [field, ...names].map((name) => [name, field] as const),
  );
}

/** The columns that a list must have, but for a field. */
const without = (field: string): (readonly [string, string])[] =>
  Object.entries({ age: "45", ald: "non", c2s: "non" }).filter(([name]) => name !== field);

describe("every header of a list", () => {
  const fields = { ...PATIENT_FIELDS, ...IN_LIST_FIELDS };

  test("is read in every dress", () => {
    for (const [header, field] of dresses(fields)) {
      const others = without(field).map(([name]) => name);
      expect([header, readHeader([header, ...others], fields).fields[0]]).toEqual([header, field]);
    }
  });

  test.each(headers(fields))("%s is %s, whose cells are read", async (header, field) => {
    const others = without(field);
    const list = `${[header, ...others.map(([name]) => name)].join(";")}\n${[cells[field], ...others.map(([, cell]) => cell)].join(";")}\n`;
    const called = await call("compute list --year 2026 --format csv", { list });
    expect(called).toMatchObject({ code: 0, err: "" });
  });
});

describe("every header of a file of physicians", () => {
  test("is read in every dress", () => {
    for (const [header, field] of dresses(PHYSICIAN_FIELDS))
      expect([header, readHeader([header], PHYSICIAN_FIELDS).fields[0]]).toEqual([header, field]);
  });

  test.each(headers(PHYSICIAN_FIELDS))("%s is %s, whose cells are read", async (header, field) => {
    const physicians = `${header},adresse\n${cells[field]},x\n`;
    const called = await call("compute list --year 2026 --physicians p --format csv", {
      list: "age,ald,c2s\n45,non,non\n",
      p: physicians,
    });
    expect(called).toMatchObject({ code: 0, err: "p : colonne non lue : « adresse »\n" });
  });
});

describe("a column that is not known", () => {
  test.each([
    ["aeg", "fr", "list : colonne non lue : « aeg »\n"],
    [
      "NIR",
      "fr",
      "list : colonne non lue : « NIR » ; noms et NIR ne servent à rien ici : les effacer de la liste\nlist : sans numéro de dossier, qui est inscrit deux fois est compté deux fois\n",
    ],
    [
      "Date de naisance",
      "en",
      'list: column "Date de naisance" not read; the nearest is date de naissance\n',
    ],
    ["commentaire libre", "fr", "list : colonne non lue : « commentaire libre »\n"],
    ["__proto__", "en", 'list: column not read: "__proto__"\n'],
    ["constructor", "fr", "list : colonne non lue : « constructor »\n"],
    ["rouge \u001b[31m", "fr", "list : colonne non lue : « rouge  [31m »\n"],
  ])("%s is told in a warning, in %s", async (name, locale, err) => {
    const called = await call(`compute list --year 2026 --format csv --locale ${locale}`, {
      list: `age,ald,c2s,${name}\n45,non,non,x\n`,
    });
    expect(called).toMatchObject({ code: 0, err });
  });

  test("that has no header is not told", async () => {
    expect(
      await call("compute list --year 2026 --format csv", { list: "age,ald,c2s,\n45,non,non,x\n" }),
    ).toMatchObject({ code: 0, err: "" });
  });

  test("in the list of the year before is told too", async () => {
    const files = {
      list: "age,ald,c2s\n45,non,non\n",
      before: "age,ald,c2s,couleur\n45,non,non,x\n",
    };
    expect(
      (await call("compute list --year 2024 --previous before --format csv", files)).err,
    ).toContain("before : colonne non lue : « couleur »");
  });

  test("is as long as a novel", async () => {
    const called = await call("compute list --year 2026 --format csv", {
      list: `age,ald,c2s,${"x".repeat(500_000)}\n45,non,non,x\n`,
    });
    expect(called.code).toBe(0);
  });

  test("stands a hundred thousand times", async () => {
    const commas = ",".repeat(100_000);
    const called = await call("compute list --year 2026 --format csv", {
      list: `age,ald,c2s${commas}\n45,non,non${commas}\n`,
    });
    expect(called.code).toBe(0);
  });
});

describe("a header that cannot be read", () => {
  test("no known column", async () => {
    const called = await call("compute list --year 2026", { list: "a,b\n1,2\n" });
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toMatch(
      /^forfait-mt: list : pas d'en-tête reconnu à la ligne 1 \(a, b\) ; colonnes qui sont lues : médecin, identifiant, date de naissance, .*\n$/,
    );
  });

  test("two columns for one field", async () => {
    expect(
      await call("compute list --year 2026", { list: "age,âge,ald,c2s\n1,1,0,0\n" }),
    ).toMatchObject({
      code: 2,
      err: 'forfait-mt: list : deux colonnes pour âge : age, âge (en laisser une : --ignorer "âge")\n',
    });
  });
});

describe("--map", () => {
  const list = "N° dossier;Années;Longue;Solidaire;年龄;###\nX1;45;oui;non;1;2\n";
  const map = { Années: "age", LONGUE: "ald", solidaire: "C2S", "N° dossier": "patient" };
  const line = "compute list --map m --year 2026 --format csv --detail patients";

  test("gives any header a field, or any name of a field", async () => {
    const called = await call(line, { list, m: JSON.stringify(map) });
    expect(called.code).toBe(0);
    expect(called.out).toContain(",X1,55.00,");
  });

  test("tells apart headers of which only the very letters differ", async () => {
    const called = await call(line, {
      list: "年龄;名字;ald;c2s\n45;X1;oui;non\n",
      m: JSON.stringify({ 年龄: "age", 名字: "id" }),
    });
    expect(called.out).toContain(",X1,55.00,");
  });

  test("wins over what a header means by itself", async () => {
    const files = {
      list: "âge;age réel;ald;c2s\n12;82;oui;non\n",
      m: JSON.stringify({ âge: "id", "age réel": "age" }),
    };
    expect((await call(line, files)).out).toContain(",12,100.00,");
  });

  test("serves the file of physicians too", async () => {
    const files = {
      list: "Docteur;age;ald;c2s\nA;45;oui;non\n",
      p: "Docteur;zone\nA;ZIP\n",
      m: JSON.stringify({ Docteur: "physicianId" }),
    };
    expect(
      (await call("compute list --map m --physicians p --year 2026 --format csv", files)).out,
    ).toContain("A,1,55.00,0.00,0.00,5.50,");
  });

  test.each([
    ["[]", "attendu un objet { en-tête: champ }"],
    ["{", "JSON illisible"],
    ['{"Années": 3}', "attendu un objet"],
    [
      '{"Années": "taille"}',
      "champ inconnu « taille » ; champs : médecin, identifiant, date de naissance",
    ],
    ['{"Années": "__proto__"}', "champ inconnu « __proto__ »"],
    ["null", "attendu un objet"],
  ])("%s is refused", async (m, err) => {
    const called = await callWith(line.split(" "), { files: { list, m } });
    expect(called.code).toBe(2);
    expect(called.err).toContain(err);
  });

  test("with the name of an object's own workings does no harm", async () => {
    const called = await call(line, {
      list: "__proto__;age;ald;c2s\nX1;45;oui;non\n",
      m: '{"__proto__": "id"}',
    });
    expect(called.out).toContain(",X1,55.00,");
  });
});
