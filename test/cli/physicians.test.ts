import { describe, expect, test } from "vitest";
import { call, outputOf } from "../support/io.ts";
import { amountsOf } from "../support/amounts.ts";

const two = "médecin;patient;age;ald;c2s\nA;1;40;oui;non\nB;1;40;oui;non\n";

describe("the file of physicians", () => {
  test("tells of each", async () => {
    const called = await call("compute list --physicians p --year 2026 --format csv", {
      list: two,
      p: "médecin;zone\nB;ZIP\nA;\n",
    });
    expect(called).toMatchObject({ code: 0, err: "" });
    expect(amountsOf(called).slice(1)).toEqual([
      "B,1,55.00,0.00,0.00,5.50,0.00,60.50",
      "A,1,55.00,0.00,0.00,0.00,0.00,55.00",
    ]);
  });

  test("gives a statement of zero to who has no patient", async () => {
    const called = await call("compute list --physicians p --year 2026 --format csv", {
      list: two,
      p: "médecin;zone\nA;\nB;\nC;QPV\n",
    });
    expect(called.out).toContain("C,0,0.00,");
  });

  test("refuses a physician of the list whom it does not have", async () => {
    const called = await call("compute list --physicians p --year 2026 --locale en", {
      list: two,
      p: "médecin;zone\nA;ZIP\nC;\n",
    });
    expect(called).toMatchObject({ code: 1, out: "" });
    expect(called.err).toBe(
      'list, line 3, column médecin, PHYSICIAN_UNKNOWN: unknown physician: found "B"; allowed: a physician of the file --physicians\n1 row refused: nothing is computed (--skip-invalid computes the rest)\n',
    );
  });

  test("refuses who stands twice, and the patients of who is refused", async () => {
    const called = await call(
      "compute list --physicians p --year 2026 --skip-invalid --format csv",
      { list: two, p: "médecin;zone\nA;ZIP\nA;QPV\nB;Paris\n" },
    );
    expect(called.err).toBe(
      'p, ligne 3, colonne médecin, PHYSICIAN_TWICE: médecin en double : trouvé "A" ; attendu : un médecin une seule fois\n' +
        "  Dans Excel : Mise en forme conditionnelle, « Valeurs en double » sur la colonne, montre ces lignes.\n" +
        'p, ligne 4, colonne zone, ZONE_INVALID: zone invalide : trouvé "Paris" ; attendu : ZIP, QPV, ZAC ou aucune ; 1 patient attend cette correction\n' +
        "  Dans Excel : sélectionner la colonne, Ctrl+H, remplacer ces mots par ceux qui sont attendus, enregistrer, recommencer.\n" +
        "patients refusés : 1 sur 2 ; le total porte sur 1\n",
    );
    expect(called.out).toContain("A,1,55.00,0.00,0.00,5.50,");
    expect(called.out).not.toContain("B,");
  });

  test("wins over what the list says, whatever that is", async () => {
    const list =
      "médecin;age;ald;c2s;zone;secteur\nA;40;oui;non;ZIP;1\nA;40;oui;non;n'importe quoi;9\n";
    const called = await call("compute list --physicians p --year 2026 --format csv", {
      list,
      p: "médecin;zone\nA;ZAC\n",
    });
    expect(called).toMatchObject({ code: 0, err: "" });
    expect(called.out).toContain("A,2,110.00,0.00,0.00,0.00,");
  });

  test("of one physician owns a list that names nobody", async () => {
    const called = await call("compute list --physicians p --year 2026 --format csv", {
      list: "age;ald;c2s\n40;oui;non\n",
      p: "zone\nZIP\n",
    });
    expect(called.out).toContain("\n,1,55.00,0.00,0.00,5.50,");
  });

  test("of two physicians does not", async () => {
    const called = await call("compute list --physicians p --year 2026", {
      list: "age;ald;c2s\n40;oui;non\n",
      p: "id;zone\nA;ZIP\nB;ZIP\n",
    });
    expect(called.code).toBe(1);
    expect(called.err).toContain("ligne 2, colonne physicianId, PHYSICIAN_MISSING: ");
  });

  test("may be JSON", async () => {
    for (const p of [
      '[{"id":"A","zone":"ZIP"},{"id":"B"}]',
      '{"id":"A","zone":"ZIP"}\n{"id":"B"}\n',
      '{"physicians":[{"id":"A","zone":"ZIP"},{"id":"B"}]}',
    ]) {
      expect(
        (await call("compute list --physicians p --year 2026 --format csv", { list: two, p })).out,
      ).toContain("A,1,55.00,0.00,0.00,5.50,");
    }
  });
});

