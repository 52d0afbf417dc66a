import { describe, expect, test } from "vitest";
import { toSql, type ComputeOptions, type SqlTarget } from "../../src/index.ts";
import { openDuck, rowsOf } from "./duck.ts";

/** Rows of which something is invalid, given to the query itself: no amount is made of them. */

const connection = await openDuck();

type Values = Readonly<Record<string, string>>;
type Columns = NonNullable<SqlTarget["columns"]>;
type PhysicianColumns = NonNullable<SqlTarget["physicianColumns"]>;

const aPatient: Values = {
  id: "'p'",
  age: "40",
  birthDate: "DATE '1985-06-15'",
  birthYear: "1985",
  ald: "FALSE",
  c2s: "'none'",
  seen: "TRUE",
  lastSeen: "'2025-03-01'",
  yearsSinceSeen: "0",
  prevention: "0",
  flu: "FALSE",
};

const aDoctor: Values = {
  zone: "'none'",
  age: "50",
  birthDate: "'1975-06-15'",
  birthYear: "1975",
  firstInstallation: "'2000'",
  contract: "FALSE",
  sector: "'1'",
  activeFrom: "'2000-01-01'",
  activeUntil: "'2030-12-31'",
};

async function fill(table: string, ...rows: readonly Values[]): Promise<void> {
  const selects = rows.map(
    (row) =>
      `SELECT ${Object.entries(row)
        .map(([name, value]) => `${value} AS "${name}"`)
        .join(", ")}`,
  );
  await connection.run(`CREATE OR REPLACE TABLE ${table} AS ${selects.join(" UNION ALL ")}`);
}

/** Totals of the physicians `a`, of one patient, and `b`, `c`…, the second patients of whom are of the given values. */
async function totalsWith(
  patients: readonly Values[],
  columns: Columns,
  options: ComputeOptions = { year: 2026 },
): Promise<unknown[]> {
  const pairs = patients.flatMap((patient, i) => {
    const one = { ...aPatient, physicianId: `'${"bc".charAt(i)}'` };
    return [one, { ...one, id: "'q'", ...patient }];
  });
  await fill("panel", { ...aPatient, physicianId: "'a'" }, ...pairs);
  const rows = await rowsOf(connection, toSql({ dialect: "duckdb", columns }, options));
  return rows.map(({ physicianId, total }) => [physicianId, total]);
}

const kinds: ComputeOptions = {
  year: 2024,
  schedule: "fr.fpmt.2018",
  readings: { "precarity-of": "free" },
};

describe("the query gives no amount of a physician with an invalid patient", () => {
  test.each<[string, Values, Columns, ComputeOptions?]>([
    ["aged 130", { age: "130" }, {}],
    ["aged -1", { age: "-1" }, {}],
    ["without age", { age: "NULL" }, {}],
    [
      "born after the reference day",
      { birthDate: "DATE '2026-01-01'" },
      { birthDate: "birthDate" },
    ],
    ["born 130 years before", { birthDate: "DATE '1895-12-31'" }, { birthDate: "birthDate" }],
    ["without birth date", { birthDate: "NULL" }, { birthDate: "birthDate" }],
    ["born in the year after", { birthYear: "2026" }, { birthYear: "birthYear" }],
    ["born in 1895", { birthYear: "1895" }, { birthYear: "birthYear" }],
    ["without birth year", { birthYear: "NULL" }, { birthYear: "birthYear" }],
    ["without ALD told", { ald: "NULL" }, {}],
    ["without C2S told", { c2s: "NULL" }, {}],
    ["with the C2S of another time", { c2s: "'cmu-c'" }, {}],
    ["with an empty C2S", { c2s: "''" }, {}],
    ["with a C2S of unknown kind where the kind counts", { c2s: "'yes'" }, {}, kinds],
    ["without C2S told where the kind counts", { c2s: "NULL" }, {}, kinds],
    ["without seen told", { seen: "NULL" }, {}],
    ["without last visit", { lastSeen: "NULL" }, { lastSeen: "lastSeen" }],
    ["without years since seen", { yearsSinceSeen: "NULL" }, { yearsSinceSeen: "yearsSinceSeen" }],
    ["with 16 prevention actions of 15", { prevention: "16" }, {}],
    ["with 200 prevention actions", { prevention: "200" }, {}],
    ["with -1 prevention actions", { prevention: "-1" }, {}],
    [
      "with 16 prevention actions beside an indicator",
      { prevention: "16" },
      { prevention: "prevention", indicators: { flu: "flu" } },
    ],
  ])("%s", async (_, patient, columns, options) => {
    expect(await totalsWith([{}, patient], columns, options)).toEqual([
      ["a", "5.00"],
      ["b", "10.00"],
      ["c", null],
    ]);
  });

  test("who has no physician, which leaves the others theirs", async () => {
    expect(await totalsWith([{ physicianId: "NULL" }], {})).toEqual([
      ["a", "5.00"],
      ["b", "5.00"],
      [null, null],
    ]);
  });

  test("nor to any patient of that physician", async () => {
    await totalsWith([{ age: "130" }], {});
    const sql = toSql({ dialect: "duckdb", grain: "patient" }, { year: 2026 });
    const rows = await rowsOf(connection, sql);
    const totals = rows.map(({ physicianId, id, total }) => `${physicianId} ${id} ${total}`);
    expect(totals.sort()).toEqual(["a p 5.00", "b p null", "b q null"]);
  });
});

