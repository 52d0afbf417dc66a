import { describe, expect, test } from "vitest";
import { call, outputOf } from "../support/io.ts";
import { amountsOf } from "../support/amounts.ts";

const slabs = '{ "nurse.slabs.patients": { "each": "1", "over": "1" } }';
const nurse = "--year 2024 --schedule be.nurse-premium.2024 --patch slabs";
const simulation =
  "SIMULATION : Prime pour personnel infirmier, taille d'une tranche (patients) : 500 → 1 " +
  "(nurse.slabs.patients.each) ; Prime pour personnel infirmier, au-delà de (patients) : " +
  "1 000 → 1 (nurse.slabs.patients.over)\n";
const list = "médecin;age;ald;c2s\nA;40;non;non\nA;41;non;non\nB;42;non;non\nB;43;non;non\n";
const rows = (called: { readonly out: string }): string[] => amountsOf(called).slice(1);

describe("the file of practices", () => {
  test.each([
    ["Cabinet;Heures d'infirmier par semaine", "id;cabinet"],
    ["id;nurseHours", "médecin;practiceId"],
    ["Identifiant;nurse hours a week", "RPPS;id cabinet"],
  ])("tells the facts of the physicians of each: %s", async (header, ofPhysicians) => {
    const called = await call(`compute list --physicians p --practices c ${nurse} --format csv`, {
      slabs,
      list,
      p: `${ofPhysicians}\nA;c1\nB;c2\n`,
      c: `${header}\nc1;12\nc2;11,9\n`,
    });
    expect(called).toMatchObject({ code: 0, err: simulation });
    // Two slabs of 6 hours and of one patient each; 11.9 hours are not 12.
    expect(rows(called)).toEqual(["A,2,19881.00,19881.00", "B,2,0.00,0.00"]);
  });

  test("goes with physicians in the list", async () => {
    const called = await call(`compute list --practices c ${nurse} --format csv`, {
      slabs,
      list: "médecin;cabinet;age;ald;c2s\nA;c1;40;non;non\nA;c1;41;non;non\n",
      c: "cabinet;nurseHours;couleur\nc1;12;bleu\n",
    });
    expect(called).toMatchObject({
      code: 0,
      err: `c : colonne non lue : « couleur »\n${simulation}`,
    });
    expect(rows(called)).toEqual(["A,2,19881.00,19881.00"]);
  });

  test("reports a refused row at its line, and refuses who names it", async () => {
    const files = {
      slabs,
      list,
      p: "médecin;cabinet\nA;c1\nB;c2\n",
      c: "cabinet;nurseHours\nc1;12\nc2;beaucoup\nc1;13\n;4\nc3;4;5\n",
    };
    const line = `compute list --physicians p --practices c ${nurse}`;
    const called = await call(`${line} --format csv --skip-invalid --rejects r`, files);
    expect(called.code).toBe(1);
    expect(called.err.split("\n").map((one) => one.replace(/: .*/, ""))).toEqual([
      "c, ligne 3, colonne nurseHours, FACT_INVALID",
      "c, ligne 4, colonne cabinet, PRACTICE_TWICE",
      "c, ligne 5, colonne cabinet, ID_INVALID",
      "c, ligne 6, ROW_RAGGED",
      "  Dans Excel ",
      "p, ligne 3, colonne cabinet, PRACTICE_UNKNOWN",
      "patients refusés ",
      "SIMULATION ",
      "",
    ]);
    expect(rows(called)).toEqual(["A,2,19881.00,19881.00"]);
    expect(called.files.get("r")).toMatch(/^c,3,nurseHours,FACT_INVALID,.*,c2,beaucoup$/m);

    const stopped = await call(`${line} --format json --locale en`, files);
    expect(stopped.err).toContain("7 rows refused: nothing is computed");
    expect(outputOf(stopped).rejected[0]).toMatchObject({ kind: "practice", index: 1, line: 3 });
  });

  test("needs physicians", async () => {
    const files = { slabs, list, c: "nurseHours\n12\n" };
    expect(await call(`compute list --practices c ${nurse}`, files)).toMatchObject({
      code: 2,
      err: expect.stringContaining("il faut --médecins avec une colonne practiceId"),
    });
    expect((await call(`compute list --practices c ${nurse} --locale en`, files)).err).toContain(
      "--physicians is needed, with a column practiceId",
    );
  });

  test("is empty, is standard input, is written over: each is refused", async () => {
    const files = { slabs, list, p: "id\nA\n", c: "cabinet;nurseHours\n", "-": "" };
    const line = `compute list --physicians p ${nurse}`;
    expect((await call(`${line} --practices c`, files)).err).toContain("c : aucun cabinet");
    expect((await call(`compute - --practices - ${nurse}`, files)).err).toContain("qu'une fois");
    expect((await call(`${line} --practices c --out c`, files)).err).toContain("--cabinets c");
  });
});

describe("physicians of one practice", () => {
  test("are not paid twice what is the practice's", async () => {
    const called = await call(`compute list --physicians p ${nurse} --format csv`, {
      slabs,
      list,
      p: "médecin;cabinet;nurseHours\nA;c1;12\nB;c1;12\n",
    });
    expect(called).toMatchObject({ code: 1, out: "" });
    expect(called.err).toContain("p, ligne 3, colonne cabinet, PRACTICE_SHARED: ");
  });

  test("need no file of it, where their rows tell its facts", async () => {
    const called = await call(`compute list --physicians p ${nurse} --format csv`, {
      slabs,
      list,
      p: "médecin;cabinet;nurseHours\nA;c1;12\nB;c2;12\n",
    });
    expect(called).toMatchObject({ code: 0, err: simulation });
    expect(rows(called)).toEqual(["A,2,19881.00,19881.00", "B,2,19881.00,19881.00"]);
  });

  test("may not tell other facts than its file", async () => {
    const called = await call(
      `compute list --physicians p --practices c ${nurse} --format csv --locale en`,
      {
        slabs,
        list,
        p: "médecin;cabinet;nurseHours\nA;c1;13\nB;c2;\n",
        c: "cabinet;nurseHours\nc1;12\nc2;12\n",
      },
    );
    expect(called.err).toContain(
      'p, line 2, column nurseHours, FACT_INVALID: invalid fact of the schedule: found "13"; allowed: 12, as in the practice',
    );
  });
});
