import { expect, test } from "vitest";
import { panelsFromCounts, type CountRow } from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

const one = { age: 40, ald: false, c2s: false, n: 1 };

const whyTable = (given: unknown, options: object = {}): Why =>
  refused(() => panelsFromCounts(given as CountRow[], { year: 2026, ...options }));

const anAge = [
  'un âge ou une tranche, de 0 à 129 : 82, "75-79", "80+"',
  'an age or a band, from 0 to 129: 82, "75-79", "80+"',
] as const;
const decimals = [
  "un nombre à partir de 0, six décimales au plus",
  "a number from 0, at most six decimals",
] as const;
const doubtful = [
  "un nombre à partir de 0, six décimales au plus ; 1.234 peut être mille : écrire 1.2340",
  "a number from 0, at most six decimals; 1.234 may be a thousand: write 1.2340",
] as const;
const whole = ["un entier à partir de 0", "a whole number from 0"] as const;
const anObject = ["un objet", "an object"] as const;
const fields = [
  "seen ? (lus : physicianId, age, ald, c2s, seen, yearsSinceSeen, n, zone, physicianAge, prevention)",
  "seen? (read: physicianId, age, ald, c2s, seen, yearsSinceSeen, n, zone, physicianAge, prevention)",
] as const;
const given = ["un des médecins donnés", "one of the physicians that were given"] as const;

table<unknown, Why>(
  "a table is refused",
  [
    ["that is no list", {}, why("INPUT_INVALID", "table", "{}", "une liste", "a list")],
    ["with a row that is null", [one, null], why("INPUT_INVALID", "table[1]", "null", ...anObject)],
    ["with a row that is text", ["40"], why("INPUT_INVALID", "table[0]", '"40"', ...anObject)],
    [
      "with a row that throws",
      [
        {
          get age(): never {
            throw new Error("age");
          },
        },
      ],
      why(
        "INPUT_INVALID",
        "table[0]",
        "undefined",
        "une valeur qui se laisse lire",
        "a value that can be read",
      ),
    ],
  ],
  (rows) => whyTable(rows),
);

table<object, Why>(
  "a row of a table is refused",
  [
    [
      "with a field that is not known",
      { see: true },
      why("KEY_UNKNOWN", "table[1].see", '"see"', ...fields),
    ],
    [
      "with a band that falls",
      { age: "79-75" },
      why("BAND_INVALID", "table[1].age", '"79-75"', ...anAge),
    ],
    [
      "with an age in words",
      { age: "old" },
      why("BAND_INVALID", "table[1].age", '"old"', ...anAge),
    ],
    [
      "with words before an age",
      { age: "over 80" },
      why("BAND_INVALID", "table[1].age", '"over 80"', ...anAge),
    ],
    [
      "with words after an age",
      { age: "80 years" },
      why("BAND_INVALID", "table[1].age", '"80 years"', ...anAge),
    ],
    [
      "with a band without an end",
      { age: "75-" },
      why("BAND_INVALID", "table[1].age", '"75-"', ...anAge),
    ],
    [
      "with an age of four digits",
      { age: "0075" },
      why("BAND_INVALID", "table[1].age", '"0075"', ...anAge),
    ],
    [
      "with a band that ends in four digits",
      { age: "75-0079" },
      why("BAND_INVALID", "table[1].age", '"75-0079"', ...anAge),
    ],
    [
      "with an age after the last",
      { age: 130 },
      why("BAND_INVALID", "table[1].age", "130", ...anAge),
    ],
    [
      "with a band that ends after the last age",
      { age: "80-130" },
      why("BAND_INVALID", "table[1].age", '"80-130"', ...anAge),
    ],
    ["with half an age", { age: 40.5 }, why("BAND_INVALID", "table[1].age", "40.5", ...anAge)],
    [
      "with an age that is true",
      { age: true },
      why("BAND_INVALID", "table[1].age", "true", ...anAge),
    ],
    ["with a list of ages", { age: [40] }, why("BAND_INVALID", "table[1].age", "[40]", ...anAge)],
    [
      "without an age",
      { age: undefined },
      why("AGE_MISSING", "table[1].age", "undefined", ...anAge),
    ],
    ["with an empty age", { age: "" }, why("AGE_MISSING", "table[1].age", '""', ...anAge)],
    [
      "with a seventh decimal",
      { n: 1.0000005 },
      why("COUNT_INVALID", "table[1].n", "1.0000005", ...decimals),
    ],
    [
      "with fewer patients than none",
      { n: -1 },
      why("COUNT_INVALID", "table[1].n", "-1", ...decimals),
    ],
    [
      "with a number of patients in words",
      { n: "1" },
      why("COUNT_INVALID", "table[1].n", '"1"', ...decimals),
    ],
    [
      "with what may be a thousand",
      { n: "1.234" },
      why("COUNT_INVALID", "table[1].n", '"1.234"', ...doubtful),
    ],
    [
      "with what may be tens of thousands",
      { n: "12,345" },
      why("COUNT_INVALID", "table[1].n", '"12,345"', ...doubtful),
    ],
    [
      "with four figures before a point",
      { n: "1234.567" },
      why("COUNT_INVALID", "table[1].n", '"1234.567"', ...decimals),
    ],
    [
      "with four figures after a point",
      { n: "1.2345" },
      why("COUNT_INVALID", "table[1].n", '"1.2345"', ...decimals),
    ],
    [
      "with a list of a number of patients",
      { n: [1.234] },
      why("COUNT_INVALID", "table[1].n", "[1.234]", ...decimals),
    ],
    [
      "with patients that together are not counted exactly",
      { n: 2 ** 53 - 1 },
      why(
        "COUNT_INVALID",
        "table",
        "9007199254740992",
        "moins de patients : leur somme ne serait plus exacte",
        "fewer patients: their sum would no longer be exact",
      ),
    ],
    [
      "with more patients than are counted exactly",
      { n: 2 ** 53 },
      why("COUNT_INVALID", "table[1].n", "9007199254740992", ...decimals),
    ],
    [
      "without a number of patients",
      { n: undefined },
      why("COUNT_INVALID", "table[1].n", "undefined", ...decimals),
    ],
    [
      "without ALD",
      { ald: undefined },
      why("ALD_MISSING", "table[1].ald", "undefined", "true ou false", "true or false"),
    ],
    [
      "with a C2S of no kind",
      { c2s: 4 },
      why(
        "C2S_INVALID",
        "table[1].c2s",
        "4",
        "true, false, free (sans participation) ou contributory (avec participation)",
        "true, false, free or contributory",
      ),
    ],
    [
      "with a physician that is no name",
      { physicianId: {} },
      why(
        "ID_INVALID",
        "table[1].physicianId",
        "{}",
        "un texte ou un nombre",
        "a text or a number",
      ),
    ],
  ],
  (fault) => whyTable([one, { ...one, ...fault }]),
);

