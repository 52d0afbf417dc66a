import { expect, test } from "vitest";
import {
  computeColumns,
  computePanels,
  panelsFromColumns,
  type ColumnarStatements,
  type PanelColumns,
} from "../../src/index.ts";
import { why, withoutMessage, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

/** The reference day of 2026, in days since 1970-01-01. */
const DAY = Date.UTC(2025, 11, 31) / 86_400_000;
const [BEFORE, AFTER] = [DAY - 1, DAY + 1];
const options = { year: 2026 };

/** What a list in columns brings, in one pass and from panels. */
function priced(columns: object): ColumnarStatements {
  const given = { age: [40], ald: [0], c2s: [0], ...columns } as PanelColumns;
  const inOnePass = computeColumns(given, options);
  const { statement, ...fromPanels } = computePanels(panelsFromColumns(given, options), options);
  expect(fromPanels).toEqual(inOnePass);
  expect(statement(0).counts).toEqual(inOnePass.counts);
  return inOnePass;
}

/** Euros of one patient, or why they are left out or refused. */
function fateOf(columns: object): unknown {
  const { counts, totalCents, rejected } = priced(columns);
  if (counts.computed === 1) return (totalCents[0] as number) / 100;
  const [row] = rejected.listed;
  return row ? row.refusals.map(withoutMessage) : Object.keys(counts.reasons.leftOut);
}

const aPeriod = (from: string): [string, string] => [
  `un jour à partir de ${from}`,
  `a day from ${from} on`,
];
const aDay = [
  "un jour, en jours entiers depuis le 01/01/1970 ; null s'il n'y a pas de date",
  "a day, as whole days since 1970-01-01; null if there is no date",
] as const;

const kinds = [
  "0 aucune, 1 sans participation, 2 avec participation, 3 type non indiqué",
  "0 none, 1 free, 2 contributory, 3 kind unknown",
] as const;
const anAge = ["un entier de 0 à 129", "a whole number from 0 to 129"] as const;

test("the day is one of 2025, counted from 1970", () => {
  expect(DAY).toBe(56 * 365 + 14 - 1); // 14 leap years from 1972 to 2024
});

table<object, unknown>(
  "who is on the list on the day",
  [
    ["no date", { diedOn: [null], registeredFrom: [null], registeredUntil: [null] }, 5],
    ["died the day before", { diedOn: [BEFORE] }, ["dead"]],
    ["died on the day", { diedOn: [DAY] }, ["dead"]],
    ["died the day after", { diedOn: [AFTER] }, 5],
    ["died before 1970", { diedOn: [-1] }, ["dead"]],
    ["registered the day before", { registeredFrom: [BEFORE] }, 5],
    ["registered on the day", { registeredFrom: [DAY] }, 5],
    ["registered the day after", { registeredFrom: [AFTER] }, ["not-yet-registered"]],
    ["until the day before", { registeredUntil: [BEFORE] }, ["gone"]],
    ["until the day", { registeredUntil: [DAY] }, 5],
    ["until the day after", { registeredUntil: [AFTER] }, 5],
    ["on the one day", { registeredFrom: [DAY], registeredUntil: [DAY] }, 5],
    ["dead before gone", { diedOn: [DAY], registeredUntil: [BEFORE] }, ["dead"]],
    ["dead before not yet there", { diedOn: [DAY], registeredFrom: [AFTER] }, ["dead"]],
    [
      "unborn before dead",
      { age: undefined, birthYear: [2026], diedOn: [DAY], registeredFrom: [AFTER] },
      ["unborn"],
    ],
    ["gone, whatever else is wrong", { registeredUntil: [BEFORE], ald: [7], c2s: [9] }, ["gone"]],
    [
      "disordered",
      { registeredFrom: [AFTER], registeredUntil: [BEFORE] },
      [
        why(
          "PERIOD_DISORDERED",
          "columns.registeredUntil[0]",
          `${BEFORE}`,
          ...aPeriod(`registeredFrom (${AFTER}, 2026-01-01)`),
        ),
      ],
    ],
    [
      "disordered, and dead",
      { registeredFrom: [AFTER], registeredUntil: [BEFORE], diedOn: [DAY] },
      ["dead"],
    ],
    [
      "disordered, and unborn",
      { age: undefined, birthYear: [2026], registeredFrom: [AFTER], registeredUntil: [BEFORE] },
      ["unborn"],
    ],
    ["half a day", { diedOn: [0.5] }, [why("DATE_INVALID", "columns.diedOn[0]", "0.5", ...aDay)]],
    [
      "a text",
      { registeredFrom: ["2020-01-01"] },
      [why("DATE_INVALID", "columns.registeredFrom[0]", '"2020-01-01"', ...aDay)],
    ],
    [
      "the day after the last year of four digits",
      { registeredUntil: [2_932_897] },
      [why("DATE_INVALID", "columns.registeredUntil[0]", "2932897", ...aDay)],
    ],
    ["the last day of four digits", { registeredUntil: [2_932_896] }, 5],
    ["the first day of four digits", { registeredFrom: [-719_528] }, 5],
    [
      "the day before it",
      { registeredFrom: [-719_529] },
      [why("DATE_INVALID", "columns.registeredFrom[0]", "-719529", ...aDay)],
    ],
    ["an invalid date of who is dead", { diedOn: [DAY], registeredFrom: ["x"] }, ["dead"]],
    [
      "several reasons",
      { diedOn: ["x"], aldFrom: [DAY], aldUntil: [BEFORE], c2s: [4] },
      [
        why("DATE_INVALID", "columns.diedOn[0]", '"x"', ...aDay),
        why(
          "PERIOD_DISORDERED",
          "columns.aldUntil[0]",
          `${BEFORE}`,
          ...aPeriod(`aldFrom (${DAY}, 2025-12-31)`),
        ),
        why("C2S_INVALID", "columns.c2s[0]", "4", ...kinds),
      ],
    ],
  ],
  fateOf,
);

/** An adult of 40 brings 55 in ALD, else 5; the C2S brings 10. */
table<object, unknown>(
  "which rights hold on the day",
  [
    ["an ALD from the day", { aldFrom: [DAY] }, 55],
    ["from the day after", { aldFrom: [AFTER] }, 5],
    ["until the day", { aldUntil: [DAY] }, 55],
    ["until the day before", { aldUntil: [BEFORE], ald: [1] }, 5],
    ["on the one day, without a status", { aldFrom: [DAY], aldUntil: [DAY], ald: [null] }, 55],
    ["by its status alone", { aldFrom: [null], aldUntil: [null], ald: [1] }, 55],
    ["by its status alone, beside another date", { diedOn: [null], ald: [1] }, 55],
    ["a C2S by its status alone, beside another date", { diedOn: [null], c2s: [1] }, 15],
    [
      "from half a day",
      { aldFrom: [0.5] },
      [why("DATE_INVALID", "columns.aldFrom[0]", "0.5", ...aDay)],
    ],
    [
      "until a day after the last year of four digits",
      { aldFrom: [DAY], aldUntil: [2_932_897] },
      [why("DATE_INVALID", "columns.aldUntil[0]", "2932897", ...aDay)],
    ],
    [
      "by a status of nine bits alone, beside another date",
      { diedOn: [null], ald: [256] },
      [why("ALD_INVALID", "columns.ald[0]", "256", "0 ou 1", "0 or 1")],
    ],
    [
      "with half a status",
      { aldFrom: [DAY], ald: [0.5] },
      [why("ALD_INVALID", "columns.ald[0]", "0.5", "0 ou 1", "0 or 1")],
    ],
    [
      "an ALD that ends before it begins",
      { aldFrom: [DAY], aldUntil: [BEFORE] },
      [
        why(
          "PERIOD_DISORDERED",
          "columns.aldUntil[0]",
          `${BEFORE}`,
          ...aPeriod(`aldFrom (${DAY}, 2025-12-31)`),
        ),
      ],
    ],
    [
      "neither by a date nor by a status",
      { aldFrom: [null], ald: [null] },
      [why("ALD_MISSING", "columns.ald[0]", "null", "0 ou 1", "0 or 1")],
    ],
    [
      "with a status that is none",
      { aldFrom: [DAY], ald: [2] },
      [why("ALD_INVALID", "columns.ald[0]", "2", "0 ou 1", "0 or 1")],
    ],
    ["a C2S from the day", { c2sFrom: [DAY] }, 15],
    ["of a kind, from the day", { c2sFrom: [DAY], c2s: [2] }, 15],
    ["of a kind, from the day after", { c2sFrom: [AFTER], c2s: [2] }, 5],
    ["until the day before, of any kind", { c2sUntil: [BEFORE], c2s: [3] }, 5],
    ["until the day, without a status", { c2sUntil: [DAY], c2s: [null] }, 15],
    ["both, as booleans", { aldFrom: [AFTER], c2sUntil: [DAY], ald: [true], c2s: [true] }, 15],
    [
      "one that ends before it begins",
      { c2sFrom: [DAY], c2sUntil: [BEFORE] },
      [
        why(
          "PERIOD_DISORDERED",
          "columns.c2sUntil[0]",
          `${BEFORE}`,
          ...aPeriod(`c2sFrom (${DAY}, 2025-12-31)`),
        ),
      ],
    ],
  ],
  fateOf,
);

const tooOld = why("AGE_INVALID", "columns.age[0]", "200", ...anAge);

table<object, unknown>(
  "what a row that is refused for its age says of rights",
  [
    ["their first day, without a status", { aldFrom: [DAY], c2sFrom: [DAY] }, [tooOld]],
    ["their last day, without a status", { aldUntil: [BEFORE], c2sUntil: [BEFORE] }, [tooOld]],
    [
      "neither a day nor a status",
      { diedOn: [null] },
      [
        tooOld,
        why("ALD_MISSING", "columns.ald[0]", "null", "0 ou 1", "0 or 1"),
        why("C2S_MISSING", "columns.c2s[0]", "null", ...kinds),
      ],
    ],
  ],
  (dates) => fateOf({ age: [200], ald: [null], c2s: [null], ...dates }),
);

test("a C2S that holds by its dates alone is of no kind that is told", () => {
  const c2sFrom = [DAY - 365, DAY - 365, AFTER];
  const given = { age: [40, 40, 200], ald: [0, 0, 0], c2s: [0, 1, 0], c2sFrom };
  const { rejected, counts } = computeColumns(given, {
    year: 2025,
    readings: { "precarity-of": "free" },
  });
  expect(counts).toMatchObject({
    computed: 1,
    reasons: { rejected: { C2S_KIND_MISSING: 1, AGE_INVALID: 1 } },
  });
  const whys: Why[] = (rejected.listed[0]?.refusals ?? []).map(withoutMessage);
  expect(whys).toMatchObject([{ path: "columns.c2s[0]", found: "3" }]);
});

test("29 February is a day of its own", () => {
  const leap = Date.UTC(2024, 1, 29) / 86_400_000;
  expect(fateOf({ registeredFrom: [leap], registeredUntil: [leap] })).toEqual(["gone"]);
  expect(fateOf({ registeredFrom: [leap], aldFrom: [leap], aldUntil: [AFTER] })).toBe(55);
});

test("rows keep their numbers, wherever others are left out", () => {
  const rows = 100_000;
  const fill = (value: number): Uint8Array => new Uint8Array(rows).fill(value);
  const ald = fill(0);
  ald[77_777] = 3;
  const { rejected, counts, patients, totalCents } = priced({
    age: fill(40),
    ald,
    c2s: fill(0),
    diedOn: Int32Array.from({ length: rows }, (_, i) => (i % 4 === 0 ? DAY : -(2 ** 31))),
  });
  expect(rejected.listed.map(({ index }) => index)).toEqual([77_777]);
  expect(counts).toEqual({
    read: rows,
    computed: 74_999,
    leftOut: 25_000,
    rejected: 1,
    reasons: { leftOut: { dead: 25_000 }, rejected: { ALD_INVALID: 1 } },
  });
  expect([patients[0], totalCents[0]]).toEqual([74_999, 74_999 * 500]);
});
