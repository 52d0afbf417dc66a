import { describe, expect, test } from "vitest";
import fmt2026 from "../../src/schedule/fr/fmt-2026.json" with { type: "json" };
import { commandNames, options } from "../../src/cli/arguments/names.ts";
import { call, callWith, outputOf, type World } from "../support/io.ts";
import { villageWith } from "../support/village.ts";

const files = { list: "age,ald,c2s,vu\n82,oui,non,oui\n40,non,oui,non\n" };

function compute(words: readonly string[], more: World["files"] = {}): ReturnType<typeof callWith> {
  return callWith(["compute", "list", "--format", "json", ...words], {
    files: { ...files, ...more },
  });
}

describe("a wrong call says what is wrong, in one line", () => {
  test.each([
    [["compute"], "attendu une seule LISTE (voir --aide)"],
    [["compute", "list", "list", "--year", "2026"], "attendu une seule LISTE (voir --aide)"],
    [["compute", "list"], "--année manque : l'année de paiement, par exemple --année 2026"],
    [
      ["compute", "list", "--year", "deux mille"],
      "--année deux mille : attendu une année, par exemple 2026",
    ],
    [["compute", "list", "--year", "26"], "--année 26 : attendu une année, par exemple 2026"],
    [["compute", "list", "--year", "1e3"], "--année 1e3 : attendu une année, par exemple 2026"],
    [["compute", "list", "--year"], "--année demande une valeur (voir --aide)"],
    [
      ["compute", "list", "--year=2026", "--skip-invalid=oui"],
      "--sans-refusés ne prend pas de valeur (voir --aide)",
    ],
    [["compute", "list", "--années", "2026"], "option inconnue --années, --année ? (voir --aide)"],
    [["compute", "list", "--year", "2026", "-x"], "option inconnue -x (voir --aide)"],
    [["compute", "list", "--__proto__", "2026"], "option inconnue --__proto__ (voir --aide)"],
    [
      ["compute", "list", "--year", "2026", "--format", "xml"],
      "--format xml : attendu tableau, json, csv, html, markdown",
    ],
    [
      ["compute", "list", "--year", "2026", "--format", "csv", "--detail", "tout"],
      "--détail tout : attendu médecins, lignes, patients",
    ],
    [
      ["compute", "list", "--year", "2026", "--detail", "lines"],
      "--détail va avec --format csv, ou --sortie FICHIER.parquet ou .arrow",
    ],
    [
      ["compute", "list", "--year", "2026", "--locale", "de"],
      "--langue de : attendu français, anglais",
    ],
    [
      ["compute", "list", "--year", "2026", "--reading", "zone-and-age"],
      "--interprétation zone-and-age : attendu nom=valeur",
    ],
    [["compute", "list", "--year", "2026", "--set", "=3"], "--changer =3 : attendu nom=valeur"],
    [["compute", "nowhere", "--year", "2026"], "fichier introuvable : nowhere"],
    [
      ["compute", "list", "--year", "2026", "--physicians", "nowhere"],
      "fichier introuvable : nowhere",
    ],
    [
      ["compute", "list", "--year", "2026", "--previous", "nowhere"],
      "fichier introuvable : nowhere",
    ],
    [["compute", "list", "--year", "2026", "--map", "nowhere"], "fichier introuvable : nowhere"],
    [["compute", "list", "--year", "2026", "--patch", "nowhere"], "fichier introuvable : nowhere"],
    [
      ["compute", "list", "--year", "2026", "--schedule", "nowhere.json"],
      "fichier introuvable : nowhere.json",
    ],
    [["calcule", "list"], "commande inconnue « calcule », calculer ? (voir --aide)"],
    [["__proto__"], "commande inconnue « __proto__ » (voir --aide)"],
    [["constructor"], "commande inconnue « constructor » (voir --aide)"],
    [["schedule"], "attendu l'ID d'un barème (voir npx forfait-medecin-traitant barèmes)"],
    [["schedule", "fr.fmt.2026", "encore"], "argument de trop : encore (voir --aide)"],
    [["schedule", "fr.fmt.2026", "--format", "csv"], "--format csv : attendu tableau, json"],
    [["schedules", "encore"], "argument de trop : encore (voir --aide)"],
    [["explain", "list", "--year", "2026"], "--patient manque : l'identifiant du patient"],
    [
      ["explain", "list", "--year", "2026", "--patient", "P9"],
      "aucun patient « P9 » dans la liste",
    ],
    [["readings", "--year", "2026"], "attendu une seule LISTE (voir --aide)"],
  ] as const)("%j", async (argv, err) => {
    expect(await callWith(argv, { files })).toMatchObject({
      code: 2,
      out: "",
      err: `forfait-mt: ${err}\n`,
    });
  });

  test.each([
    ["check list --year 2026 --out F", "vérifier ne prend pas --sortie (voir --aide)"],
    ["map list --year 2026 --format json", "correspondance ne prend pas --format (voir --aide)"],
    ["compute list --year 2026 --patient P1", "calculer ne prend pas --patient (voir --aide)"],
    ["explain list --year 2026 --patient P1 --out F", "expliquer ne prend pas --sortie"],
    ["explain list --year 2026 --patient P1 --counts F", "expliquer ne prend pas --effectifs"],
    ["readings list --year 2026 --rejects F", "interprétations ne prend pas --refusés"],
    ["sql --year 2026 --previous F", "sql ne prend pas --année-précédente"],
    ["schedules --year 2026", "barèmes ne prend pas --année"],
    ["schedule fr.fmt.2026 --set base.ald-80+.amount=110", "barème ne prend pas --changer"],
  ])("what a command would leave aside: %s", async (line, err) => {
    const called = await call(line, files);
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain(`forfait-mt: ${err}`);
    expect([...called.files.keys()]).toEqual(["list"]);
  });

  test("in English too", async () => {
    expect((await call("readings list --year 2026 --out F --locale en", files)).err).toBe(
      "forfait-mt: readings takes no --out (see --help)\n",
    );
    expect(await call("compute list --locale=en", files)).toMatchObject({
      code: 2,
      err: "forfait-mt: --year is missing: the payment year, for example --year 2026\n",
    });
    expect(await call("--locale en compute list --years 3", files)).toMatchObject({
      code: 2,
      err: "forfait-mt: unknown option --years, --year? (see --help)\n",
    });
  });

  test.each([
    [["--year", "2040"], "DATE_NOT_COVERED: "],
    [["--year", "1789"], "YEAR_INVALID: "],
    [["--year", "2026", "--schedule", "fr.fmt.2027"], "SCHEDULE_UNKNOWN: "],
    [["--year", "2026", "--schedule", "__proto__"], "SCHEDULE_UNKNOWN: "],
    [["--year", "2026", "--reading", "couleur=bleu"], "READING_UNKNOWN: "],
    [["--year", "2026", "--reading", "__proto__=x"], "READING_UNKNOWN: "],
    [["--year", "2026", "--reading", "zone-and-age=bleu"], "READING_OPTION_UNKNOWN: "],
    [["--year", "2026", "--set", "base.nobody.amount=3"], "PATCH_PATH_UNKNOWN: "],
    [["--year", "2026", "--set", "__proto__.amount=3"], "PATCH_PATH_UNKNOWN: "],
    [["--year", "2026", "--set", "base.ald-80+.amount=1.234"], "SCHEDULE_INVALID: "],
    [["--year", "2026", "--set", "base.ald-80+.amount=-1"], "SCHEDULE_INVALID: "],
    [["--year", "2026", "--set", "base.80+=null"], "SCHEDULE_GAP: "],
    [["--year", "2026", "--set", "base=[]"], "SCHEDULE_INVALID: "],
    [["--year", "2026", "--set", "base.cases={}"], "PATCH_PATH_UNKNOWN: "],
  ] as const)("%j is refused by its code", async (words, code) => {
    const called = await compute(words);
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err.startsWith(`forfait-mt: ${code}`)).toBe(true);
    expect(called.err.match(/\n/g)).toHaveLength(1);
  });
});

