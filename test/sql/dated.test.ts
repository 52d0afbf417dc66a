import { describe, expect, it, test } from "vitest";
import { toSql, type ComputeOptions, type Patient, type SqlTarget } from "../../src/index.ts";
import { fillTables, openDuck, rowsOf } from "./duck.ts";

/** The table of a live database: the query reads the list as it stood on the reference day. */

const options: ComputeOptions = { schedule: "fr.fmt.2026", year: 2026 };
const dates = {
  registeredFrom: "registeredFrom",
  registeredUntil: "registeredUntil",
  diedOn: "diedOn",
  aldFrom: "aldFrom",
  aldUntil: "aldUntil",
  c2sFrom: "c2sFrom",
  c2sUntil: "c2sUntil",
} as const;
const columns = { birthDate: "birthDate", ...dates };
const adult = { physicianId: "a", birthDate: "1985-01-01", ald: false, c2s: false, seen: true };
/** An adult of 40 years: 5 euros, 55 with an ALD, 10 more with the C2S. */
const [BASE, ALD, C2S] = [5, 55, 10];

async function query(
  patients: readonly Patient[],
  target: Omit<SqlTarget, "dialect"> = { columns },
): Promise<readonly (readonly [patients: string | null, total: string | null])[]> {
  const connection = await openDuck();
  await fillTables(connection, patients, undefined, {});
  const rows = await rowsOf(connection, toSql({ dialect: "duckdb", ...target }, options));
  return rows.map(({ patients: count = null, total = null }) => [count, total]);
}

const euros = (amount: number): string => amount.toFixed(2);

describe("a patient is on the list of 31 December 2025", () => {
  it.each<[string, Partial<Patient>, boolean]>([
    ["without a date", {}, true],
    ["born on the day", { birthDate: "2025-12-31" }, true],
    ["born the day after", { birthDate: "2026-01-01" }, false],
    ["dead the day before", { diedOn: "2025-12-30" }, false],
    ["dead on the day", { diedOn: "2025-12-31" }, false],
    ["dead the day after", { diedOn: "2026-01-01" }, true],
    ["registered on the day", { registeredFrom: "2025-12-31" }, true],
    ["registered the day after", { registeredFrom: "2026-01-01" }, false],
    ["registered until the day before", { registeredUntil: "2025-12-30" }, false],
    ["registered until the day", { registeredUntil: "2025-12-31" }, true],
    [
      "registered on the day alone",
      { registeredFrom: "2025-12-31", registeredUntil: "2025-12-31" },
      true,
    ],
    ["gone, whatever else is wrong", { registeredUntil: "2024-02-29", ald: null as never }, false],
  ])("%s: %#", async (_, facts, isListed) => {
    const other = { ...adult, birthDate: "1945-01-01" };
    const [found] = await query([other, { ...adult, ...facts }]);
    const own = facts.birthDate === "2025-12-31" ? 15 : BASE;
    expect(found).toEqual(isListed ? ["2", euros(55 + own)] : ["1", euros(55)]);
  });
});

describe("dates of a status decide before it", () => {
  it.each<[Partial<Patient>, number]>([
    [{ aldFrom: "2025-12-31" }, ALD],
    [{ aldFrom: "2026-01-01", ald: true }, BASE],
    [{ aldUntil: "2025-12-30", ald: true }, BASE],
    [{ aldUntil: "2025-12-31" }, ALD],
    [{ aldFrom: "2024-02-29", aldUntil: "2026-01-01", ald: null as never }, ALD],
    [{ ald: true }, ALD],
    [{ c2sFrom: "2025-12-31" }, BASE + C2S],
    [{ c2sFrom: "2026-01-01", c2s: true }, BASE],
    [{ c2sUntil: "2025-12-30", c2s: "free" }, BASE],
    [{ c2sUntil: "2025-12-31", c2s: "free" }, BASE + C2S],
    [{ c2sFrom: "2025-01-01", c2s: null as never }, BASE + C2S],
  ])("%j", async (facts, total) => {
    expect(await query([{ ...adult, ...facts }])).toEqual([["1", euros(total)]]);
  });

  it.each(["ald", "c2s"] as const)("%s needs no column of its own", async (status) => {
    const dated = { ...adult, [`${status}From`]: "2025-12-31" };
    const found = await query([dated], { columns: { ...columns, [status]: null } });
    expect(found).toEqual([["1", euros(status === "ald" ? ALD : BASE + C2S)]]);
    const undated = await query([adult], { columns: { ...columns, [status]: null } });
    expect(undated).toEqual([["1", null]]);
  });
});

