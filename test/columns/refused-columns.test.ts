import { expect, test } from "vitest";
import { panelsFromColumns, computeColumns, type PanelColumns } from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

const good = { age: [40, 50], ald: [0, 1], c2s: [0, 3] };

/** Both ways of reading columns must say the same. */
function whyList(columns: unknown, options: object = {}): Why {
  const given = { year: 2026, ...options };
  const reason = refused(() => computeColumns(columns as PanelColumns, given));
  expect(refused(() => panelsFromColumns(columns as PanelColumns, given))).toEqual(reason);
  return reason;
}

const whyColumns = (columns: object): Why => whyList({ ...good, ...columns });

function throwing(): never {
  throw new TypeError("a hostile value");
}

/** A vector of two 32-bit integers, as Arrow lays it out, which says something that is not so. */
function ofArrow(lie: object): object {
  return {
    length: 2,
    data: [
      {
        type: { typeId: 2 },
        length: 2,
        offset: 0,
        nullCount: 0,
        values: Int32Array.of(0, 1),
        ...lie,
      },
    ],
    get: () => 0,
  };
}

const names = [
  "physicianId, age, birthYear, ald, c2s, seen, yearsSinceSeen, prevention, registeredFrom, " +
    "registeredUntil, diedOn, aldFrom, aldUntil, c2sFrom, c2sUntil",
] as const;
const aColumn = [
  "un tableau typé, ou un vecteur Arrow",
  "a typed array, or an Arrow vector",
] as const;
const legible = ["une valeur qui se laisse lire", "a value that can be read"] as const;
const ofTwo = [
  "une colonne de 2 valeurs, comme l'âge",
  "a column of 2 values, like the age",
] as const;
const indicators = [
  "flu, covid, pneumococcus, mmr, meningococcus, hpv, breast, cervix, colorectal, glycaemia, ckd, hba1c, exam-9m, exam-24m, dental",
] as const;
const ids = ["des noms d'indicateurs", "names of indicators"] as const;
const column = (path: string, found: string, allowed: readonly [string, string?] = aColumn): Why =>
  why("COLUMN_INVALID", path, found, ...allowed);

table<unknown, Why>(
  "what is no set of columns is refused",
  [
    ["nothing", undefined, why("INPUT_INVALID", "columns", "undefined", ...names)],
    ["null", null, why("INPUT_INVALID", "columns", "null", ...names)],
    ["text", "age", why("INPUT_INVALID", "columns", '"age"', ...names)],
    [
      "what throws",
      new Proxy({}, { ownKeys: throwing }),
      why("INPUT_INVALID", "columns", "undefined", ...legible),
    ],
  ],
  whyList,
);