describe("physicians in the list", () => {
  const header =
    "médecin;patient;age;ald;c2s;naissance du médecin;zone;contrat;première installation\n";

  test("are told by their first row", async () => {
    const called = await call("compute list --year 2026 --format csv", {
      list: `${header}A;1;40;oui;non;1950;ZIP;non;2000\nB;1;40;oui;non;1990;QPV;non;2025\nA;2;40;oui;non;1950;ZIP;non;2000\n`,
    });
    expect(called).toMatchObject({ code: 0, err: "" });
    expect(amountsOf(called).slice(1)).toEqual([
      "A,2,110.00,0.00,0.00,11.00,11.00,132.00",
      "B,1,55.00,0.00,0.00,27.50,0.00,82.50",
    ]);
  });

  test("may not contradict themselves", async () => {
    const called = await call("compute list --year 2026", {
      list: `${header}A;1;40;oui;non;1950;ZIP;non;2000\nA;2;40;oui;non;1950;QPV;non;2000\nA;3;40;oui;non;;ZIP;non;2000\n`,
    });
    expect(called).toMatchObject({ code: 1, out: "" });
    expect(called.err).toBe(
      'list, ligne 3, colonne zone, PHYSICIAN_CONTRADICTED: deux lignes du même médecin se contredisent : trouvé "QPV" ; attendu : "ZIP", comme à sa première ligne\n' +
        'list, ligne 4, colonne naissance du médecin, PHYSICIAN_CONTRADICTED: deux lignes du même médecin se contredisent : trouvé une case vide ; attendu : "1950", comme à sa première ligne\n' +
        "2 lignes refusées : rien n'est calculé\n",
    );
  });

  test("are refused with their patients, at the cell that tells of them", async () => {
    const called = await call("compute list --year 2026 --skip-invalid --format csv", {
      list: `${header}A;1;40;oui;non;32/01/1950;ZIP;non;2000\nA;2;40;oui;non;32/01/1950;ZIP;non;2000\nB;1;40;oui;non;1950;ZIP;non;2000\n`,
    });
    expect(called.code).toBe(1);
    expect(called.err).toContain(
      'ligne 2, colonne naissance du médecin, DATE_IMPOSSIBLE: jour impossible : trouvé "32/01/1950" ; ',
    );
    expect(called.err).toContain("; 2 patients attendent cette correction\n");
    expect(amountsOf(called).slice(1)).toEqual(["B,1,55.00,0.00,0.00,5.50,5.50,66.00"]);
  });

  test("are missing where their cell is empty", async () => {
    const called = await call("compute list --year 2026", {
      list: `${header};1;40;oui;non;1950;ZIP;non;2000\nA;2;40;oui;non;1950;ZIP;non;2000\n`,
    });
    expect(called.err).toContain("ligne 2, colonne médecin, PHYSICIAN_MISSING: ");
  });

  test("need no id when there is only one", async () => {
    const called = await call("compute list --year 2026 --format csv", {
      list: "age;ald;c2s;zone\n40;oui;non;ZIP\n41;oui;non;ZIP\n",
    });
    expect(called.out).toContain("\n,2,110.00,0.00,0.00,11.00,");
  });

  test("stand in JSON too", async () => {
    const list = JSON.stringify([
      { physicianId: 7, age: 40, ald: true, c2s: false, zone: "ZIP", physicianAge: 70 },
      { physicianId: "7", age: 40, ald: true, c2s: false, zone: "ZIP", physicianAge: 70 },
      { physicianId: "B", age: 40, ald: true, c2s: false },
      { physicianId: "B", age: 40, ald: true, c2s: false, zone: "ZIP" },
      { physicianId: { toString: 1 }, age: 40, ald: true, c2s: false, zone: "ZIP" },
      null,
    ]);
    const called = await call("compute list --year 2026 --skip-invalid --format json", { list });
    const { statements, rejected } = outputOf(called);
    expect(statements.map(({ physicianId, total }) => [physicianId, total])).toEqual([
      ["7", "132.00"],
      ["B", "55.00"],
    ]);
    expect(rejected.map(({ index, refusals }) => [index, refusals[0]?.code])).toEqual([
      [3, "PHYSICIAN_CONTRADICTED"],
      [4, "ID_INVALID"],
      [5, "INPUT_INVALID"],
    ]);
  });
});

