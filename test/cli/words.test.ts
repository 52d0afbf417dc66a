import { describe, expect, test } from "vitest";
import { fieldName } from "../../src/words/field-names.ts";
import { call, outputOf } from "../support/io.ts";
import { amountsOf } from "../support/amounts.ts";

/** What a list says is read, or refused with what to do: findings on files that people have. */

const line = "compute list --year 2026 --format csv";

describe("a column near a known one", () => {
  const list = "age;ald;c2s;Date dern. consult. cabinet\n82;oui;non;2020\n";
  const name = "Date dern. consult. cabinet";

  test("stops the command, with what to write", async () => {
    const { code, out, err } = await call(line, { list });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("list : colonnes non lues, proches de colonnes connues");
    expect(err).toContain(
      `--correspondance FICHIER, qui contient { "${name}": "dernière consultation" }`,
    );
    expect(err).toContain(`--ignorer "${name}"`);
  });

  test("is read by the map that is shown", async () => {
    const called = await call(`${line} --map m`, {
      list,
      m: JSON.stringify({ [name]: "lastSeen" }),
    });
    expect(called).toMatchObject({ code: 0, err: "" });
    expect(amountsOf(called)[1]).toMatch(/,5\.00$/);
  });

  test.each(["Non ALD", "Hors ALD", "ALD refusée"])(
    "that denies it, such as %s, is read with its answers the other way round",
    async (header) => {
      const denied = `age;${header};c2s\n82;oui;non\n`;
      const { err } = await call(line, { list: denied });
      const map = /par exemple (\{.*\})\)/.exec(err)?.[1] ?? "";
      const called = await call(`${line} --map m`, { list: denied, m: map });
      expect(amountsOf(called)[1]).toMatch(/,55\.00$/);
    },
  );

  test.each(["map", "ignore"])("is left out by --%s", async (option) => {
    const called =
      option === "map"
        ? await call(`${line} --map m`, { list, m: JSON.stringify({ [name]: null }) })
        : await call(`${line} --ignore date_dern_consult_cabinet`, { list });
    expect(called).toMatchObject({ code: 0, err: "" });
    expect(amountsOf(called)[1]).toMatch(/,100\.00$/);
  });

  test("of the physicians stops too, in both ways of computing", async () => {
    const files = {
      list: "age,ald,c2s\n45,oui,non\n",
      p: "id,zone,naissance_pro\nA,ZIP,1950-01-01\n",
    };
    const { code, err } = await call(`${line} --physicians p`, files);
    expect(code).toBe(2);
    expect(err).toContain("p : colonnes non lues");
    expect(err).toContain('{ "naissance_pro": "date de naissance" }');
  });

  test("of a field that another column holds is only told", async () => {
    const called = await call(line, { list: "âge;ald;c2s;Type d'ALD\n82;oui;non;8\n" });
    expect(called).toMatchObject({
      code: 0,
      err: expect.stringContaining("« Type d'ALD » non lue"),
    });
  });
});

describe("--ignore", () => {
  test("leaves out a column that is read: an age of the day of the export", async () => {
    const list = "Né le;Âge;ALD;C2S\n15/02/1950;76;non;non\n";
    expect((await call(line, { list })).err).toContain("AGE_DISAGREES");
    expect(await call(`${line} --ignore Âge`, { list })).toMatchObject({ code: 0, err: "" });
  });

  test("leaves out one of two columns for a field, and may stand twice", async () => {
    const list = "age;âge;ald;c2s;couleur\n82;3;oui;non;x\n";
    const called = await call(`${line} --ignore âge --ignore Couleur`, { list });
    expect(called).toMatchObject({ code: 0, err: "", out: expect.stringContaining(",1,100.00,") });
  });

  test("of a column that no file has is refused", async () => {
    const called = await call(`${line} --ignore Agee`, { list: "age;ald;c2s\n82;oui;non\n" });
    expect(called).toMatchObject({ code: 2, err: expect.stringContaining("--ignorer « Agee »") });
  });
});

