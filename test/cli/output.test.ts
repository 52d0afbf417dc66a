import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { call, callWith, outputOf } from "../support/io.ts";
import { amountsOf } from "../support/amounts.ts";

const list =
  "médecin;patient;age;ald;c2s;prévention;zone\nB;1;82;oui;non;grippe;QPV\nA;1;40;non;oui;;\nB;2;5;non;oui;ror covid;QPV\n";
const files = { list };

describe("--format", () => {
  test("table, in French unless told", async () => {
    const { code, out, err } = await call("compute list --year 2026", files);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const plain = out.normalize("NFKC");
    expect(plain).toMatch(
      /^Forfait médecin traitant \(FMT\) 2026 · estimation non officielle\nMédecin B · 2 patients au 31\/12\/2025\n/,
    );
    expect(plain).toContain("\nMédecin A · 1 patient au 31/12/2025\n");
    expect(plain).toMatch(/Total \(non officiel\) +151,50 €\n/);
  });

  test("table, in English", async () => {
    const { out } = await call("compute list --year 2026 --locale en", files);
    expect(out).toContain("Physician B · 2 patients on\u00a02025-12-31");
  });

  test("table, of a physician whose name commands terminals", async () => {
    const { out } = await call("compute list --year 2026", {
      list: "médecin;age;ald;c2s\nA\u001b[2J\0B;40;non;non\n",
    });
    expect(out).toContain("\nMédecin A [2J B · 1 patient au");
    expect(out.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  test("table, of several: what is common to all is said once, the prices of each with it", async () => {
    const { out } = await call("compute list --year 2026", files);
    const times = (text: string): number => out.split(text).length - 1;
    expect([times("\nSources\n"), times("Ce calcul n'émane pas"), times("Hypothèses")]).toEqual([
      1, 1, 1,
    ]);
    expect(out.match(/que le texte laisse ouvertes?/g)).toHaveLength(2);
    expect(times("estimation non officielle")).toBe(2);
  });

  test.each([
    ["html", "fr", /^<!doctype html>\n<html lang="fr">/],
    ["html", "en", /^<!doctype html>\n<html lang="en">/],
    ["markdown", "fr", /^# Forfait médecin traitant \(FMT\) 2026 · estimation non officielle\n/],
  ])(
    "%s, in %s: every link leads to a source, which is there once",
    async (format, locale, start) => {
      const { out } = await call(
        `compute list --year 2026 --format ${format} --locale ${locale}`,
        files,
      );
      expect(out).toMatch(start);
      const ids = [...out.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, link] of out.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(link);
    },
  );

  test("json", async () => {
    const called = await call("compute list --year 2026 --format json", files);
    const { statements, rejected } = outputOf(called);
    expect(statements.map(({ physicianId, total }) => [physicianId, total])).toEqual([
      ["B", "151.50"],
      ["A", "15.00"],
    ]);
    expect(rejected).toEqual([]);
    expect(called.out.endsWith("\n")).toBe(true);
  });

  test("csv: a row for each physician", async () => {
    expect(amountsOf(await call("compute list --year 2026 --format csv", files))).toEqual([
      "physicianId,patients,base,c2s,prevention,zone,age67,total",
      "B,2,115.00,10.00,15.00,11.50,0.00,151.50",
      "A,1,5.00,10.00,0.00,0.00,0.00,15.00",
    ]);
  });

  test("csv of the lines, which sum to the totals", async () => {
    const { out } = await call("compute list --year 2026 --format csv --detail lines", files);
    const rows = parse(out, { columns: true }) as Record<string, string>[];
    expect(Object.keys(rows[0] ?? {})).toEqual([
      "physicianId",
      "component",
      "rule",
      "label",
      "quantity",
      "unitAmount",
      "of",
      "rate",
      "amount",
      "status",
      "sources",
      "assumptions",
    ]);
    const sum = (id: string): number =>
      rows
        .filter(({ physicianId }) => physicianId === id)
        .reduce((total, { amount }) => total + Number(amount), 0);
    expect([sum("B"), sum("A")]).toEqual([151.5, 15]);
    expect(rows).toContainEqual(
      expect.objectContaining({
        physicianId: "B",
        rule: "zone.year-3+.rate",
        rate: "10%",
        of: "115.00",
        amount: "11.50",
        quantity: "",
        unitAmount: "",
      }),
    );
  });

  test("csv of the patients, who sum to the totals", async () => {
    const called = await call("compute list --year 2026 --format csv --detail patients", files);
    expect(amountsOf(called)).toEqual([
      "physicianId,id,base,c2s,prevention,zone,age67,total",
      "B,1,100.00,0.00,5.00,10.00,0.00,115.00",
      "B,2,15.00,10.00,10.00,1.50,0.00,36.50",
      "A,1,5.00,10.00,0.00,0.00,0.00,15.00",
    ]);
  });

  test.each(["physicians", "lines", "patients"])(
    "csv of the %s says in each row what the statement of their physician assumes",
    async (detail) => {
      const list = "médecin;age;ald;c2s\nA;40;non;oui\nB;82;oui;non\n";
      const p = "id;zone;contrat\nA;;\nB;ZIP;non\n";
      const line = "compute list --physicians p --year 2026 --format";
      const { statements } = outputOf(await call(`${line} json`, { list, p }));
      const said = new Map(
        statements.map(({ physicianId, assumptions }) => [
          physicianId,
          new Set(assumptions.map(({ code }) => code)),
        ]),
      );
      const { out } = await call(`${line} csv --detail ${detail}`, { list, p });
      const rows = parse(out, { columns: true }) as Record<string, string>[];
      expect(new Set(rows.map(({ physicianId }) => physicianId))).toEqual(new Set(said.keys()));
      for (const { physicianId, assumptions } of rows)
        expect(assumptions).toBe([...(said.get(physicianId as string) as Set<string>)].join(" "));
      // The list does not tell who was seen, nor the file what A's zone is.
      expect(rows[0]?.["assumptions"]).toMatch(/^if-missing .*reading/);
    },
  );
});

describe("--out", () => {
  test.each(["table", "json", "csv"])("writes %s to the file, and nothing else", async (format) => {
    const shown = await call(`compute list --year 2026 --format ${format}`, files);
    const called = await call(`compute list --year 2026 --format ${format} --out o`, files);
    expect(called).toMatchObject({ code: 0, out: "", err: "" });
    expect(called.files.get("o")).toBe(shown.out);
    expect([...called.files.keys()]).toEqual(["list", "o"]);
  });

  test("- is standard output", async () => {
    const called = await call("compute list --year 2026 --format csv --out -", files);
    expect(called.out).toContain("physicianId,");
  });

  test("that fails leaves the old file as it was, and no half file", async () => {
    const called = await call(
      "compute list --year 2026 --out o",
      { ...files, o: "before" },
      { isFull: true },
    );
    expect(called).toMatchObject({
      code: 2,
      out: "",
      err: "forfait-mt: fichier illisible ou non inscriptible : ENOSPC: no space left on device, write\n",
    });
    expect(Object.fromEntries(called.files)).toEqual({ list, o: "before" });
  });

  test("is not written when nothing is computed", async () => {
    const called = await call("compute list --year 2026 --format csv --out o", {
      list: `${list}A;9;x;non;non;;\n`,
      o: "before",
    });
    expect(called).toMatchObject({ code: 1, out: "" });
    expect(called.files.get("o")).toBe("before");
  });
});

const broken =
  "médecin;patient;age;ald;c2s;remarque\nA;1;40;oui;non;a\nA;2;x;peut-être;non;=1+1\nA;1;41;non;non;b\nA;3;41;non\nA;4;42;non;non;fin\n";

describe("--skip-invalid", () => {
  test("computes the rest, and keeps the exit code 1", async () => {
    const called = await call("compute list --year 2026 --format csv --skip-invalid", {
      list: broken,
    });
    expect(called.code).toBe(1);
    expect(called.out).toContain("A,2,60.00,");
    expect(called.err).toMatch(/patients refusés : 3 sur 5 ; le total porte sur 2\n$/);
  });

  test("keeps 0 where nothing is refused", async () =>
    expect((await call("compute list --year 2026 --skip-invalid", files)).code).toBe(0));

  test("without it, nothing is computed and every refused row is listed", async () => {
    const called = await call("compute list --year 2026 --format json", { list: broken });
    const { statements, rejected } = outputOf(called);
    expect(called.code).toBe(1);
    expect(statements).toEqual([]);
    expect(
      rejected.map(({ line, index, id, refusals }) => [
        line,
        index,
        id,
        refusals.map(({ code }) => code),
      ]),
    ).toEqual([
      [3, 1, "2", ["AGE_INVALID", "ALD_INVALID"]],
      [4, 2, "1", ["PATIENT_TWICE"]],
      [5, 3, undefined, ["ROW_RAGGED"]],
    ]);
  });
});

describe("--rejects", () => {
  test("receives the refused rows as they were, with line, column, code and reason", async () => {
    const called = await call("compute list --year 2026 --rejects r", { list: broken });
    expect(called.code).toBe(1);
    expect(called.files.get("r")).toBe(
      "file,line,column,code,reason,médecin,patient,age,ald,c2s,remarque\n" +
        'list,3,age | ald,AGE_INVALID | ALD_INVALID,"âge invalide : trouvé ""x"" ; attendu : un entier de 0 à 129 | ALD invalide : trouvé ""peut-être"" ; attendu : oui ou non",A,2,x,peut-être,non,\'=1+1\n' +
        'list,4,patient,PATIENT_TWICE,"patient en double : trouvé ""1"" ; attendu : un identifiant une seule fois par médecin",A,1,41,non,non,b\n' +
        "list,5,,ROW_RAGGED,nombre de cellules différent de l'en-tête : trouvé 4 ; attendu : 6 cellules,A,3,41,non\n",
    );
  });

  test("holds its header alone where nothing is refused, rather than what an earlier call left", async () => {
    const called = await call("compute list --year 2026 --rejects r", { ...files, r: "before" });
    expect(called.files.get("r")).toBe("file,line,column,code,reason,row\n");
  });

  test("holds a row of JSON as one text", async () => {
    const called = await call("compute list --year 2026 --rejects r --locale en", {
      list: '[{"age":40,"ald":true,"c2s":true},{"age":-1,"ald":true,"c2s":true,"note":"=1"}]',
    });
    expect(parse(called.files.get("r") ?? "", { columns: true })).toEqual([
      {
        file: "list",
        line: "",
        column: "age",
        code: "AGE_INVALID",
        reason: "invalid age: found -1; allowed: a whole number from 0 to 129",
        row: '{"age":-1,"ald":true,"c2s":true,"note":"=1"}',
      },
    ]);
  });

  test("that fails leaves the old file as it was", async () => {
    const called = await call(
      "compute list --year 2026 --rejects r",
      { list: broken, r: "before" },
      { isFull: true },
    );
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(Object.fromEntries(called.files)).toEqual({ list: broken, r: "before" });
  });
});

describe("a cell that a spreadsheet would run as a formula is made a plain text", () => {
  const formulas = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+33612345678",
    "-1+2",
    "@SUM(A1)",
    "\t=1",
    "＝1+1",
    "-",
    "=",
    "-5 rue",
  ];

  test("in every CSV output", async () => {
    const cells = (values: readonly string[]): string =>
      values.map((value) => JSON.stringify(value).replace("\\t", "\t")).join(",");
    const rows = formulas.map((formula) => cells([formula, formula, "40", "non", "non", formula]));
    const text = [
      "médecin,patient,age,ald,c2s,=note",
      ...rows,
      cells(["A", "=1", "x", "non", "non", "-12"]),
    ].join("\n");
    for (const detail of ["physicians", "lines", "patients"]) {
      const called = await callWith(
        [
          "compute",
          "list",
          "--year",
          "2026",
          "--skip-invalid",
          "--format",
          "csv",
          "--detail",
          detail,
          "--rejects",
          "r",
        ],
        { files: { list: text } },
      );
      expect(called.code).toBe(1);
      const outputs = [called.out, called.files.get("r") ?? ""].map(
        (output) => parse(output) as string[][],
      );
      for (const cell of outputs.flat(2))
        expect(/^[=+\-@\t\r\n＝]/.test(cell) && !/^-?\d+(\.\d+)?%?$/.test(cell)).toBe(false);
      for (const formula of formulas.filter((one) => one.trim() === one))
        expect(called.out).toContain(`'${formula}`);
      expect(outputs[1]?.[1]?.slice(5)).toEqual(["A", "'=1", "x", "non", "non", "-12"]);
    }
  });
});
