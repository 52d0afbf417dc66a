import { expect, test } from "vitest";
import {
  panelsFromColumns,
  computeColumns,
  computePanels,
  type ErrorCode,
  type PanelColumns,
  type RejectedRow,
} from "../../src/index.ts";
import { why, withoutMessage, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

const good = { age: [40, 50], ald: [0, 1], c2s: [0, 3] };

/** Why rows are refused, by their numbers; both ways of reading columns must say the same. */
function whyRows(columns: object, options: object = { year: 2026 }): Record<number, Why[]> {
  const given = { ...good, ...columns } as PanelColumns;
  const { rejected } = computeColumns(given, options as { year: number });
  expect(panelsFromColumns(given, options as { year: number }).rejected).toEqual(rejected);
  expect(rejected.rows).toBe(rejected.listed.length);
  const reasons: Partial<Record<ErrorCode, number>> = {};
  for (const { refusals } of rejected.listed)
    for (const { code } of refusals) reasons[code] = (reasons[code] ?? 0) + 1;
  expect(rejected.byCode).toEqual(reasons);
  return Object.fromEntries(
    rejected.listed.map(({ index, refusals }: RejectedRow) => [
      index,
      refusals.map(withoutMessage),
    ]),
  );
}

const whole = (from: number, to: number): [string, string] => [
  `un entier de ${from} à ${to}`,
  `a whole number from ${from} to ${to}`,
];
const anAge = whole(0, 129);
const aFlag = ["0 ou 1", "0 or 1"] as const;
const aC2s = [
  "0 aucune, 1 sans participation, 2 avec participation, 3 type non indiqué",
  "0 none, 1 free, 2 contributory, 3 kind unknown",
] as const;
const aYear = ["une année civile", "a calendar year"] as const;
const years = ["un entier à partir de 0", "a whole number from 0"] as const;
const aPhysician = ["l'identifiant d'un médecin", "the identifier of a physician"] as const;
const anId = ["un texte ou un nombre", "a text or a number"] as const;

table<object, Record<number, Why[]>>(
  "a row is refused, and says where, what and what was allowed",
  [
    [
      "without an age",
      { age: [40, null] },
      { 1: [why("AGE_MISSING", "columns.age[1]", "null", ...anAge)] },
    ],
    [
      "with an empty age",
      { age: ["", 40] },
      { 0: [why("AGE_MISSING", "columns.age[0]", '""', ...anAge)] },
    ],
    [
      "with an age that is text",
      { age: ["40", 40] },
      { 0: [why("AGE_INVALID", "columns.age[0]", '"40"', ...anAge)] },
    ],
    [
      "with NaN for an age",
      { age: Float64Array.of(40, Number.NaN) },
      { 1: [why("AGE_INVALID", "columns.age[1]", "NaN", ...anAge)] },
    ],
    [
      "with half a year",
      { age: Float64Array.of(40, 40.5) },
      { 1: [why("AGE_INVALID", "columns.age[1]", "40.5", ...anAge)] },
    ],
    [
      "with half a year in an array",
      { age: [40, 40.5] },
      { 1: [why("AGE_INVALID", "columns.age[1]", "40.5", ...anAge)] },
    ],
    [
      "with half a year in single precision",
      { age: Float32Array.of(40.5, 40) },
      { 0: [why("AGE_INVALID", "columns.age[0]", "40.5", ...anAge)] },
    ],
    [
      "with ages below 0",
      { age: Int8Array.of(-128, -1) },
      {
        0: [why("AGE_INVALID", "columns.age[0]", "-128", ...anAge)],
        1: [why("AGE_INVALID", "columns.age[1]", "-1", ...anAge)],
      },
    ],
    [
      "with the age after the last",
      { age: [129, 130] },
      { 1: [why("AGE_INVALID", "columns.age[1]", "130", ...anAge)] },
    ],
    [
      "with an age in bytes after the last",
      { age: Uint8Array.of(130, 129) },
      { 0: [why("AGE_INVALID", "columns.age[0]", "130", ...anAge)] },
    ],
    [
      "with a long age",
      { age: BigInt64Array.of(40n, 2n ** 40n) },
      { 1: [why("AGE_INVALID", "columns.age[1]", "1099511627776", ...anAge)] },
    ],
    [
      "with an age of more than 53 bits",
      { age: BigUint64Array.of(2n ** 63n, 40n) },
      { 0: [why("AGE_INVALID", "columns.age[0]", "9223372036854775808", ...anAge)] },
    ],
    [
      "with a year of birth of five digits",
      { age: undefined, birthYear: [10_000, 2025] },
      { 0: [why("DATE_INVALID", "columns.birthYear[0]", "10000", ...aYear)] },
    ],
    [
      "with a year of birth too long ago",
      { age: undefined, birthYear: [1895, 1896] },
      { 0: [why("AGE_INVALID", "columns.birthYear[0]", "1895", ...anAge)] },
    ],
    [
      "with years of birth in bytes, which are years and not ages",
      { age: undefined, birthYear: Uint8Array.of(40, 129) },
      {
        0: [why("AGE_INVALID", "columns.birthYear[0]", "40", ...anAge)],
        1: [why("AGE_INVALID", "columns.birthYear[1]", "129", ...anAge)],
      },
    ],
    [
      "with a year of birth that is text",
      { age: undefined, birthYear: ["x", 1985] },
      { 0: [why("DATE_INVALID", "columns.birthYear[0]", '"x"', ...aYear)] },
    ],
    [
      "with half a year of birth",
      { age: undefined, birthYear: [1985, 1985.5] },
      { 1: [why("DATE_INVALID", "columns.birthYear[1]", "1985.5", ...aYear)] },
    ],
    [
      "without a year of birth",
      { age: undefined, birthYear: [1985, undefined] },
      { 1: [why("AGE_MISSING", "columns.birthYear[1]", "undefined", ...aYear)] },
    ],
    [
      "without ALD",
      { ald: [undefined, 1] },
      { 0: [why("ALD_MISSING", "columns.ald[0]", "undefined", ...aFlag)] },
    ],
    [
      "with 2 for an ALD",
      { ald: [2, 1] },
      { 0: [why("ALD_INVALID", "columns.ald[0]", "2", ...aFlag)] },
    ],
    [
      "with -1 for an ALD",
      { ald: [1, -1] },
      { 1: [why("ALD_INVALID", "columns.ald[1]", "-1", ...aFlag)] },
    ],
    [
      "with text for an ALD",
      { ald: ["yes", 1] },
      { 0: [why("ALD_INVALID", "columns.ald[0]", '"yes"', ...aFlag)] },
    ],
    [
      "without C2S",
      { c2s: [0, null] },
      { 1: [why("C2S_MISSING", "columns.c2s[1]", "null", ...aC2s)] },
    ],
    [
      "with a C2S of no kind",
      { c2s: [4, 3] },
      { 0: [why("C2S_INVALID", "columns.c2s[0]", "4", ...aC2s)] },
    ],
    [
      "with text for a C2S",
      { c2s: [0, "free"] },
      { 1: [why("C2S_INVALID", "columns.c2s[1]", '"free"', ...aC2s)] },
    ],
    [
      "with years since a visit below 0",
      { yearsSinceSeen: [-1, 3] },
      { 0: [why("SEEN_INVALID", "columns.yearsSinceSeen[0]", "-1", ...years)] },
    ],
    [
      "with more years since a visit than 32 bits hold",
      { yearsSinceSeen: [2 ** 31, 2 ** 31 - 1] },
      { 0: [why("SEEN_INVALID", "columns.yearsSinceSeen[0]", "2147483648", ...years)] },
    ],
    [
      "without years since a visit",
      { yearsSinceSeen: [2, null] },
      { 1: [why("SEEN_MISSING", "columns.yearsSinceSeen[1]", "null", ...years)] },
    ],
    [
      "without a seen",
      { seen: [true, null] },
      { 1: [why("SEEN_MISSING", "columns.seen[1]", "null", ...aFlag)] },
    ],
    [
      "with 2 for a seen",
      { seen: [2, 1] },
      { 0: [why("SEEN_INVALID", "columns.seen[0]", "2", ...aFlag)] },
    ],
    [
      "with more than 15 actions",
      { prevention: [16, 15] },
      { 0: [why("PREVENTION_INVALID", "columns.prevention[0]", "16", ...whole(0, 15))] },
    ],
    [
      "without a number of actions",
      { prevention: [null, 15] },
      { 0: [why("PREVENTION_INVALID", "columns.prevention[0]", "null", ...whole(0, 15))] },
    ],
    [
      "with a bit for no indicator",
      { prevention: { mask: [4, 3], indicators: ["flu", "hpv"] } },
      { 0: [why("PREVENTION_INVALID", "columns.prevention.mask[0]", "4", ...whole(0, 3))] },
    ],
    [
      "with a mask below 0",
      { prevention: { mask: [3, -1], indicators: ["flu", "hpv"] } },
      { 1: [why("PREVENTION_INVALID", "columns.prevention.mask[1]", "-1", ...whole(0, 3))] },
    ],
    [
      "with a flag that is none",
      { prevention: { flu: [0, 2], hpv: [1, 1] } },
      { 1: [why("PREVENTION_INVALID", "columns.prevention.flu[1]", "2", ...aFlag)] },
    ],
    [
      "with a flag that is missing",
      { prevention: { flu: [0, 1], hpv: [null, 1] } },
      { 0: [why("PREVENTION_INVALID", "columns.prevention.hpv[0]", "null", ...aFlag)] },
    ],
    [
      "without a physician",
      { physicianId: ["a", null] },
      { 1: [why("PHYSICIAN_MISSING", "columns.physicianId[1]", "null", ...aPhysician)] },
    ],
    [
      "with an empty physician",
      { physicianId: ["", "a"] },
      { 0: [why("PHYSICIAN_MISSING", "columns.physicianId[0]", '""', ...aPhysician)] },
    ],
    [
      "with a physician who is no name",
      { physicianId: ["a", {}] },
      { 1: [why("ID_INVALID", "columns.physicianId[1]", "{}", ...anId)] },
    ],
    [
      "with a physician who is no number",
      { physicianId: [Number.NaN, "a"] },
      { 0: [why("ID_INVALID", "columns.physicianId[0]", "NaN", ...anId)] },
    ],
    [
      "for several reasons",
      { age: [40, 130], ald: [0, 2], c2s: [0, 4], seen: [1, 3], prevention: [0, 16] },
      {
        1: [
          why("AGE_INVALID", "columns.age[1]", "130", ...anAge),
          why("ALD_INVALID", "columns.ald[1]", "2", ...aFlag),
          why("C2S_INVALID", "columns.c2s[1]", "4", ...aC2s),
          why("SEEN_INVALID", "columns.seen[1]", "3", ...aFlag),
          why("PREVENTION_INVALID", "columns.prevention[1]", "16", ...whole(0, 15)),
        ],
      },
    ],
  ],
  whyRows,
);

const aKind = [
  "1 sans participation ou 2 avec participation : l'interprétation choisie en dépend",
  "1 free or 2 contributory: the chosen reading depends on it",
] as const;

table<object, Record<number, Why[]>>(
  "a row whose C2S is of a kind not told is refused where the reading asks for it",
  [
    ["as 3", {}, { 1: [why("C2S_KIND_MISSING", "columns.c2s[1]", "3", ...aKind)] }],
    [
      "as true",
      { c2s: [true, false] },
      { 0: [why("C2S_KIND_MISSING", "columns.c2s[0]", "true", ...aKind)] },
    ],
    ["but not one that is told, nor none", { c2s: [1, 2] }, {}],
    [
      "and so is a number that is none",
      { c2s: [0, 4] },
      { 1: [why("C2S_INVALID", "columns.c2s[1]", "4", ...aC2s)] },
    ],
  ],
  (columns) => whyRows(columns, { year: 2025, readings: { "precarity-of": "free" } }),
);

const given = ["un des médecins donnés", "one of the physicians that were given"] as const;
const accepted = [
  "un médecin dont la ligne est acceptée",
  "a physician whose row is accepted",
] as const;
const physicians = [{ id: "a" }, { id: "b", zone: "moon" }, { id: "3" }];

test("a row of a physician who is not known, or whose own row is refused, is refused", () => {
  const { listed, byCode } = computeColumns(
    {
      ...good,
      age: [40, 50, 60, 70],
      ald: [0, 0, 0, 0],
      c2s: [0, 0, 0, 0],
      physicianId: ["c", "a", "b", 3],
    },
    { year: 2026, physicians: physicians as { id: string }[] },
  ).rejected;
  expect(byCode).toEqual({ PHYSICIAN_UNKNOWN: 1, PHYSICIAN_REFUSED: 1 });
  expect(
    listed
      .map(({ kind, index, physicianId, refusals }) => ({
        kind,
        index,
        physicianId,
        refusals: refusals.map(withoutMessage),
      }))
      .slice(1),
  ).toEqual([
    {
      kind: "patient",
      index: 0,
      physicianId: "c",
      refusals: [why("PHYSICIAN_UNKNOWN", "columns.physicianId[0]", '"c"', ...given)],
    },
    {
      kind: "patient",
      index: 2,
      physicianId: "b",
      refusals: [why("PHYSICIAN_REFUSED", "columns.physicianId[2]", '"b"', ...accepted)],
    },
  ]);
  expect(listed[0]).toMatchObject({ kind: "physician", index: 1, id: "b" });
});

test("a place in the array of physicians that is not there is refused, and so is that of a refused one", () => {
  const columns = {
    age: [40, 50, 60, 70],
    ald: [0, 0, 0, 0],
    c2s: [0, 0, 0, 0],
    physicianId: Int32Array.of(0, 3, -1, 1),
  };
  const {
    rejected,
    patients,
    physicianIds: ids,
  } = computeColumns(columns, {
    year: 2026,
    match: "index",
    physicians: physicians as { id: string }[],
  });
  expect(
    rejected.listed
      .slice(1)
      .map(({ index, physicianId, refusals }) => [
        index,
        physicianId,
        refusals.map(withoutMessage),
      ]),
  ).toEqual([
    [1, "3", [why("PHYSICIAN_UNKNOWN", "columns.physicianId[1]", "3", ...given)]],
    [2, "-1", [why("PHYSICIAN_UNKNOWN", "columns.physicianId[2]", "-1", ...given)]],
    [3, "1", [why("PHYSICIAN_REFUSED", "columns.physicianId[3]", "1", ...accepted)]],
  ]);
  expect([ids, [...patients]]).toEqual([
    ["a", "3"],
    [1, 0],
  ]);
});

test("what was done for a refused row is not paid, grouped or shuffled", () => {
  const rows = Array.from({ length: 40 }, (_, row) => row);
  const odd = rows.map((row) => row % 2);
  const given = {
    age: rows.map((row) => (row === 21 ? 130 : 40)),
    ald: rows.map(() => 0),
    c2s: rows.map(() => 0),
    prevention: { flu: rows.map((row) => Number(row === 7 || row === 21)) },
  };
  const options = { year: 2026, schedule: "fr.fmt.2026" } as const;
  for (const physicianId of [odd, [...odd].sort(), undefined]) {
    const columns = { ...given, ...(physicianId && { physicianId }) };
    const inOnePass = computeColumns(columns, options).sums.componentCents;
    const fromPanels = computePanels(panelsFromColumns(columns, options), options).sums;
    for (const { base, prevention } of [inOnePass, fromPanels.componentCents])
      expect([base, prevention]).toEqual([39 * 500, 500]);
  }
});