describe("--map", () => {
  const map = {
    Zonage: { field: "zone", values: { HZ: "none", "1": "ZIP" } },
    Longue: { field: "ald", values: { L: "oui" } },
  };
  const m = JSON.stringify(map);

  test("gives words their meaning, in the list and in the physicians' file", async () => {
    const files = {
      list: "médecin;age;Longue;c2s\nA;45;L;non\nB;45;l;non\n",
      p: "id;Zonage\nA;1\nB;HZ\n",
      m,
    };
    const called = await call(`${line} --physicians p --map m`, files);
    expect(called).toMatchObject({ code: 0, err: "" });
    expect(called.out).toContain("A,1,55.00,0.00,0.00,5.50,");
    expect(called.out).toContain("B,1,55.00,0.00,0.00,0.00,");
  });

  test.each([
    [{ age: { field: "ald", values: { L: "perhaps" } } }, "« perhaps »"],
    [{ age: { values: { L: {} } } }, "attendu un objet"],
    [{ age: { colonne: "ald" } }, "attendu un objet"],
    [{ age: { champ: "ald", field: "ald" } }, "attendu un objet"],
    [{ age: [] }, "attendu un objet"],
  ])("%j is refused", async (own, err) => {
    const called = await call(`${line} --map m`, {
      list: "age;ald;c2s\n45;L;non\n",
      m: JSON.stringify(own),
    });
    expect(called).toMatchObject({ code: 2, err: expect.stringContaining(err) });
  });
});

test("an abbreviated header is read: the last consultation, of 2020, is not in two years", async () => {
  const called = await call(line, { list: "Dernière cons.;age;ald;c2s\n01/03/2020;82;oui;non\n" });
  expect(called).toMatchObject({ code: 0, err: "", out: expect.stringContaining(",1,5.00,0.00,") });
});

test("a key that holds the rows of another program is not taken for a date", async () => {
  const list = JSON.stringify({ columns: ["age"], data: [[82]] });
  const { err } = await call(line, { list });
  expect(err).not.toContain("birthDate");
  expect(err).toContain("AGE_MISSING");
});

