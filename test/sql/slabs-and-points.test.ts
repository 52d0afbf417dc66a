import { expect, test } from "vitest";
import { toSql, type SqlTarget } from "../../src/index.ts";
import { clinicWith } from "../support/clinic.ts";
import { refused, why } from "../support/refused.ts";
import { euros } from "../support/table.ts";
import { openDuck, amountsOf } from "./duck.ts";

/** Slabs and points by facts that a schedule declares: what the query gives, by arithmetic. */

const connection = await openDuck();
const year = 2030;

/** Patients of a list, and its columns `hours`, `software` and `rate`, null as in the table. */
type List = readonly [
  patients: number,
  hours: number | null,
  software?: boolean | null,
  rate?: number | null,
];
type Paid = readonly [nurse: number, digital?: number, online?: number];

/** Nurse, digital and online of each list, in order. */
async function paid(
  lists: readonly List[],
  changes: Readonly<Record<string, unknown>> = {},
  target: Omit<SqlTarget, "dialect"> = { physicians: "physicians" },
): Promise<(string | null)[][]> {
  const rows = lists.map(([, hours, software = null, rate = null], i) =>
    [i, hours, software, rate].map(String),
  );
  await connection.run(
    `CREATE OR REPLACE TABLE physicians AS SELECT id::VARCHAR AS id, hours::DOUBLE AS hours,
       software::BOOLEAN AS software, rate::DOUBLE AS rate
     FROM (VALUES ${rows.map((row) => `(${row.join(", ")})`).join(", ")})
       AS _(id, hours, software, rate)`,
  );
  const panel = lists.flatMap(([patients], i) => Array<string>(patients).fill(`('${i}')`));
  await connection.run(
    `CREATE OR REPLACE TABLE panel AS FROM (VALUES ${panel.join(", ")}) AS _("physicianId")`,
  );
  const sql = toSql(
    { dialect: "duckdb", columns: { id: null }, ...target },
    { year, schedule: clinicWith(changes) },
  );
  return (await amountsOf(connection, sql))
    .sort((a, b) => Number(a["physicianId"]) - Number(b["physicianId"]))
    .map((row) => ["nurse", "digital", "online"].map((id) => row[id] as string | null));
}

const written = (all: readonly Paid[]): string[][] =>
  all.map(([nurse, digital = 0, online = 0]) => [nurse, digital, online].map(euros));

const nothing = [null, null, null];

test("of two measures the one with the fewest slabs counts, four at most", async () => {
  const rows: readonly (readonly [List, Paid])[] = [
    [[5, 11], [2 * 100.01]],
    [[9, 3.3], [3 * 100.01]],
    [[6, 3.2999], [2 * 100.01]],
    [[20, 50], [4 * 100.01]],
    [[20, 999999999.9999], [4 * 100.01]],
    [[3, 11], [0]],
    [[4, 2.2], [2 * 100.01]],
    [[4, 2.1999], [0]],
  ];
  expect(await paid(rows.map(([list]) => list))).toEqual(written(rows.map(([, due]) => due)));
});

test("no most, and one measure, is as many slabs as there are", async () => {
  const changes = {
    "amounts.nurse.most": undefined,
    "amounts.nurse.slabs": { patients: { each: "2", over: "3" } },
  };
  expect(
    await paid(
      [
        [3, 0],
        [4, 0],
        [13, 0],
      ],
      changes,
    ),
  ).toEqual(written([[0], [2 * 100.01], [6 * 100.01]]));
  // The LEAST of one value is an error in Spark.
  for (const dialect of ["duckdb", "postgres", "spark"] as const)
    expect(
      toSql({ dialect, physicians: "p" }, { year, schedule: clinicWith(changes) }),
    ).not.toContain("LEAST");
});

