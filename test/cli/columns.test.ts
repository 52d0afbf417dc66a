import { expect, test } from "vitest";
import { call } from "../support/io.ts";
import { amountsOf } from "../support/amounts.ts";

const told = (fr: string, names: string): string =>
  `forfait-mt: list : colonne manquante : ${fr} ; en-têtes du fichier : ${names} (--correspondance FICHIER dit ce qu'est une colonne)\n`;

test.each([
  ["ALD", "patient;âge;C2S\n1;45;non\n2;46;non\n", told("ALD", "patient, âge, C2S")],
  [
    "age and birth date",
    "patient;ALD;C2S\n1;non;non\n",
    told("date de naissance ou âge", "patient, ALD, C2S"),
  ],
  ["all but the age", "âge\n45\n", told("ALD, C2S", "âge")],
])("a list without a column of %s is told so once, not row by row", async (_, list, err) => {
  expect(await call("compute list --year 2026", { list })).toMatchObject({ code: 2, out: "", err });
});

test("a birth date stands for the age, and a mapped header for its field", async () => {
  const called = await call("compute list --year 2026 --format csv --map map", {
    list: "date de naissance;affection;C2S\n1980;non;non\n",
    map: '{"affection":"ald"}',
  });
  expect(called).toMatchObject({ code: 0, err: "" });
  expect(amountsOf(called)).toEqual([
    "physicianId,patients,base,c2s,prevention,zone,age67,total",
    ",1,5.00,0.00,0.00,0.00,0.00,5.00",
  ]);
});