describe("a column that tells of a field, unread", () => {
  const stopped = async (header: string): Promise<string> => {
    const { code, out, err } = await call(line, { list: `age;ald;c2s;${header}\n82;oui;non;x\n` });
    expect([code, out]).toEqual([2, ""]);
    return err;
  };

  test.each([
    ["Dernière FSE", "lastSeen"],
    ["Date dernière téléconsultation", "lastSeen"],
    ["FSE", "lastSeen"],
    ["Dernière facture", "lastSeen"],
    ["Dern. ordonnance", "lastSeen"],
    ["Radié le", "registeredUntil"],
    ["Date de radiation", "registeredUntil"],
    ["Déménagé", "registeredUntil"],
    ["Décédé (O/N)", "diedOn"],
    ["MT", "physicianId"],
    ["N° AM", "physicianId"],
    ["Date MT", "registeredFrom"],
    ["Zone du médecin", "zone"],
    ["Vaccins", "prevention"],
  ])("stops, with the map to write: %s", async (header, field) => {
    expect(await stopped(header)).toContain(
      `qui contient { "${header}": "${fieldName(field, "fr")}" }`,
    );
  });

  test.each([
    "MT O/N",
    "Est MT",
    "MT (oui/non)",
    "Médecin traitant O/N",
    "Actif",
    "Archivé",
    "Motif de sortie",
    "Transférée",
    "Statut",
    "Statut patient",
    "État du dossier",
    "Patient (O/N)",
  ])("that says who is on the list stops, whatever its cells: %s", async (header) => {
    const err = await stopped(header);
    expect(err).toContain(`qui disent qui est sur la liste : « ${header} »`);
    expect(err).toContain(`--ignorer "${header}"`);
    expect(err).not.toContain("--correspondance");
  });

  test("is nothing beside a column of its field", async () => {
    const list = "age;ald;c2s;vu;Dernière FSE\n82;oui;non;oui;x\n";
    const { code, err } = await call(line, { list });
    expect([code, err]).toEqual([
      0,
      "list : colonne « Dernière FSE » non lue ; la plus proche : dernière consultation\n",
    ]);
  });

  test.each([
    ["Vaccin grippe", "oui", "5.00"],
    ["Vaccin grippe", "non", "0.00"],
    ["Mammographie (O/N)", "oui", "5.00"],
    ["COVID-19", "non", "0.00"],
  ])("of an indicator is read by the map that is shown: %s, %s", async (header, cell, paid) => {
    const list = `age;ald;c2s;${header}\n82;oui;non;${cell}\n`;
    const [m] = /\{.*\}(?= ;)/.exec(await stopped(header)) ?? [];
    const called = await call(`${line} --map m`, { list, m: m as string });
    expect(called).toMatchObject({ code: 0, err: "" });
    expect(amountsOf(called)[1]).toBe(
      `,1,100.00,0.00,${paid},0.00,0.00,${(100 + Number(paid)).toFixed(2)}`,
    );
  });

  test("beside others of its field: the map reads one, and passes", async () => {
    const list = "age;ald;c2s;Dernière FSE;Dernière téléconsultation\n82;oui;non;2020;2025\n";
    const { err } = await call(line, { list });
    const [m] = /\{.*\}(?= ;)/.exec(err) ?? [];
    expect(m).toBe(
      '{ "Dernière FSE": "dernière consultation", "Dernière téléconsultation": null }',
    );
    const called = await call(`${line} --map m`, { list, m: m as string });
    expect(amountsOf(called)[1]).toMatch(/,5\.00$/);
  });

  test.each([
    ["C2S sans participation", "oui", 100 + 10],
    ["C2S avec participation", "non", 100],
  ])("of a kind of C2S is read by its map: %s", async (header, cell, paid) => {
    const list = `age;ald;${header}\n82;oui;${cell}\n`;
    const { err } = await call(line, { list });
    const m = /par exemple (\{.*\})\)/.exec(err)?.[1] ?? "";
    expect(amountsOf(await call(`${line} --map m`, { list, m }))[1]).toMatch(
      new RegExp(`,${paid}\\.00$`),
    );
  });

  test.each([
    "Nom de naissance",
    "Lieu de naissance",
    "Nom/Lieu de naissance",
    "Rang de naissance",
    "Nb consultations",
    "Première consultation",
    "Prochain RDV",
    "Nb actes",
    "Profession",
  ])("of something else is told, and does not stop: %s", async (header) => {
    for (const birth of ["né le", "age"]) {
      const list = `${birth};ald;c2s;${header}\n${birth === "age" ? 82 : 1943};oui;non;x\n`;
      const { code, err } = await call(line, { list });
      expect([code, err.replace(/ ; noms et NIR .*\n.*/, "")]).toEqual([
        0,
        `list : colonne non lue : « ${header} »\n`,
      ]);
    }
  });

  test.each([
    ["ALD non exonérante", "age;c2s"],
    ["Nom de naissance", "ald;c2s"],
    ["Lieu de naissance", "ald;c2s"],
  ])("is not proposed for what it is not: %s", async (header, others) => {
    const { err } = await call(line, { list: `${others};${header}\n;;\n` });
    expect(err).toContain("colonne manquante");
    expect(err).not.toContain(`{ "${header}"`);
  });

  test.each([
    ["ZIP", "oui", "5.50"],
    ["Zone ZIP (O/N)", "non", "0.00"],
    ["QPV", "oui", "5.50"],
  ])("of the physicians is read by the map that is shown: %s, %s", async (header, cell, paid) => {
    const files = { list: "age;ald;c2s\n45;oui;non\n", p: `id;${header}\n;${cell}\n` };
    const { code, err } = await call(`${line} --physicians p`, files);
    const [m] = /\{.*\}(?= ;)/.exec(err) ?? [];
    const read = await call(`${line} --physicians p --map m`, { ...files, m: m as string });
    expect([code, read.code]).toEqual([2, 0]);
    expect(amountsOf(read)[1]).toContain(`,55.00,0.00,0.00,${paid},`);
  });

  test.each([
    ["Installé le", "firstInstallation"],
    ["Date de départ en retraite", "activeUntil"],
    ["OPTAM (O/N)", "sector"],
  ])("of the physicians stops: %s", async (header, field) => {
    const files = { list: "age;ald;c2s\n45;oui;non\n", p: `id;${header}\n;x\n` };
    const { code, err } = await call(`${line} --physicians p`, files);
    expect([code, err.includes(`{ "${header}": "${fieldName(field, "fr")}" }`)]).toEqual([2, true]);
  });

  test("is found behind hundreds of others, of which there may be 5,000", async () => {
    const list = (others: number): string => {
      const names = Array.from({ length: others }, (_, i) => `question ${i}`).join(";");
      return `age;ald;c2s;${names};Dernière FSE\n82;oui;non${";x".repeat(others + 1)}\n`;
    };
    expect((await call(line, { list: list(400) })).err).toContain(
      '{ "Dernière FSE": "dernière consultation" }',
    );
    expect(await call(line, { list: list(5_000) })).toMatchObject({
      code: 2,
      err: "forfait-mt: list : 5004 colonnes, 5000 au plus ; n'exporter que celles de la liste\n",
    });
  });
});