test.each<[string, Values, Columns, string]>([
  ["no number of actions", { prevention: "NULL" }, {}, "10.00"],
  ["as many actions as there are indicators", { prevention: "15" }, {}, "85.00"],
  [
    "an indicator of which nothing is told",
    { flu: "NULL" },
    { indicators: { flu: "flu" } },
    "10.00",
  ],
  [
    "a last visit after the reference day",
    { lastSeen: "'2026-02'" },
    { lastSeen: "lastSeen" },
    "10.00",
  ],
])("the query counts a patient with %s", async (_, patient, columns, total) => {
  expect(await totalsWith([patient], columns)).toEqual([
    ["a", "5.00"],
    ["b", total],
  ]);
});

/** Totals of the physicians `a` and `b`, of one patient each; the second is of the given values. */
async function totalsOf(
  doctor: Values,
  columns: PhysicianColumns,
  options: ComputeOptions = { year: 2026 },
): Promise<unknown[]> {
  await fill("panel", { ...aPatient, physicianId: "'a'" }, { ...aPatient, physicianId: "'b'" });
  await fill("physicians", { id: "'a'", ...aDoctor }, { id: "'b'", ...aDoctor, ...doctor });
  const target = {
    dialect: "duckdb",
    physicians: "physicians",
    physicianColumns: columns,
  } as const;
  const rows = await rowsOf(connection, toSql(target, options));
  return rows.map(({ physicianId, total }) => [physicianId, total]);
}

/** The FMT without what it presumes of a fact that is not told. */
const without = (fact: string): ComputeOptions => ({
  year: 2026,
  patch: { [`reads.ifMissing.${fact}`]: null },
});

describe("the query gives no amount of a physician", () => {
  test.each<[string, Values, PhysicianColumns, ComputeOptions?]>([
    ["in an unknown zone", { zone: "'zip'" }, {}],
    ["of an unknown sector", { sector: "'3'" }, {}],
    ["born after the reference day", { birthDate: "'2026-01-01'" }, {}],
    ["born 130 years before", { birthDate: "'1895-12-31'" }, {}],
    ["aged 130", { age: "130" }, { age: "age" }],
    ["aged -1", { age: "-1" }, { age: "age" }],
    ["born in 1895", { birthYear: "1895" }, { birthYear: "birthYear" }],
    ["in activity until a day before the first", { activeUntil: "'1999-12-31'" }, {}],
    [
      "in activity until a day before the first, where a year is paid in part",
      { activeFrom: "'2024-09-01'", activeUntil: "'2024-02-01'" },
      {},
      { year: 2024, schedule: "fr.fpmt.2018" },
    ],
    ["in a zone not told, without a default", { zone: "NULL" }, {}, without("zone")],
    ["with a contract not told, without a default", { contract: "NULL" }, {}, without("contract")],
    ["of a sector not told, without a default", { sector: "NULL" }, {}, without("sector")],
    [
      "of an age not told, without a default",
      { age: "NULL" },
      { age: "age" },
      without("physicianAge"),
    ],
    [
      "installed in a year not told, without a default",
      { firstInstallation: "NULL" },
      {},
      without("installationYear"),
    ],
    [
      "of an activity not told, without a default",
      { activeFrom: "NULL", activeUntil: "NULL" },
      {},
      without("active"),
    ],
  ])("%s", async (_, doctor, columns, options) => {
    expect(await totalsOf(doctor, columns, options)).toEqual([
      ["a", "5.00"],
      ["b", null],
    ]);
  });
});

test("the query takes the schedule's default for each fact of a physician that is not told", async () => {
  const untold = Object.fromEntries(Object.keys(aDoctor).map((name) => [name, "NULL"]));
  expect(await totalsOf(untold, {})).toEqual([
    ["a", "5.00"],
    ["b", "5.00"],
  ]);
});