table<object, Why>(
  "a list is refused for its columns",
  [
    ["one that is not known", { agee: [1, 2] }, column("columns.agee", '"agee"', names)],
    [
      "no age",
      { age: undefined },
      column("columns.age", "undefined", [
        "une colonne age ou birthYear",
        "a column age or birthYear",
      ]),
    ],
    [
      "two ages",
      { birthYear: [1980, 1981] },
      column("columns.birthYear", '"birthYear"', [
        "age ou birthYear, pas les deux",
        "age or birthYear, not both",
      ]),
    ],
    [
      "two ways to be seen",
      { seen: [1, 0], yearsSinceSeen: [1, 0] },
      column("columns.yearsSinceSeen", '"yearsSinceSeen"', [
        "seen ou yearsSinceSeen, pas les deux",
        "seen or yearsSinceSeen, not both",
      ]),
    ],
    ["no ALD", { ald: undefined }, column("columns.ald", "undefined")],
    ["no C2S", { c2s: undefined }, column("columns.c2s", "undefined")],
    ["an ALD that is a number", { ald: 3 }, column("columns.ald", "3")],
    ["an ALD that is null", { ald: null }, column("columns.ald", "null")],
    ["an ALD that is text", { ald: "01" }, column("columns.ald", '"01"')],
    ["an ALD that is a function", { ald: throwing }, column("columns.ald", "function")],
    [
      "an ALD with a length, whose values cannot be asked for",
      { ald: { length: 2 } },
      column("columns.ald", "{length}"),
    ],
    [
      "an ALD with values to ask for, without a length",
      { ald: { get: () => 0 } },
      column("columns.ald", "{get}"),
    ],
    [
      "bytes without a type",
      { ald: new DataView(new ArrayBuffer(2)) },
      column("columns.ald", "{}"),
    ],
    ["a shorter physician", { physicianId: ["a"] }, column("columns.physicianId", "1", ofTwo)],
    ["a shorter ALD", { ald: [0] }, column("columns.ald", "1", ofTwo)],
    ["a longer C2S", { c2s: [0, 1, 0] }, column("columns.c2s", "3", ofTwo)],
    ["a shorter seen", { seen: [0] }, column("columns.seen", "1", ofTwo)],
    [
      "a shorter number of years",
      { yearsSinceSeen: [0] },
      column("columns.yearsSinceSeen", "1", ofTwo),
    ],
    ["a shorter diedOn", { diedOn: [null] }, column("columns.diedOn", "1", ofTwo)],
    ["a longer aldFrom", { aldFrom: [0, 1, 2] }, column("columns.aldFrom", "3", ofTwo)],
    ["a shorter prevention", { prevention: [0] }, column("columns.prevention", "1", ofTwo)],
    [
      "a longer mask",
      { prevention: { mask: [0, 1, 0], indicators: ["flu"] } },
      column("columns.prevention.mask", "3", ofTwo),
    ],
    [
      "a shorter flag",
      { prevention: { flu: [0, 0], hpv: [1] } },
      column("columns.prevention.hpv", "1", ofTwo),
    ],
    [
      "a shorter ALD than birth years",
      { age: undefined, birthYear: [1980, 1981], ald: [0] },
      column("columns.ald", "1", ofTwo),
    ],
    [
      "an indicator that is not known",
      { prevention: { yoga: [0, 1] } },
      why("PREVENTION_UNKNOWN", "columns.prevention", '"yoga"', ...indicators),
    ],
    [
      "an indicator of a mask that is not known",
      { prevention: { mask: [0, 1], indicators: ["flu", "yoga"] } },
      why("PREVENTION_UNKNOWN", "columns.prevention", '"yoga"', ...indicators),
    ],
    [
      "an indicator without a name",
      { prevention: { mask: [0, 1], indicators: [{}] } },
      why("PREVENTION_INVALID", "columns.prevention", "{}", ...ids),
    ],
    [
      "an indicator whose name is empty",
      { prevention: { mask: [0, 1], indicators: [""] } },
      why("PREVENTION_INVALID", "columns.prevention", '""', ...ids),
    ],
    [
      "an indicator twice",
      { prevention: { mask: [0, 1], indicators: ["flu", "hpv", "flu"] } },
      why(
        "PREVENTION_TWICE",
        "columns.prevention",
        '"flu"',
        "chaque indicateur une seule fois",
        "each indicator once",
      ),
    ],
    [
      "more indicators than a mask has bits",
      { prevention: { mask: [0, 1], indicators: Array.from({ length: 31 }, (_, i) => `i${i}`) } },
      why(
        "PREVENTION_INVALID",
        "columns.prevention",
        "31",
        "30 indicateurs au plus",
        "30 indicators at most",
      ),
    ],
    ["a flag that is no column", { prevention: { flu: 3 } }, column("columns.prevention.flu", "3")],
    [
      "a mask that is no column",
      { prevention: { mask: 3, indicators: ["flu"] } },
      column("columns.prevention.mask", "3"),
    ],
    ["prevention that is null", { prevention: null }, column("columns.prevention", "null")],
    ["prevention that is text", { prevention: "flu" }, column("columns.prevention", '"flu"')],
    [
      "prevention that throws",
      { prevention: new Proxy({}, { ownKeys: throwing }) },
      column("columns.prevention", "undefined", legible),
    ],
    [
      "a column that throws when it is read",
      { ald: { length: 2, get: throwing } },
      column("columns.ald", "undefined", legible),
    ],
    [
      "an Arrow vector with fewer values than rows",
      { ald: ofArrow({ values: Int32Array.of(0) }) },
      column("columns.ald", "{length, data, get}"),
    ],
    [
      "an Arrow vector with fewer null bits than rows",
      { ald: ofArrow({ nullCount: 1, nullBitmap: new Uint8Array() }) },
      column("columns.ald", "{length, data, get}"),
    ],
    [
      "an Arrow vector with null bits that are no bytes",
      { ald: ofArrow({ nullCount: 1, nullBitmap: [255] }) },
      column("columns.ald", "{length, data, get}"),
    ],
    [
      "an Arrow vector whose values are no typed array",
      { ald: ofArrow({ values: { 0: 0, 1: 1, length: 2 } }) },
      column("columns.ald", "{length, data, get}"),
    ],
    [
      "an Arrow vector below its first row",
      { ald: ofArrow({ offset: -1, nullCount: 1, nullBitmap: new Uint8Array(1) }) },
      column("columns.ald", "{length, data, get}"),
    ],
    [
      "an Arrow vector of half a row",
      { ald: ofArrow({ length: 1.5 }) },
      column("columns.ald", "{length, data, get}"),
    ],
    [
      "an Arrow vector of bits that are no bytes",
      { ald: ofArrow({ type: { typeId: 6 } }) },
      column("columns.ald", "{length, data, get}"),
    ],
    [
      "an Arrow vector of fewer bits than rows",
      { ald: ofArrow({ type: { typeId: 6 }, offset: 7, values: new Uint8Array(1) }) },
      column("columns.ald", "{length, data, get}"),
    ],
    [
      "an Arrow dictionary with fewer codes than rows",
      { physicianId: ofArrow({ type: { typeId: -1 }, values: Int32Array.of(0) }) },
      column("columns.physicianId", "{length, data, get}"),
    ],
    [
      "an Arrow dictionary whose codes are no typed array",
      { physicianId: ofArrow({ type: { typeId: -1 }, values: [0, 1] }) },
      column("columns.physicianId", "{length, data, get}"),
    ],
    [
      "an Arrow text that is no bytes",
      { physicianId: ofArrow({ type: { typeId: 5 }, valueOffsets: Int32Array.of(0, 1, 2) }) },
      column("columns.physicianId", "{length, data, get}"),
    ],
    [
      "an Arrow text without ends",
      { physicianId: ofArrow({ type: { typeId: 5 }, values: new Uint8Array(2) }) },
      column("columns.physicianId", "{length, data, get}"),
    ],
    [
      "an Arrow text with one end too few",
      {
        physicianId: ofArrow({
          type: { typeId: 5 },
          values: new Uint8Array(2),
          valueOffsets: Int32Array.of(0, 1),
        }),
      },
      column("columns.physicianId", "{length, data, get}"),
    ],
    [
      "an Arrow text whose ends are no typed array",
      {
        physicianId: ofArrow({
          type: { typeId: 20 },
          values: new Uint8Array(2),
          valueOffsets: [0, 1, 2],
        }),
      },
      column("columns.physicianId", "{length, data, get}"),
    ],
    [
      "a dictionary that throws",
      { physicianId: ofArrow({ type: { typeId: -1 }, dictionary: { get: throwing } }) },
      column("columns.physicianId", "undefined", legible),
    ],
  ],
  whyColumns,
);