describe("a header of --map that no file has", () => {
  const m = JSON.stringify({ Foo: "seen", Zonage: "zone" });

  test.each([
    ["age;ald;c2s\n82;oui;non\n", "age, ald, c2s, id, Zonage"],
    ['[{"age":82,"ald":true,"c2s":false}]', "age, ald, c2s, id, Zonage"],
    ['{"age":82,"ald":true,"c2s":false}\n', "age, ald, c2s, id, Zonage"],
  ])("is refused with those that the files have: %j", async (list, headers) => {
    const files = { list, p: "id;Zonage\nA;ZIP\n", m };
    const called = await call(`${line} --map m --physicians p`, files);
    expect(called).toMatchObject({
      code: 2,
      out: "",
      err: `forfait-mt: --correspondance « Foo » : aucune colonne de ce nom ; en-têtes : ${headers}\n`,
    });
  });

  test("is refused where it leaves a column out, or maps its words", async () => {
    for (const own of [null, { values: { HZ: "none" } }])
      expect(
        await call(`${line} --map m --locale en`, {
          list: "age;ald;c2s\n82;oui;non\n",
          m: JSON.stringify({ Foo: own }),
        }),
      ).toMatchObject({
        code: 2,
        err: 'forfait-mt: --map "Foo": no column of this name; headers: age, ald, c2s\n',
      });
  });

  test("passes by its letters, in any of the files", async () => {
    const called = await call(`${line} --map m --physicians p`, {
      list: "médecin;age;ald;c2s;FOO \nA;82;oui;non;oui\n",
      p: "id;zonage\nA;ZIP\n",
      m,
    });
    expect(called).toMatchObject({ code: 0, err: "" });
  });
});

describe("a blank", () => {
  const list = "age;ald;c2s\n82;X;\n82;;✓\n";
  test("is refused, by the option that reads it", async () => {
    const { code, err } = await call(line, { list });
    expect(code).toBe(1);
    expect(err).toContain("--vide non");
  });
  test("means no under --blank no", async () => {
    expect(await call(`${line} --blank no`, { list })).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringContaining(",2,155.00,10.00,"),
    });
  });
  test("means nothing else", async () => {
    expect(await call(`${line} --blank yes`, { list })).toMatchObject({ code: 2 });
  });
  test("of a database is a blank: missing where a value is asked, nothing elsewhere", async () => {
    const missing = "age;ald;c2s;seen;prevention\n82;\\N;None;NULL;NaN\n";
    const { err } = await call(line, { list: missing });
    expect([...err.matchAll(/([A-Z0-9]+_[A-Z]+)/g)].map(([, code]) => code)).toEqual(
      expect.arrayContaining(["ALD_MISSING", "C2S_MISSING", "SEEN_MISSING"]),
    );
    expect(err).not.toContain("PREVENTION");
  });
});