describe("help and version", () => {
  test("--help", async () => {
    const fr = await call("--help");
    expect(fr).toMatchObject({ code: 0, err: "" });
    expect(fr.out).toContain("npx forfait-medecin-traitant COMMANDE");
    expect(fr.out).toContain("  calculer LISTE --année N");
    const en = await call("compute --help --locale en");
    expect(en.out).toContain("npx forfait-medecin-traitant COMMAND");
    expect(en.out).toContain("  compute LIST --year N");
    expect((await call("-h")).out).toBe(fr.out);
  });

  test("no word at all", async () => {
    const { out: help } = await call("--help");
    expect(await call("")).toMatchObject({ code: 2, out: "", err: help.replaceAll("\u00a0", " ") });
  });
  test("--version", async () =>
    expect(await call("--version")).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    }));

  test("every command and option, with its French names, is in both languages of the help", async () => {
    const english = [
      ...Object.keys(commandNames).map((name) => `  ${name} `),
      ...Object.keys(options).map((name) => `--${name}`),
    ];
    const french = [
      ...Object.values(commandNames).flat(),
      ...Object.values(options).flatMap(({ fr }) => fr.map((name) => `--${name}`)),
    ];
    const [fr, en] = [(await call("--help")).out, (await call("--help --locale en")).out];
    expect([...english, ...french].filter((name) => !en.includes(name))).toEqual([]);
    expect(french.filter((name) => !fr.includes(name))).toEqual([]);
  });
});