table<readonly object[], Why>(
  "who was seen is told in one way by every row",
  [
    [
      "years below 0",
      [{ yearsSinceSeen: -1 }],
      why("SEEN_INVALID", "table[0].yearsSinceSeen", "-1", ...whole),
    ],
    [
      "half a year",
      [{ yearsSinceSeen: 0.5 }],
      why("SEEN_INVALID", "table[0].yearsSinceSeen", "0.5", ...whole),
    ],
    [
      "years in one row only",
      [{ yearsSinceSeen: 1 }, {}],
      why("SEEN_MISSING", "table[1].yearsSinceSeen", "undefined", ...whole),
    ],
    [
      "a seen in one row only",
      [{ seen: false }, {}],
      why(
        "SEEN_MISSING",
        "table[1].seen",
        "undefined",
        "true ou false, comme le disent d'autres lignes",
        "true or false, as in other rows",
      ),
    ],
    [
      "a seen that is null",
      [{ seen: null }],
      why(
        "SEEN_MISSING",
        "table[0].seen",
        "null",
        "true ou false, comme le disent d'autres lignes",
        "true or false, as in other rows",
      ),
    ],
    [
      "years that are null",
      [{ yearsSinceSeen: null }],
      why("SEEN_MISSING", "table[0].yearsSinceSeen", "null", ...whole),
    ],
    [
      "a seen that is a word",
      [{ seen: "often" }],
      why("SEEN_INVALID", "table[0].seen", '"often"', "true ou false", "true or false"),
    ],
  ],
  (rows) => whyTable(rows.map((row) => ({ ...one, ...row }))),
);

const physicians = [{ id: "a" }, { id: "b" }];

table<readonly [rows: readonly object[], options: object], Why>(
  "a table of physicians is refused",
  [
    [
      "for one who was not given",
      [[{ physicianId: "c" }], { physicians }],
      why("PHYSICIAN_UNKNOWN", "table[0].physicianId", '"c"', ...given),
    ],
    [
      "for a row of nobody",
      [[{}], { physicians }],
      why("PHYSICIAN_MISSING", "table[0].physicianId", "null", ...given),
    ],
    [
      "for one whose own row is refused",
      [[{}], { physicians: [{ id: "a", zone: "moon" }] }],
      why("ZONE_INVALID", "physicians[0].zone", '"moon"', "ZIP, QPV, ZAC, none"),
    ],
    [
      "for physicians that are no list",
      [[{}], { physicians: "a" }],
      why("INPUT_INVALID", "physicians", '"a"', "une liste", "a list"),
    ],
  ],
  ([rows, options]) =>
    whyTable(
      rows.map((row) => ({ ...one, ...row })),
      options,
    ),
);

table<object, Why>(
  "options are refused",
  [
    [
      "a way to split that is none",
      { split: "odd" },
      why("INPUT_INVALID", "options.split", '"odd"', "even"),
    ],
    [
      "a seventh decimal of an action",
      { prevention: 0.1234567 },
      why("COUNT_INVALID", "options.prevention", "0.1234567", ...decimals),
    ],
    [
      "fewer actions than none",
      { prevention: -1 },
      why("COUNT_INVALID", "options.prevention", "-1", ...decimals),
    ],
    [
      "a seventh decimal of an indicator",
      { prevention: { flu: 1, hpv: 0.1234567 } },
      why("COUNT_INVALID", "options.prevention.hpv", "0.1234567", ...decimals),
    ],
    [
      "fewer actions of an indicator than none",
      { prevention: { flu: -1 } },
      why("COUNT_INVALID", "options.prevention.flu", "-1", ...decimals),
    ],
    [
      "prevention for several physicians",
      { prevention: 1, physicians },
      why(
        "PREVENTION_INVALID",
        "options.prevention",
        "1",
        "une table d'un seul médecin",
        "a table of one physician",
      ),
    ],
    [
      "prevention that throws",
      {
        prevention: {
          get flu(): never {
            throw new Error("flu");
          },
        },
      },
      why(
        "INPUT_INVALID",
        "options.prevention",
        "undefined",
        "une valeur qui se laisse lire",
        "a value that can be read",
      ),
    ],
  ],
  (options) => whyTable([{ ...one, physicianId: "a" }], options),
);

test("nobody's patients, and no action, are not refused", () => {
  expect([...panelsFromCounts([{ ...one, n: 0 }], { year: 2026, prevention: 0 }).patients]).toEqual(
    [0],
  );
});