test("a patient who never came was not seen, unless the row says that they were", async () => {
  const list = "age;ald;c2s;Dernière venue\n82;oui;non;jamais\n82;oui;non;05/06/2025\n";
  expect((await call(line, { list })).out).toContain(",2,105.00,");
  const contradicted = "age;ald;c2s;vu;Dernière venue\n82;oui;non;oui;jamais\n";
  expect((await call(line, { list: contradicted })).err).toContain("DATE_INVALID");
});

describe("identifiers", () => {
  const head = "RPPS;age;ald;c2s\n";
  test.each(["1,01E+10", "1,01 E+10", "1.01 e10", "1,01E+ 10", "1 E+10"])(
    "in scientific notation are refused with what to do: %s",
    async (id) => {
      const list = `${head}${id};3;non;non\n${id};3;non;non\n`;
      const { code, err } = await call(line, { list });
      expect(code).toBe(1);
      expect(err).toContain("ID_INVALID");
      expect(err).toContain("au format Texte");
    },
  );
  test.each(["10100123456.5", "10100123456,25"])("with a fraction are refused: %s", async (id) => {
    const files = { list: `${head}${id};3;non;non\n10100123457;3;non;non\n` };
    expect(await call(line, files)).toMatchObject({
      code: 1,
      err: expect.stringContaining("ID_INVALID"),
    });
  });
  test("behind the mark of a text are what follows it", async () => {
    const files = { list: `${head}'007;3;non;non\n`, p: "id\n007\n" };
    expect(await call(`${line} --physicians p`, files)).toMatchObject({ code: 0 });
    const twice = `patient;age;ald;c2s\n'007;3;non;non\n007;3;non;non\n`;
    expect((await call(line, { list: twice })).err).toContain("PATIENT_TWICE");
  });
  test("that a notebook made decimal are whole where all of the column are", async () => {
    const files = {
      list: `${head}10100123456.0;3;non;non\n10100123457.0;3;non;non\n`,
      p: "id;zone\n10100123456;ZIP\n10100123457;ZAC\n",
    };
    expect(await call(`${line} --physicians p`, files)).toMatchObject({ code: 0, err: "" });
    const mixed = await call(line, { list: `${head}1.0;3;non;non\n1.5;3;non;non\n` });
    expect(mixed).toMatchObject({ code: 1, err: expect.stringContaining("ID_INVALID") });
    expect((await call(line, { list: `${head}1.5;3;non;non\n1.0;3;non;non\n` })).out).toContain(
      "\n1.0,1,",
    );
  });
  test("in quotes of Excel are those in them", async () => {
    const files = { list: `${head}"=""007""";3;non;non\n`, p: "id\n007\n" };
    expect(await call(`${line} --physicians p`, files)).toMatchObject({ code: 0 });
  });
});

test("lost accents of headers are told, and read", async () => {
  const list =
    "MÃ©decin;age;ald;c2s;DerniÃ¨re consultation\nA;82;oui;non;2020\nB;82;oui;non;2020\n";
  const called = await call(line, { list });
  expect([called.code, amountsOf(called).slice(1, 3)]).toEqual([
    0,
    ["A,1,5.00,0.00,0.00,0.00,0.00,5.00", "B,1,5.00,0.00,0.00,0.00,0.00,5.00"],
  ]);
  expect(called.err).toContain("« MÃ©decin » lue comme « Médecin »");
});

test("a real export in one go", async () => {
  const list =
    "N° dossier;Né(e) le;ALD (O/N);CSS;Dernier RDV\n1;01/02/1943;ALD 30;X;jamais\n2;1 mai 1980;;;02/01/2025 17:05\n";
  const called = await call("compute list --year 2026 --format json --blank no", { list });
  expect(called.err).toBe("");
  // Not seen, with the C2S: 5 + 10; seen, of 45 years: 5.
  expect(outputOf(called).statements).toMatchObject([{ patients: 2, total: "20.00" }]);
});