describe("no amounts where a row cannot be read", () => {
  it.each<Partial<Patient>>([
    { registeredFrom: "2025-05-02", registeredUntil: "2025-05-01" },
    { aldFrom: "2025-05-02", aldUntil: "2025-05-01" },
    { c2sFrom: "2025-05-02", c2sUntil: "2025-05-01" },
    { c2sFrom: "2025-05-02", c2s: "gratuite" as never },
    { c2sUntil: "2025-05-02", c2s: "gratuite" as never },
  ])("%j", async (facts) => {
    expect(await query([adult, { ...adult, ...facts }])).toEqual([["2", null]]);
  });

  it.each<[Partial<Patient>, string | null]>([
    [{ c2s: true, c2sFrom: "2024-01-01" }, null],
    [{ c2s: "free", c2sFrom: "2024-01-01" }, "5.00"],
    [{ c2s: true, c2sUntil: "2024-01-01" }, "5.00"],
    [{ c2s: null as never, c2sUntil: "2024-01-01" }, "5.00"],
    [{ c2s: null as never, c2sFrom: "2024-01-01" }, null],
  ])("where the kind of the C2S is read: %j", async (facts, base) => {
    const connection = await openDuck();
    const words = { ...adult, physicianId: "b", c2s: "contributory" as const };
    await fillTables(connection, [{ ...adult, ...facts }, words], undefined, {});
    const [found] = await rowsOf(
      connection,
      toSql(
        { dialect: "duckdb", columns },
        { schedule: "fr.fpmt.2018", year: 2024, readings: { "precarity-of": "free" } },
      ),
    );
    expect(found?.["base"]).toBe(base);
  });
});

test.each([
  ["seen", "2026-01-01", "55.00"],
  ["unseen", "2026-01-01", "5.00"],
  ["unseen", "2025-12-31", "55.00"],
  ["unseen", "2023-12-31", "5.00"],
])("a visit after the day counts as %s: %s", async (lateVisit, lastSeen, total) => {
  const connection = await openDuck();
  await fillTables(connection, [{ ...adult, ald: true, lastSeen }], undefined, {});
  const sql = toSql(
    { dialect: "duckdb", columns: { birthDate: "birthDate", lastSeen: "lastSeen" } },
    { ...options, patch: { "reads.lateVisit": lateVisit } },
  );
  expect(await rowsOf(connection, sql)).toMatchObject([{ total }]);
});

test("a physician of whom nobody is on the list has no row, unless a table names them", async () => {
  const gone = { ...adult, registeredUntil: "2020-01-01" };
  expect(await query([gone])).toEqual([]);
  const connection = await openDuck();
  await fillTables(connection, [gone], [{ id: "a" }], {});
  const sql = toSql({ dialect: "duckdb", columns, physicians: "physicians" }, options);
  expect(await rowsOf(connection, sql)).toMatchObject([{ patients: "0", total: "0.00" }]);
});

test("shares are those of patients of the list", async () => {
  const connection = await openDuck();
  const ids = ["dead", "alive"].map((id) => ({ ...adult, id }));
  await fillTables(
    connection,
    ids.map((row) => ({ ...row, ...(row.id === "dead" && { diedOn: "2025-12-31" }) })),
    undefined,
    {},
  );
  const sql = toSql({ dialect: "duckdb", columns, grain: "patient" }, options);
  expect(await rowsOf(connection, sql)).toMatchObject([{ id: "alive", total: "5.00" }]);
});

test("dates that hold change nothing", async () => {
  const rows = [adult, { ...adult, ald: true, c2s: true }];
  const dated = rows.map((row) => ({
    ...row,
    registeredFrom: "2025-12-31",
    ...(row.ald && { aldFrom: "2025-12-31", c2sUntil: "2025-12-31" }),
  }));
  const plain = await query(rows, { columns: { birthDate: "birthDate" } });
  expect(await query(dated)).toEqual(plain);
  expect(plain).toEqual([["2", euros(BASE + ALD + C2S)]]);
});

describe.each(["duckdb", "postgres", "spark"] as const)("printed for %s", (dialect) => {
  const plain = { dialect, columns: { birthDate: "birthDate" } };

  it("names the day, and reads no date that is not named", () => {
    const sql = toSql({ ...plain, columns: { ...plain.columns, diedOn: "dod" } }, options);
    expect(sql).toContain("Left out: who is not on the list on 2025-12-31");
    expect(sql).toContain("AND NOT COALESCE(died_on <= DATE '2025-12-31', FALSE)");
    expect(sql).toMatch(/["`]dod["`].* AS died_on,/);
    expect(sql).not.toMatch(/registered IS|aldFrom|c2sUntil/);
  });

  it("is the same where null says that there is no such column", () => {
    const none = Object.fromEntries(Object.keys(dates).map((name) => [name, null]));
    expect(toSql({ ...plain, columns: { ...plain.columns, ...none } }, options)).toBe(
      toSql(plain, options),
    );
  });

  it("leaves who is born after the day to the age, where it is a column", () => {
    const sql = toSql({ dialect, columns: { age: "age", diedOn: "dod" } }, options);
    expect(sql).toContain("\n  WHERE NOT COALESCE(died_on <= ");
    expect(sql).toMatch(/\n {2}FROM ["`]panel["`]\n/);
  });
});

test.each(["", 4, "a\0"])("refuses the name of a column of dates: %j", (name) => {
  expect(() => toSql({ dialect: "duckdb", columns: { diedOn: name as string } }, options)).toThrow(
    expect.objectContaining({ code: "INPUT_INVALID", path: "columns.diedOn" }),
  );
});
