import { expect, test } from "vitest";
import { panelsFromColumns } from "../../src/index.ts";
import { allowedId, isWrittenId } from "../../src/list/written-id.ts";
import { anAdult, batch } from "../support/rows.ts";

const lost = [
  "1,01E+10",
  "1,01E+010",
  "1.85069E014",
  "1.01E+10",
  "1.23e+14",
  "1E+10",
  "1.85069E14",
  "2,5E-05",
  "1.0E7",
  "12.5E+10",
  "1.5 E +10",
  "1.5E 10",
  "1 E+10",
  "1E +10",
  "1E+ 10",
  "1E+100",
  "1E-100",
  "1.5e14",
];

test.each([
  ...lost,
  2 ** 53,
  -(2 ** 53),
  1e21,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  {},
  ["1"],
])("%s is no identifier as it was written", (id) => expect(isWrittenId(id)).toBe(false));

test.each([
  "12E4",
  "E10",
  "1E10",
  "A1.5E+10",
  "P+1",
  "1.5E",
  "1.5xE+10",
  "1.5Ex+10",
  "1xE+10",
  "1Ex+10",
  "1E+x10",
  "1E+10x",
  "007",
  0,
  2 ** 53 - 1,
  "100000000000000001",
])("%s is an identifier", (id) => expect(isWrittenId(id)).toBe(true));

test.each([...lost, 2 ** 60])("the library refuses %s, and says what to do", (id) => {
  const { rejected } = batch([
    { ...anAdult, id, physicianId: "A" },
    { ...anAdult, id: "2", physicianId: id },
  ]);
  for (const { refusals } of rejected) expect(refusals[0]?.code).toBe("ID_INVALID");
  expect(rejected).toHaveLength(2);
  expect(rejected[0]?.refusals[0]?.allowed.en).toMatch(/as text|a text/);
});

test("columns refuse them too", () => {
  const columns = { physicianId: ["A", "1,01E+10"], age: [3, 3], ald: [0, 0], c2s: [0, 0] };
  const { rejected } = panelsFromColumns(columns as never, { year: 2026 } as never);
  expect(rejected).toMatchObject({ rows: 1, byCode: { ID_INVALID: 1 } });
});

test.each<readonly [unknown, string, string]>([
  [
    "1,01E+10",
    "l'identifiant entier : écrit ainsi, il a perdu des chiffres ; mettre la colonne au format Texte, puis la remplir de nouveau",
    "the whole identifier: written so it has lost digits; format the column as text, then fill it again",
  ],
  [
    2 ** 60,
    "un texte : au-delà de 2^53 un nombre perd des chiffres ; l'écrire entre guillemets",
    "a text: beyond 2^53 a number loses digits; write it in quotes",
  ],
  ...[Number.NaN, Number.POSITIVE_INFINITY, true, {}].map(
    (id) => [id, "un texte ou un nombre", "a text or a number"] as const,
  ),
])("of %s it says what to do", (id, fr, en) => {
  expect(allowedId(id)).toStrictEqual({ fr, en });
});