describe("what to compute by", () => {
  const total = async (
    words: readonly string[],
    more?: World["files"],
  ): Promise<string | undefined> => outputOf(await compute(words, more)).statements[0]?.total;

  test("the year", async () => {
    expect(await total(["--year", "2026"])).toBe("115.00");
    expect(outputOf(await compute(["--year", "2025"])).statements[0]).toMatchObject({
      schedule: { id: "fr.fpmt.2024" },
    });
  });

  test("--reading, several times", async () => {
    expect(await total(["--year", "2026", "--reading", "not-seen-c2s=lost"])).toBe("105.00");
    const statement = outputOf(
      await compute([
        "--year",
        "2026",
        "--reading",
        "not-seen-c2s=lost",
        "--reading",
        "zone-and-age=highest",
      ]),
    ).statements[0];
    expect(statement).toMatchObject({
      readings: { "not-seen-c2s": "lost", "zone-and-age": "highest" },
    });
  });

  test("--set, several times", async () => {
    expect(
      await total([
        "--year",
        "2026",
        "--set",
        "base.ald-80+.amount=110",
        "--set",
        "c2s.amount=0.5",
      ]),
    ).toBe("115.50");
  });

  test("--set that takes away a default stops before anything is written", async () => {
    for (const format of ["table", "json", "csv"]) {
      const called = await call(
        `compute list --year 2026 --format ${format} --set reads.ifMissing.zone=null`,
        { list: "médecin,age,ald,c2s,zone\nA,82,oui,non,ZIP\nB,82,oui,non,\n" },
      );
      expect(called).toMatchObject({
        code: 2,
        out: "",
        err: expect.stringMatching(/^forfait-mt: FACT_MISSING: .*physician\.zone/),
      });
    }
  });

  test("--set takes null, lists and objects as JSON", async () => {
    const done = { list: "age,ald,c2s,prévention,zone\n82,oui,oui,hba1c,ZIP\n" };
    expect(await total(["--year", "2026"], done)).toBe("125.00");
    expect(await total(["--year", "2026", "--set", 'uplifts.of=["base","c2s"]'], done)).toBe(
      "126.00",
    );
    expect(
      outputOf(await compute(["--year", "2026", "--set", "prevention.hba1c=null"], done)).rejected,
    ).toMatchObject([{ refusals: [{ code: "PREVENTION_UNKNOWN" }] }]);
    const added = { fr: "Prime", en: "Bonus", per: "patient", amount: "7", paid: "quarters" };
    expect(await total(["--year", "2026", "--set", `prime=${JSON.stringify(added)}`])).toBe(
      "129.00",
    );
  });

  test("--patch, and --set on top of it", async () => {
    const patch = JSON.stringify({ "base.ald-80+.amount": "200", "c2s.amount": "20" });
    expect(await total(["--year", "2026", "--patch", "p"], { p: `\ufeff${patch}` })).toBe("225.00");
    expect(
      await total(["--year", "2026", "--patch", "p", "--set", "c2s.amount=30"], { p: patch }),
    ).toBe("235.00");
  });

  test.each([
    ["[]", "p : attendu un objet { chemin: valeur }"],
    ["3", "p : attendu un objet { chemin: valeur }"],
    ["null", "p : attendu un objet { chemin: valeur }"],
    ["{", "p : JSON illisible"],
  ])("--patch %s is refused", async (p, err) => {
    expect(await compute(["--year", "2026", "--patch", "p"], { p })).toMatchObject({
      code: 2,
      err: `forfait-mt: ${err}\n`,
    });
  });

  test.each([
    '{"__proto__": {"amount": "1"}}',
    '{"base": 5, "base.x": 1}',
    '{"base.x": 5, "base.x.amount": 1}',
    '{"reads": 3, "reads.on": 4}',
    '{"uplifts": {"cases": 3}}',
    '{"": 1}',
    '{".": 1}',
    '{"..": null}',
    '{"base.": {}}',
  ])("--patch %s is refused by a code", async (p) => {
    const called = await compute(["--year", "2026", "--patch", "p"], { p });
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toMatch(/^forfait-mt: [A-Z_]+: .*\n$/);
  });

  test("--schedule: an id, a document, an amendment", async () => {
    expect(await total(["--year", "2026", "--schedule", "fr.fmt.2026"])).toBe("115.00");
    expect(
      await total(["--year", "2026", "--schedule", "s.json"], {
        "s.json": JSON.stringify(fmt2026),
      }),
    ).toBe("115.00");
    expect(
      await total(["--year", "2026", "--schedule", "village"], {
        village: JSON.stringify(villageWith({ "reads.ifMissing.prevention": "none" })),
      }),
    ).toBe((50 + 20 + 4 + (50 + 20) * 0.09).toFixed(2));
    const amendment = {
      id: "fr.mine",
      version: "1",
      over: "fr.fmt.2026",
      patch: { "c2s.amount": "11" },
    };
    const called = await compute(["--year", "2030", "--schedule", "a.json"], {
      "a.json": JSON.stringify(amendment),
    });
    expect(outputOf(called).statements[0]).toMatchObject({
      total: "116.00",
      warnings: expect.arrayContaining([expect.objectContaining({ code: "outside-period" })]),
    });
  });

  test("--schedule whose reading is named as what every object has", async () => {
    const document = JSON.stringify(villageWith({ "reads.ifMissing.prevention": "none" })).replace(
      '"uplift-base":',
      '"constructor":',
    );
    expect(
      outputOf(await compute(["--year", "2026", "--schedule", "v.json"], { "v.json": document }))
        .statements[0],
    ).toMatchObject({ readings: { constructor: "base" } });
  });

  test.each([
    ["{}", "SCHEDULE_INVALID: "],
    ["[", "s.json : JSON illisible"],
    ["null", "SCHEDULE_INVALID: "],
    ['{"__proto__":{}}', "SCHEDULE_UNKNOWN_KEY: "],
    ['{"over":"fr.fmt.2026"}', "SCHEDULE_INVALID: "],
  ])("--schedule %s is refused", async (s, err) => {
    const called = await compute(["--year", "2026", "--schedule", "s.json"], { "s.json": s });
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain(`forfait-mt: ${err}`);
  });
});