test("a number is read to its fourth decimal, half of which counts as one more", async () => {
  const lists: List[] = [
    [1, 2.20005],
    [1, 2.20004],
  ];
  const changes = { "amounts.nurse.slabs": { hours: { each: "1", from: "2.2001" } } };
  expect(await paid(lists, changes)).toEqual(written([[2 * 100.01], [0]]));
});

test("points of 7 EUR, where a truth and a rate hold or are presumed", async () => {
  const all: Paid = [0, 10 * 7, 3 * 7 + 5 * 7];
  const software: Paid = [0, 10 * 7];
  const none: Paid = [0];
  const lists: List[] = [
    [1, 0, true, 80],
    [1, 0, true, 49.9999],
    [1, 0, false, 80],
    [1, 0, true, null],
    [1, 0, null, 80],
  ];
  expect(await paid(lists)).toEqual(written([all, software, none, software, none]));
  const presumed = { "facts.software.ifMissing": true, "facts.rate.ifMissing": "80" };
  expect(await paid(lists, presumed)).toEqual(written([all, software, none, all, all]));
});

test("what no column tells is presumed of everyone", async () => {
  const physicianColumns = { facts: { software: null, rate: null } };
  const target = { physicians: "physicians", physicianColumns };
  const lists: List[] = [
    [1, 0, true, 80],
    [1, 0, false, 0],
  ];
  expect(await paid(lists, {}, target)).toEqual(written([[0], [0]]));
  const presumed = { "facts.software.ifMissing": true, "facts.rate.ifMissing": "50" };
  const half: Paid = [0, 10 * 7, 3 * 7];
  expect(await paid(lists, presumed, target)).toEqual(written([half, half]));
});

test("without a table of physicians all is presumed, hours too", async () => {
  const changes = { "facts.hours.ifMissing": "3.3", "facts.hours.user": true };
  // 3.3 hours are three slabs, 4 and 9 patients two and four.
  const due = written([[2 * 100.01], [3 * 100.01]]);
  expect(
    await paid(
      [
        [4, null],
        [9, null],
      ],
      changes,
      {},
    ),
  ).toEqual(due);
});

const assumed = (target: Omit<SqlTarget, "dialect">): readonly string[] =>
  toSql({ dialect: "duckdb", ...target }, { year, schedule: clinicWith() })
    .replace(/^.*assumed by the schedule:\n/s, "")
    .split("\n")
    .filter((line) => line.startsWith("--   "));

test("a query says what is presumed of whom", () => {
  expect(assumed({ physicians: "p" })).toEqual([
    "--   software, where it is NULL: false",
    "--   rate, where it is NULL: 0",
  ]);
  const physicianColumns = { facts: { software: null } };
  expect(assumed({ physicians: "p", physicianColumns })).toEqual([
    "--   software, of the physician: false",
    "--   rate, where it is NULL: 0",
  ]);
});

test("a fact without a column or a default is refused", () => {
  expect(refused(() => assumed({}))).toEqual(
    why(
      "FACT_MISSING",
      "physicianColumns.facts.hours",
      "undefined",
      "une colonne : le barème n'a pas de défaut pour hours",
      "a column: the schedule has no default for hours",
    ),
  );
});

test("a fact that cannot be read leaves no amounts", async () => {
  const lists: List[] = [
    [1, null],
    [1, -1],
    [1, 1e9],
    [1, 0, true, -0.0001],
    [1, 0],
  ];
  expect(await paid(lists)).toEqual([nothing, nothing, nothing, nothing, ...written([[0]])]);
  const noDefault = { "facts.software.ifMissing": undefined, "facts.software.user": undefined };
  expect(
    await paid(
      [
        [1, 0, null],
        [1, 0, false],
      ],
      noDefault,
    ),
  ).toEqual([nothing, ...written([[0]])]);
  // PostgreSQL compares no truth with numbers.
  expect(
    toSql({ dialect: "postgres", physicians: "p" }, { year, schedule: clinicWith(noDefault) }),
  ).not.toContain("fact_software BETWEEN");
});
