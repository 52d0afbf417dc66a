import { expect, test } from "vitest";
import { call } from "../support/io.ts";

/** Refusals are told once for each cause. */

test("a cause of many rows is one line, with three of them and what to do", async () => {
  const list = `né le;ald;c2s\n${"01/02/50;non;non\n".repeat(1100)}16558;X?;non\n`;
  const { err } = await call("compute list --year 2026", { list });
  const lines = err.trimEnd().split("\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe(
    "list, colonne né le, DATE_INVALID, 1\u00a0100 lignes: date invalide : " +
      'trouvé "01/02/50" (ligne 2), "01/02/50" (ligne 3), "01/02/50" (ligne 4)… ; ' +
      "attendu : JJ/MM/AAAA, MM/AAAA ou AAAA (ou AAAA-MM-JJ) " +
      "(année à deux chiffres, de quel siècle ? l'écrire en entier (1945))",
  );
  expect(lines[1]).toMatch(/^list, ligne 1102, colonne né le, DATE_INVALID: .*Excel/);
  expect(lines[2]).toMatch(/^list, ligne 1102, colonne ald, ALD_INVALID: .*trouvé "X\?"/);
  const english = await call("compute list --year 2026 --locale en", { list });
  expect(english.err).toContain(", 1,100 rows: ");
  expect(english.err).toMatch(/\n1,101 rows refused/);
  expect(lines[3]).toMatch(/^1\u00a0101 lignes refusées/);
});

test("what is allowed of each row stands beside it", async () => {
  const list = "âge;né le;ald;c2s\n76;1950;oui;non\n77;1951;oui;non\n";
  const { err } = await call("compute list --year 2026 --locale en", { list });
  expect(err).toContain("list, column âge, AGE_DISAGREES, 2 rows: ");
  expect(err).toContain('found "76", allowed 75, from birthDate 1950');
  expect(err).toContain('"77", allowed 74, from birthDate 1951');
  expect(err).toContain("--ignore COLUMN");
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
