import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandNames, options } from "../../src/cli/arguments/names.ts";
import { bare } from "../../src/words/plain.ts";
import { call, callWith, type Called } from "../support/io.ts";

/** Commands, options and their words, written in French. */

const files = {
  list: "patient;né le;ald;c2s;médecin\nP1;03/05/1940;oui;non;A\nP2;01/01/1990;non;oui;A\n",
  medecins: "médecin;zone\nA;ZIP\n",
};

const argv = (line: string): string[] => line.split(" ");

/** 100 + 5 of base, 10 of C2S, 10 % of the base. */
const total = "125.50";

test("no two have one name, with its accents or without", () => {
  const ofOptions = Object.entries(options).map(([name, { fr }]) => [name, fr] as const);
  for (const entries of [Object.entries(commandNames), ofOptions]) {
    const all = entries.flatMap(([name, fr]) => [...new Set([name, ...fr].map(bare))]);
    expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([]);
  }
});

describe("each name is that of the code", () => {
  const english = "compute list --physicians medecins --year 2026 --format csv --detail lines";

  test.each([
    "calculer list --médecins medecins --année 2026 --format csv --détail lignes",
    "calculer list --medecins medecins --annee 2026 --format csv --detail lignes",
    "calculer list --MÉDECINS=medecins --Annee=2026 --format=csv --detail=LIGNES",
    "CALCULER list --me\u0301decins medecins --anne\u0301e 2026 --format csv --de\u0301tail lignes",
    "calcul list --physicians medecins --an 2026 --format csv --details lines",
  ])("%s", async (french) => {
    const told = await callWith(argv(english), { files });
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining("base.ald-80+.amount") });
    expect(await callWith(argv(french), { files })).toEqual(told);
  });

  test.each([
    ["vérifier list --année 2026", "check list --year 2026"],
    ["controler list --annee 2026", "check list --year 2026"],
    ["correspondance list --annee 2026", "map list --year 2026"],
    ["expliquer list --année 2026 --patient P1", "explain list --year 2026 --patient P1"],
    ["interpretations list --année 2026", "readings list --year 2026"],
    ["questions list --annee 2026", "readings list --year 2026"],
    ["baremes", "schedules"],
    ["barème fr.fmt.2026", "schedule fr.fmt.2026"],
    [
      "sql --annee 2026 --dialecte spark --grain patient",
      "sql --year 2026 --dialect spark --grain patient",
    ],
    ["--aide", "--help"],
    ["calculer --aide", "--help"],
  ])("%s is %s", async (french, english) => {
    const called = await callWith(argv(french), { files });
    expect(called).toEqual(await callWith(argv(english), { files }));
    expect(called.code).toBe(0);
  });

  test("options that change the result", async () => {
    const told = await callWith(
      [
        ...argv("calculer list --médecins medecins --annee 2026 --format json --vide non"),
        ...argv("--changer base.ald-80+.amount=110 --interpretation uplift-base=base-and-c2s"),
        ...argv("--jamais-vu vide --identifiants-communs --sans-refusés --langue anglais"),
      ],
      { files },
    );
    expect(JSON.parse(told.out)).toMatchObject({
      statements: [{ total: ((110 + 5 + 10) * 1.1).toFixed(2) }],
    });
    expect(told.counts).toMatch(/^read 2/);
  });

  test("a sheet of another file", async () => {
    const called = await call("calculer list --annee 2026 --medecins m --feuille médecins=Un", {
      ...files,
      m: files.medecins,
    });
    expect(called.err).toBe("forfait-mt: --feuille : m n'est pas un classeur\n");
  });

  test("what follows -- is no option", async () => {
    const called = await call("calculer --annee 2026 --format json -- --année", {
      "--année": files.list,
    });
    expect(JSON.parse(called.out)).toMatchObject({ statements: [{ total: "115.00" }] });
  });

  test("the total of the example above", async () => {
    const called = await callWith(
      argv("calculer list --medecins medecins --annee 2026 --format json"),
      { files },
    );
    expect(JSON.parse(called.out)).toMatchObject({ statements: [{ total }] });
  });
});

describe("a misspelt name", () => {
  const err = async (line: string): Promise<Called["err"]> => (await call(line, files)).err;

  test.each([
    ["calculez list", "commande inconnue « calculez », calculer ? (voir --aide)"],
    ["verifer list", "commande inconnue « verifer », vérifier ? (voir --aide)"],
    ["bareme-2026", "commande inconnue « bareme-2026 » (voir --aide)"],
    ["calculer list --medcins m", "option inconnue --medcins, --médecins ? (voir --aide)"],
    ["calculer list --yeer 2026", "option inconnue --yeer, --année ? (voir --aide)"],
    ["calculer list --zone ZIP", "option inconnue --zone (voir --aide)"],
    ["calculer list --annee", "--année demande une valeur (voir --aide)"],
    ["calculer list --sans-refuses=oui", "--sans-refusés ne prend pas de valeur (voir --aide)"],
    ["calculer list –annee 2026", "–annee : une option commence par deux tirets, « -- »"],
    ["calculer list --annee 2026 --vide oui", "--vide oui : attendu non"],
  ])("%s", async (line, told) => {
    expect(await err(line)).toBe(`forfait-mt: ${told}\n`);
  });

  test("is named in English too", async () => {
    expect(await err("--langue anglais computes list")).toBe(
      'forfait-mt: unknown command "computes", compute? (see --help)\n',
    );
    expect(await err("compute list --yeer 2026 --locale en")).toBe(
      "forfait-mt: unknown option --yeer, --year? (see --help)\n",
    );
  });
});

test("French messages of the command name its options in French", () => {
  const root = join(import.meta.dirname, "../../src/cli");
  const named = Object.values(options).map(({ fr }) => `--${fr[0]}`);
  const texts = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && name !== "help.ts")
    .flatMap((name) => frenchTexts(readFileSync(join(root, name), "utf8")));
  expect(texts.length).toBeGreaterThan(40);
  const others = texts.flatMap((text) =>
    [...text.matchAll(/--[a-zà-ÿ-]+/g)].flatMap(([name]) => (named.includes(name) ? [] : [text])),
  );
  expect(others).toEqual([]);
});

/** Literals after `fr:`, and the second argument of `fail`. */
function frenchTexts(code: string): string[] {
  const literals = String.raw`((?:(?:"(?:[^"\\]|\\.)*"|${"`"}(?:[^${"`"}\\]|\\.)*${"`"})[\s+]*)+)`;
  const starts = [String.raw`\bfr:\s*`, String.raw`\bfail\(\s*"[A-Z_]+",\s*`];
  return starts.flatMap((start) =>
    [...code.matchAll(new RegExp(start + literals, "g"))].map(([, text]) => text as string),
  );
}