test("thirty indicators are not too many, where a schedule asks for none", () => {
  const ids = Array.from({ length: 30 }, (_, i) => `i${i}`);
  expect(
    computeColumns(
      { ...good, prevention: { mask: [0, 2 ** 30 - 1], indicators: ids } },
      { year: 2024 },
    ).rejected.rows,
  ).toBe(0);
});

table<object, Why>(
  "options are refused",
  [
    [
      "physicians that are no list",
      { physicians: "" },
      why("INPUT_INVALID", "physicians", '""', "une liste", "a list"),
    ],
    [
      "practices that are no list",
      { physicians: [], practices: 7 },
      why("INPUT_INVALID", "practices", "7", "une liste", "a list"),
    ],
    [
      "a limit that is no number of rows",
      { limit: 1.5 },
      why(
        "INPUT_INVALID",
        "options.limit",
        "1.5",
        "un entier à partir de 0",
        "a whole number from 0",
      ),
    ],
    [
      "a limit below zero",
      { limit: -1 },
      why(
        "INPUT_INVALID",
        "options.limit",
        "-1",
        "un entier à partir de 0",
        "a whole number from 0",
      ),
    ],
    [
      "a way to match that is none",
      { match: "name" },
      why("INPUT_INVALID", "options.match", '"name"', "id ou index", "id or index"),
    ],
    [
      "places without an array",
      { match: "index" },
      why(
        "INPUT_INVALID",
        "options.physicians",
        "undefined",
        "les médecins, puisque match est index",
        "the physicians, since match is index",
      ),
    ],
  ],
  (options) => whyList(good, options),
);

