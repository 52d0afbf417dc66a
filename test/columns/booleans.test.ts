import { Bool, vectorFromArray } from "apache-arrow";
import { expect } from "vitest";
import { panelsFromColumns, computeColumns, type PanelColumns } from "../../src/index.ts";
import { withoutMessage, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

/** Why rows are refused, by their numbers; both ways of reading columns must say the same. */
function whyRows(columns: object): Record<number, Why[]> {
  const list = { age: [40, 50], ald: [0, 1], c2s: [0, 1], ...columns } as PanelColumns;
  const { rejected } = computeColumns(list, { year: 2026 });
  expect(panelsFromColumns(list, { year: 2026 }).rejected).toEqual(rejected);
  return Object.fromEntries(
    rejected.listed.map(({ index, refusals }) => [index, refusals.map(withoutMessage)]),
  );
}

const whole = (last: number): [string, string] => [
  `un entier de 0 à ${last}`,
  `a whole number from 0 to ${last}`,
];
const years = ["un entier à partir de 0", "a whole number from 0"] as const;
const aYear = ["une année civile", "a calendar year"] as const;

table<object, Record<number, Why[]>>(
  "true and false are no numbers",
  [
    [
      "an age",
      { age: [40, true] },
      { 1: [why("AGE_INVALID", "columns.age[1]", "true", ...whole(129))] },
    ],
    [
      "an age in bits",
      { age: vectorFromArray([true, false], new Bool()) },
      {
        0: [why("AGE_INVALID", "columns.age[0]", "true", ...whole(129))],
        1: [why("AGE_INVALID", "columns.age[1]", "false", ...whole(129))],
      },
    ],
    [
      "a year of birth",
      { age: undefined, birthYear: [false, 1985] },
      { 0: [why("DATE_INVALID", "columns.birthYear[0]", "false", ...aYear)] },
    ],
    [
      "years since a visit",
      { yearsSinceSeen: [true, 0] },
      { 0: [why("SEEN_INVALID", "columns.yearsSinceSeen[0]", "true", ...years)] },
    ],
    [
      "a number of actions",
      { prevention: [0, true] },
      { 1: [why("PREVENTION_INVALID", "columns.prevention[1]", "true", ...whole(15))] },
    ],
    [
      "a mask",
      { prevention: { mask: [false, 1], indicators: ["flu"] } },
      { 0: [why("PREVENTION_INVALID", "columns.prevention.mask[0]", "false", ...whole(1))] },
    ],
  ],
  whyRows,
);

table<object, number>(
  "true and false are yes and no, also beside numbers",
  [
    ["ALD", { ald: [true, 0] }, 55 + 5],
    ["ALD in bits", { ald: vectorFromArray([false, true], new Bool()) }, 5 + 55],
    ["C2S", { c2s: [0, true] }, 5 + 5 + 10],
    ["C2S in bits", { c2s: vectorFromArray([true, true], new Bool()) }, 5 + 10 + 5 + 10],
    ["seen", { age: [82, 82], seen: [true, 1] }, 55 + 55],
    ["not seen", { age: [82, 82], seen: [1, false] }, 55 + 5],
    ["an indicator", { prevention: { flu: [true, 1], hpv: [false, true] } }, 5 + 5 + 3 * 5],
  ],
  (columns) =>
    (computeColumns({ age: [40, 40], ald: [0, 0], c2s: [0, 0], ...columns }, { year: 2026 })
      .totalCents[0] as number) / 100,
);

const kind = [
  "1 sans participation ou 2 avec participation : l'interprétation choisie en dépend",
  "1 free or 2 contributory: the chosen reading depends on it",
] as const;

table<object, Why[][]>(
  "true is a C2S whose kind is not told, also after a number",
  [
    [
      "in an array",
      { c2s: [1, true] },
      [[why("C2S_KIND_MISSING", "columns.c2s[1]", "true", ...kind)]],
    ],
    [
      "in bits",
      { c2s: vectorFromArray([true, false], new Bool()) },
      [[why("C2S_KIND_MISSING", "columns.c2s[0]", "true", ...kind)]],
    ],
  ],
  (columns) =>
    computeColumns(
      { age: [40, 40], ald: [0, 0], c2s: [0, 0], ...columns },
      { year: 2025, readings: { "precarity-of": "free" } },
    ).rejected.listed.map(({ refusals }) => refusals.map(withoutMessage)),
);
