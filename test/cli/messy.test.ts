import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { call, outputOf } from "../support/io.ts";

/**
 * Lists as they are found, in fixtures/messy, with what a secretary does: the command, then, if it
 * sends them back, what its answer says. It sends them back once at most.
 */

const folder = join(import.meta.dirname, "../../fixtures/messy");
const names = readdirSync(folder).filter((name) => name !== "README.md");
const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));

/** An option to add, or a cell or a line to change: what was there, what stands in its place. */
type Mend = string | readonly (readonly [was: string | RegExp, is: string])[];

interface Case {
  /** Other files of the call. */
  readonly more?: string;
  /** What the answer says, if it sends back. */
  readonly says?: string;
  readonly mend?: Mend;
  /** The file that is mended, if it is not the list. */
  readonly of?: string;
  /** What patients bring, one after the other. */
  readonly total: number;
}

const [two, dates] = [100 + (5 + 10), 55 + (55 + 10) + 5];
const [blankForNo, ofTitle] = [100 + (5 + 10) + 15, 100 + (5 + 10) + 15 + 5];
const total: Mend = [[/TOTAL;.*\n/, ""]];

const cases: Readonly<Record<string, Case>> = {
  "titre-et-total.csv": { says: "supprimer cette ligne", mend: total, total: ofTitle },
  "sans-titre.csv": { says: "supprimer cette ligne", mend: total, total: ofTitle },
  "croix.csv": { says: "--vide non", mend: "--vide non", total: 100 + (5 + 10) + (15 + 10) + 55 },
  "dates-1-2-1950.csv": { total: dates },
  "dates-points.csv": { total: dates },
  "dates-minuit.csv": { total: dates },
  "dates-americaines.csv": {
    says: "ordre américain",
    mend: [
      ["02/13/1950", "13/02/1950"],
      ["03/14/1971", "14/03/1971"],
    ],
    total: dates,
  },
  "dates-en-lettres.csv": {
    says: "l'écrire en entier (1945)",
    mend: [["01-FEB-50", "01-FEB-1950"]],
    total: 55 + (5 + 10) + 15,
  },
  "dates-an-court.csv": {
    says: "avec l'année en entier",
    mend: [
      ["01/02/50", "01/02/1950"],
      ["03/05/40", "03/05/1940"],
      ["14/03/71", "14/03/1971"],
    ],
    total: dates,
  },
  "dates-numeros-excel.csv": {
    says: "mettre la colonne au format Date",
    mend: [
      ["18295", "01/02/1950"],
      ["14734", "03/05/1940"],
      ["26005", "13/03/1971"],
    ],
    total: dates,
  },
  "vide-pour-non.csv": { says: "--vide non", mend: "--vide non", total: blankForNo },
  "x-pour-oui.csv": { says: "--vide non", mend: "--vide non", total: blankForNo },
  "mots.csv": {
    says: "attendu : oui, non, sans participation ou avec participation",
    mend: [
      [";-\n", ";non\n"],
      [";AME\n", ";non\n"],
    ],
    total: 100 + 10 + 5 + (55 + 10) + (55 + 10) + (5 + 10) + 55,
  },
  "ages-en-mots.csv": { total: two },
  "utf8-virgules.csv": { total: two },
  "utf16-tabulations.txt": { total: two },
  "fins-de-ligne-mac.csv": { total: two },
  "lignes-vides-dabord.csv": { total: two },
  "sep-excel.csv": { total: two },
  "classeur.xlsx": { total: two },
  "classeur.ods": { total: two },
  "venue-vide.csv": {
    says: "--jamais-vu vide",
    mend: "--jamais-vu vide",
    total: 100 + (5 + 10) + 5,
  },
  "jamais-venu.csv": { total: 100 + (5 + 10) },
  "ne-en-2026.csv": { total: 100 },
  "declares-en-2026.csv": { total: 100 },
  "lignes-en-double.csv": { total: 100 + (5 + 10) + 100 },
  "cellule-de-trop.csv": {
    says: "effacer la cellule qui dépasse",
    mend: [[";à revoir", ""]],
    total: two,
  },
  "guillemet-ouvert.csv": {
    says: "un guillemet ouvert à la ligne 2",
    mend: [['"', ""]],
    total: two,
  },
  "deux-fichiers.csv": {
    more: "--médecins medecins-zrr.csv",
    says: "attendu : ZIP, QPV, ZAC ou aucune ; 2 patients attendent cette correction",
    mend: [["ZRR", "aucune"]],
    of: "medecins-zrr.csv",
    total: two,
  },
  "abreviations.csv": {
    says: "supprimer cette ligne",
    mend: [[/"Nombre de patients[^\n]*\n/, ""]],
    total: two,
  },
  "utf8-coches.csv": {
    says: '{ "Vu en 2024 ou 2025": "vu" }',
    mend: [["Vu en 2024 ou 2025", "Vu"]],
    total: 100 + (5 + 10),
  },
  "utf8-age-au-jour.csv": {
    says: '{ "Âge au 31/12/2025": "âge" }',
    mend: [["Âge au 31/12/2025", "Âge"]],
    total: two,
  },
  "date-en-trois-colonnes.csv": {
    says: "colonne manquante : date de naissance ou âge",
    mend: [
      ["Jour;Mois;Année", "Date de naissance"],
      ["3;5;1940", "03/05/1940"],
      ["14;3;1971", "14/03/1971"],
    ],
    total: two,
  },
  "fin-ald.csv": {
    says: "colonne manquante : ALD",
    mend: [
      ["ALD n°;", "ALD n°;ALD;"],
      ["F;8;", "F;8;oui;"],
      ["1971;M;;", "1971;M;;non;"],
      ["1950;M;30;", "1950;M;30;non;"],
    ],
    total: 100 + (5 + 10) + 15,
  },
  "carte.csv": {
    more: "--correspondance carte-word.json",
    says: "guillemets d'un traitement de texte ?",
    mend: [[/[“”]/g, '"']],
    of: "carte-word.json",
    total: two,
  },
};

test("every file is tried", () => {
  const others = ["medecins-zrr.csv", "carte-word.json"];
  expect(names.filter((name) => !others.includes(name)).sort()).toEqual(Object.keys(cases).sort());
});

test.each(Object.entries(cases))("%s sends back once at most", async (name, one) => {
  const line = `calculer ${name} ${one.more ?? ""} --année 2026 --format json`;
  const first = await call(line, files);
  if (one.says === undefined) return expect(totalOf(first)).toBe(one.total.toFixed(2));
  expect(first.code).not.toBe(0);
  expect(first.err).toContain(one.says);
  const { mend = "", of = name } = one;
  const isOption = typeof mend === "string";
  const encoding = /utf-?8|mots|carte-word/.test(of) ? "utf8" : "latin1";
  const mended = (isOption ? [] : mend).reduce(
    (text, [was, is]) => text.replace(was, is),
    (files[of] as Buffer).toString(encoding),
  );
  const second = await call(isOption ? `${line} ${mend}` : line, {
    ...files,
    [of]: Buffer.from(mended, encoding),
  });
  expect([second.code, totalOf(second)]).toEqual([0, one.total.toFixed(2)]);
});

test("what is wrong without stopping is told", async () => {
  const told = async (name: string): Promise<string> =>
    (await call(`calculer ${name} --année 2026`, files)).err;
  expect(await told("lignes-en-double.csv")).toContain(
    "sans numéro de dossier, qui est inscrit deux fois est compté deux fois",
  );
  expect(await told("titre-et-total.csv")).toContain("en-têtes à la ligne 4");
});

function totalOf(called: Awaited<ReturnType<typeof call>>): string | undefined {
  return called.out === "" ? called.err : outputOf(called).statements[0]?.total;
}
