import { describe, expect, test } from "vitest";
import { call } from "../support/io.ts";

const a =
  "NIR;Patient;Date de naissance;ALD;C2S\n" +
  "1 50 02;p1;01/02/1950;oui;non\n2 44 05;p2;02/05/1944;non;non\n3 20 01;p3;03/01/2020;non;non\n";
const b =
  "Assuré;NIR;Né le;ALD;C2S\n" +
  "X;15002;01/02/1950;non;non\nY;24405;02/05/1944;non;non\nZ;99999;03/01/1980;non;oui\n";
const flat = (text: string): string => text.replace(/[\s\u00a0]+/g, " ");

describe("reconcile", () => {
  test("joins by a key that is never printed, and prices each difference", async () => {
    const called = await call("reconcile a b --year 2026 --key NIR", { a, b });
    expect(called.code).toBe(3);
    const text = flat(called.out);
    expect(text).toContain("identiques : 1 ; différents : 1 ; dans A seule : 1 ; dans B seule : 1");
    expect(text).toContain("lignes 2 et 2, patient p1 : ALD oui → non : +40,00 €");
    expect(text).toContain("ligne 4, patient p3 : +15,00 €");
    // 15 + 40 - (5 + 10)
    expect(text).toContain("En tout +40,00 €");
    expect(called.out + called.err).not.toMatch(/1 ?50 ?02|2 ?44 ?05|3 ?20 ?01|99999/);
  });

  test.each(["json", "html", "markdown"])("writes no key as %s", async (format) => {
    const line = `reconcile a b --year 2026 --key NIR --format ${format} --out o`;
    const called = await call(line, { a, b });
    expect(called.code).toBe(3);
    const said = `${called.files.get("o")}${called.out}${called.err}`;
    expect(said).not.toMatch(/1 ?50 ?02|2 ?44 ?05|3 ?20 ?01|99999/);
  });

  test("says that its euros are those of a year", async () => {
    const { out } = await call("reconcile a b --year 2026 --key NIR --locale en", { a, b });
    expect(out).toContain("in a year");
  });

  test("without a year there are no euros", async () => {
    const { code, out } = await call("rapprocher a b --clé NIR --format json", { a, b });
    expect(code).toBe(3);
    expect(JSON.parse(out)).toEqual({
      reconciliations: [
        {
          physicianId: null,
          onlyA: [{ line: 4, id: "p3" }],
          onlyB: [{ line: 4 }],
          differs: [{ lineA: 2, lineB: 2, id: "p1", facts: [{ field: "ald", a: true, b: false }] }],
          same: 1,
          notCompared: [],
        },
      ],
    });
  });

  test("exits with 0 for equal lists, joined by their id", async () => {
    const called = await call("reconcile a b --year 2026", { a, b: a });
    expect(called).toMatchObject({ code: 0 });
    expect(flat(called.out)).toContain("En tout 0,00 €");
  });

  test("by physician, and the id is not told where it is the key", async () => {
    const two = (ald: string): string =>
      `médecin;patient;age;ald;c2s\nA;s1;40;${ald};non\nB;s2;82;oui;non\n`;
    const { out } = await call("reconcile a b --year 2026 --key patient --format json", {
      a: two("oui"),
      b: two("non"),
    });
    const { reconciliations } = JSON.parse(out);
    expect(reconciliations.map((one: { worth: string }) => one.worth)).toEqual(["50.00", "0.00"]);
    expect(out).not.toMatch(/s1|s2/);
    const one = await call("reconcile a b --year 2026 --physician B", {
      a: two("oui"),
      b: two("non"),
    });
    expect(one.code).toBe(0);
  });

  test("as a page, and of JSON", async () => {
    const rows = [{ nir: "7", age: 40, ald: false, c2s: false }];
    const called = await call("reconcile a b --year 2026 --key nir --format html --out o", {
      a: JSON.stringify(rows),
      b: "nir;age;ald;c2s\n7;40;oui;non\n",
    });
    expect(called).toMatchObject({ code: 3, out: "" });
    const page = called.files.get("o") as string;
    expect(page).toMatch(/^<!doctype html>[\s\S]*ALD non → oui/);
  });

  test.each([
    ["NIR;age;ald;c2s\n12;40;oui;non\n1 2;41;oui;non\n", "ligne 3, colonne NIR, PATIENT_TWICE"],
    ["NIR;age;ald;c2s\n;40;oui;non\n", "ligne 2, colonne NIR, ID_INVALID"],
    ["NIR;age;ald;c2s\n12;400;oui;non\n", "ligne 2, colonne age, AGE_INVALID"],
  ])("%j is refused", async (list, message) => {
    const called = await call("reconcile a b --year 2026 --key NIR", { a: list, b });
    expect(called).toMatchObject({ code: 1, out: "" });
    expect(called.err).toContain(message);
    expect(called.err).not.toContain('"12"');
  });

  test.each([
    ["reconcile a --year 2026", "attendu deux listes"],
    ["reconcile a b --year 2026", "b : aucun identifiant de patient ; --clé"],
    ["reconcile a b --key nom", "a : pas de colonne nom"],
    ["reconcile a b --key NIR --set c2s.amount=3", "--année manque"],
    ["reconcile a - --key NIR", "deux fichiers"],
    ["reconcile a a --year 2026 --physician Z", "aucune des deux listes ne nomme ce médecin"],
    ["compute a --year 2026 --key NIR", "calculer ne prend pas --clé"],
  ])("%s is refused", async (line, message) => {
    const called = await call(line, { a, b });
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain(message);
  });
});