test("places in an array are whole numbers of 32 bits", () => {
  const numbers = [
    "des nombres entiers, de 32 bits au plus",
    "whole numbers, of 32 bits at most",
  ] as const;
  for (const physician of [
    ["0", "1"],
    Float64Array.of(0, 1),
    BigInt64Array.of(0n, 1n),
    Float32Array.of(0, 1),
    BigUint64Array.of(0n, 1n),
  ]) {
    expect(
      whyList(
        { ...good, physicianId: physician },
        { match: "index", physicians: [{ id: "a" }, { id: "b" }] },
      ),
    ).toEqual(column("columns.physicianId", "undefined", numbers));
  }
});

test("a limit of zero lists no row, and counts them all", () => {
  const { rejected: rows } = computeColumns({ ...good, age: [130, 131] }, { year: 2026, limit: 0 });
  expect(rows).toEqual({ rows: 2, byCode: { AGE_INVALID: 2 }, listed: [] });
});

test("a hundred refused rows are listed where no limit is given", () => {
  const age = new Uint8Array(101).fill(200);
  const { listed, rows } = computeColumns(
    { age, ald: new Uint8Array(101), c2s: new Uint8Array(101) },
    { year: 2026 },
  ).rejected;
  expect([listed.length, rows]).toEqual([100, 101]);
});

const noDefault = {
  seen: { "reads.ifMissing.seen": null },
  prevention: { "reads.ifMissing.prevention": null },
};
const seenNeeded = why(
  "FACT_MISSING",
  "patients[].seen",
  "undefined",
  "une valeur : le barème n'a pas de défaut pour seen",
  "a value: the schedule has no default for seen",
);
const preventionNeeded = why(
  "FACT_MISSING",
  "patients[].prevention",
  "undefined",
  "les indicateurs de prévention : le barème n'a pas de défaut",
  "prevention indicators: the schedule has no default",
);

test("a column that is not there is refused where the schedule has no default for it", () => {
  expect(refused(() => computeColumns(good, { year: 2026, patch: noDefault.seen }))).toEqual(
    seenNeeded,
  );
  expect(whyList(good, { patch: noDefault.prevention })).toEqual(preventionNeeded);
  const told = { ...good, seen: [1, 1], prevention: [0, 0] };
  const both = { year: 2026, patch: { ...noDefault.seen, ...noDefault.prevention } };
  expect([...computeColumns(told, both).totalCents]).toEqual([(5 + 55 + 10) * 100]);
  expect([
    ...computeColumns({ age: [], ald: [], c2s: [] }, { year: 2026, patch: noDefault.prevention })
      .totalCents,
  ]).toEqual([]);
});

test("physicians who are found by their places need no names", () => {
  const { physicianIds, totalCents } = computeColumns(
    { ...good, physicianId: Uint8Array.of(1, 0) },
    { year: 2026, match: "index", physicians: [{}, {}] },
  );
  expect([physicianIds, [...totalCents]]).toEqual([
    [null, null],
    [(55 + 10) * 100, 5 * 100],
  ]);
});

test("a number of actions is refused where indicators have different prices", () => {
  const apart = [
    "une colonne par indicateur : leurs prix diffèrent",
    "a column for each indicator: their prices differ",
  ] as const;
  expect(
    whyList({ ...good, prevention: [1, 0] }, { patch: { "prevention.flu.amount": "7" } }),
  ).toEqual(why("PREVENTION_UNPRICED", "columns.prevention", '"number"', ...apart));
});