describe("a list that names physicians without telling of them", () => {
  test("makes a statement for each, in their order", async () => {
    const called = await call("compute list --year 2026 --format csv", {
      list: "médecin;age;ald;c2s\nB;40;non;non\nA;40;oui;non\nB;40;oui;non\n",
    });
    expect(amountsOf(called).slice(1)).toEqual([
      "B,2,60.00,0.00,0.00,0.00,0.00,60.00",
      "A,1,55.00,0.00,0.00,0.00,0.00,55.00",
    ]);
  });

  test("names none: one physician", async () => {
    const called = await call("compute list --year 2026 --format json", {
      list: "age;ald;c2s\n40;non;non\n",
    });
    expect(outputOf(called).statements).toMatchObject([{ physicianId: null, patients: 1 }]);
  });

  test("refuses the same patient twice, at his own column", async () => {
    const called = await call("compute list --year 2026", {
      list: "médecin;patient;age;ald;c2s\nA;1;40;non;non\nB;1;40;non;non\nA;1;41;non;non\n",
    });
    expect(called.err).toContain(
      'ligne 4, colonne patient, PATIENT_TWICE: patient en double : trouvé "1" ; ',
    );
    expect(called.err).toContain("1 ligne refusée");
  });
});

describe("--physician ID", () => {
  const list = "médecin;patient;age;ald;c2s\nA;P1;82;oui;non\nB;P2;40;non;non\nB;P3;40;non;oui\n";
  const ofB = "médecin;patient;age;ald;c2s\nB;P2;40;non;non\nB;P3;40;non;oui\n";

  test.each([
    ["compute", "compute list --year 2026 --format json"],
    ["explain", "explain list --year 2026 --patient P3"],
    ["readings", "readings list --year 2026 --format json"],
  ])("%s tells of them as if the list had nobody else", async (_, line) => {
    const one = await call(`${line} --physician B`, { list });
    expect(one).toMatchObject({ code: 0, err: "" });
    expect(one.out.replace(/"index":\d+/g, "")).toBe(
      (await call(line, { list: ofB })).out.replace(/"index":\d+/g, ""),
    );
  });

  test("a row of another physician that is refused stops nothing", async () => {
    const bad = `${list}A;P4;x;non;non\n`;
    expect(await call("compute list --year 2026 --physician B", { list: bad })).toMatchObject({
      code: 0,
      err: "",
      counts: "2 lues = 2 calculées + 0 hors liste + 0 refusée",
    });
    expect((await call("compute list --year 2026 --physician A", { list: bad })).code).toBe(1);
  });

  test("their row of the physicians' file is used, and the rows of others are not", async () => {
    const physicians = "id;zone\nA;ZIP\nB;ZIP\n";
    const line = "compute list --physicians physicians --year 2026 --physician B --format json";
    const { out } = await call(line, { list, physicians });
    expect(JSON.parse(out).statements.map(({ total }: { total: string }) => total)).toEqual([
      (5 + 5 + 10 + 10 * 0.1).toFixed(2),
    ]);
  });

  test("one who is not there is told, with those who are", async () => {
    const called = await call("readings list --year 2026 --physician C", { list });
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain("--médecin C : aucun médecin de ce nom ; la liste nomme A, B");
  });
});
