import { describe, expect, it } from "vitest";
import {
  getSchedule,
  listSchedules,
  loadSchedule,
  applyPatch,
  toSql,
  type ComputeOptions,
  type SqlTarget,
} from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { fillTables, openDuck, rowsOf } from "./duck.ts";

const DIALECTS = ["duckdb", "postgres", "spark"] as const;

describe("toSql on DuckDB", () => {
  it("gives no amounts to a physician of whom something cannot be read", async () => {
    const connection = await openDuck();
    const well = { ald: false, c2s: false, age: 40, seen: true } as const;
    await fillTables(
      connection,
      [
        { ...well, physicianId: "a" },
        { ...well, physicianId: "b", age: 130 },
        { ...well, physicianId: "unknown" },
        { ...well, physicianId: "twice" },
      ],
      [{ id: "a" }, { id: "b" }, { id: "twice" }, { id: "twice" }],
      {},
    );
    const rows = await rowsOf(
      connection,
      toSql(
        { dialect: "duckdb", physicians: "physicians" },
        { schedule: "fr.fmt.2026", year: 2026 },
      ),
    );
    expect(rows.map(({ physicianId, total }) => [physicianId, total])).toEqual([
      ["a", "5.00"],
      ["b", null],
      ["twice", null],
      ["twice", null],
      ["unknown", null],
    ]);
  });

  it("gives a physician without patients a row of zeros", async () => {
    const connection = await openDuck();
    await fillTables(connection, [], [{ id: "a", zone: "ZIP" }], {});
    const [row] = await rowsOf(
      connection,
      toSql(
        { dialect: "duckdb", physicians: "physicians" },
        { schedule: "fr.fpmt.2018", year: 2020 },
      ),
    );
    expect(row).toEqual({
      physicianId: "a",
      patients: "0",
      base: "0.00",
      precarity: "0.00",
      total: "0.00",
      invalid: null,
    });
  });
});

describe.each(DIALECTS)("toSql for %s", (dialect) => {
  const year = 2026;

  it.each(listSchedules().map(({ id }) => id))(
    "names the schedule, its readings, components and sources: %s",
    (id) => {
      const schedule = getSchedule(id);
      const sql = toSql({ dialect, physicians: "physicians" }, { schedule: id, year });
      expect(sql).toContain(
        `-- Schedule ${id}, version ${schedule.version}, for the payment year 2026`,
      );
      for (const [reading, { default: option }] of Object.entries(schedule.readings ?? {}))
        expect(sql).toContain(`--   ${reading} = ${option}: `);
      for (const source of Object.keys(schedule.sources)) expect(sql).toContain(`--   ${source} (`);
      const quote = dialect === "spark" ? "`" : '"';
      const components = [
        ...Object.keys(schedule.amounts),
        ...Object.keys(schedule.uplifts?.cases ?? {}),
        "total",
      ];
      const places = components.map((component) =>
        sql.lastIndexOf(` AS ${quote}${component}${quote}`),
      );
      expect(places.every((place) => place > 0)).toBe(true);
      expect([...places].sort((a, b) => a - b)).toEqual(places);
    },
  );

  it("divides whole numbers only, without a float nor a function of its own", () => {
    const sql = code(
      toSql(
        { dialect, grain: "patient", physicians: "physicians" },
        { schedule: "fr.fpmt.2018", year },
      ),
    );
    expect(sql).not.toMatch(/\bROUND\b|\bFLOAT\b|\bDOUBLE\b|CREATE|[^/]\/[^/]/i);
    expect(sql).toContain({ duckdb: " // ", postgres: "DIV(", spark: " DIV " }[dialect]);
    expect(sql.match(/0\.\d+/g)?.every((decimal) => decimal === "0.01")).toBe(true);
  });

  it("has its brackets and its steps closed, and ends once", () => {
    for (const grain of ["physician", "patient"] as const) {
      const sql = code(
        toSql({ dialect, grain, physicians: "physicians" }, { schedule: "fr.fmt.2026", year }),
      );
      expect(sql.split("(").length).toBe(sql.split(")").length);
      expect(sql.match(/\bCASE\b/g)?.length).toBe(sql.match(/\bEND\b/g)?.length);
      expect(sql.match(/;/g)).toHaveLength(1);
      expect(sql.trimEnd().endsWith(";")).toBe(true);
    }
  });

  const hostile = [
    'x"; DROP TABLE panel; --',
    "x`; DROP TABLE panel; --",
    "x'; DROP TABLE panel; --",
    "x\n; DROP TABLE panel; --",
    "x */ DROP TABLE panel",
    "x\\",
    'x""',
    "``",
  ];

  it.each(hostile)("keeps a hostile name a name: %j", (name) => {
    const target: SqlTarget = {
      dialect,
      table: name.replaceAll(".", ""),
      columns: { age: name, c2s: name, id: name, physicianId: name },
      physicians: name,
      physicianColumns: { zone: name },
    };
    for (const grain of ["physician", "patient"] as const)
      expect(bare(toSql({ ...target, grain }, options), dialect)).toBe(
        bare(toSql({ ...plain, dialect, grain }, options), dialect),
      );
  });

  const options = { schedule: "fr.fmt.2026", year };
  const plain = {
    table: "t",
    columns: { age: "a", c2s: "c", id: "i", physicianId: "p" },
    physicians: "f",
    physicianColumns: { zone: "z" },
  };

  it.each([
    ...hostile,
    "x\u2028DROP TABLE panel",
    "x\r\nDROP TABLE panel",
    "x\u0085DROP TABLE panel",
  ])("keeps a hostile label in its comment: %j", (words) => {
    const schedule = applyPatch(getSchedule("fr.fmt.2026"), {
      "base.80+.fr": words,
      "base.80+.en": words,
      "base.en": words,
      fr: words,
      en: words,
    });
    expect(code(toSql({ dialect }, { schedule, year }))).toBe(
      code(toSql({ dialect }, { schedule: "fr.fmt.2026", year })),
    );
  });
});

const fmtIndicators = Object.keys(getSchedule("fr.fmt.2026").amounts["prevention"]?.cases ?? {});

it("toSql has no step nor column for the uplifts that a schedule does not have", () => {
  const schedule = loadSchedule({
    ...getSchedule("fr.fpmt.2018"),
    id: "fr.without-uplifts",
    uplifts: undefined,
    readings: undefined,
  });
  const target = { dialect: "duckdb", grain: "patient", physicians: "physicians" } as const;
  const sql = toSql(target, { year: 2024, schedule });
  expect([...sql.matchAll(/^(\w+) AS \($/gm)].map(([, name]) => name)).toEqual([
    "physician_values",
    "physician_facts",
    "patient_values",
    "patient_facts",
    "patient_amounts",
    "list_sums",
    "accounts",
    "dues",
    "whole_year",
    "part_of_year",
    "patient_year",
    "reduction_cuts",
    "reduced_shares",
  ]);
  expect(sql).not.toMatch(/uplift_|bearing/);
});

it("toSql names an answer by its id, and a source by its title, where the schedule says no more", () => {
  const { readings, sources, ...rest } = getSchedule("fr.fpmt.2018");
  const schedule = loadSchedule({
    ...rest,
    id: "fr.unexplained",
    readings: { ...readings, leaving: { ...readings?.["leaving"], answers: undefined } },
    sources: { ...sources, MGF: { ...sources["MGF"], url: undefined } },
  });
  const lines = toSql({ dialect: "duckdb" }, { year: 2024, schedule }).split("\n");
  expect(lines).toContain(
    "--   leaving = quarters: What does a physician receive who leaves during the year? quarters.",
  );
  expect(lines).toContain(
    "--   MGF (secondary, checked 2026-11-21): MG France, comprendre le forfait patientèle médecin traitant",
  );
});

/** The lines of the first comment that say what is assumed. */
function assumedIn(sql: string): string[] {
  const title = "-- Missing from the data, assumed by the schedule:";
  const [, after = ""] = sql.split(`${title}\n`);
  return (
    after
      .split("\n--\n")[0]
      ?.split("\n")
      .map((line) => line.replace("--   ", "")) ?? []
  );
}

describe("toSql reads the column that is named, and no other of the same fact", () => {
  const others = { physicianId: "p", id: "i", age: "a", ald: "l", c2s: "c", seen: "s" };

  it.each<[string, readonly string[]]>([
    ["physicianId", []],
    ["id", []],
    ["place", []],
    ["age", ["birthDate", "birthYear"]],
    ["birthDate", ["age", "birthYear"]],
    ["birthYear", ["age", "birthDate"]],
    ["ald", []],
    ["c2s", []],
    ["seen", ["lastSeen", "yearsSinceSeen"]],
    ["lastSeen", ["seen", "yearsSinceSeen"]],
    ["yearsSinceSeen", ["seen", "lastSeen"]],
    ["prevention", []],
  ])("of a patient: %s", (field, unread) => {
    const columns = { [field]: "Mine" };
    const sql = toSql({ dialect: "duckdb", grain: "patient", columns }, { year: 2026 });
    expect(sql).toContain('"Mine"');
    for (const name of unread) expect(sql).not.toContain(`"${name}"`);
  });

  it.each<[string, readonly string[]]>([
    ["id", []],
    ["zone", []],
    ["age", ["birthDate", "birthYear"]],
    ["birthDate", ["age", "birthYear"]],
    ["birthYear", ["birthDate", "age"]],
    ["firstInstallation", []],
    ["contract", []],
    ["sector", []],
    ["activeFrom", []],
    ["activeUntil", []],
  ])("of a physician: %s", (field, unread) => {
    const sql = toSql(
      {
        dialect: "duckdb",
        columns: others,
        physicians: "physicians",
        physicianColumns: { [field]: "Mine" },
      },
      { year: 2026 },
    );
    expect(sql).toContain('"Mine"');
    for (const name of unread) expect(sql).not.toContain(`"${name}"`);
  });
});

describe("toSql says what the schedule assumes", () => {
  it.each<[string, Omit<SqlTarget, "dialect">, ComputeOptions, string[]]>([
    [
      "without the columns of patients nor a table of physicians",
      { columns: { seen: null, prevention: null } },
      { year: 2026 },
      [
        "last visit: true",
        "prevention indicators: none",
        "zone of the practice: none",
        "running CAIM, COSCOM, COTRAM or CSTM contract: false",
        "date of installation: 3+",
        "physician's age: 0-66",
        "sector: 1",
        "activity: true",
      ],
    ],
    [
      "of physicians of whom the table lacks some facts",
      {
        physicians: "physicians",
        physicianColumns: { zone: null, birthDate: null, firstInstallation: null, sector: null },
      },
      { year: 2026, patch: { "reads.ifMissing.contract": null } },
      [
        "zone of the practice: none",
        "date of installation: 3+",
        "physician's age: 0-66",
        "sector: 1",
        "activity, where it is NULL: true",
      ],
    ],
    ["of a schedule that presumes little", {}, { year: 2020 }, ["sector: 1", "activity: true"]],
  ])("%s", (_, target, options, expected) => {
    expect(assumedIn(toSql({ dialect: "duckdb", ...target }, options))).toEqual(expected);
  });

  it("nothing, where every fact is there", () => {
    const patch = { "reads.ifMissing.sector": null, "reads.ifMissing.active": null };
    const sql = toSql(
      { dialect: "duckdb", physicians: "physicians" },
      { year: 2020, schedule: "fr.fpmt.2018", patch },
    );
    expect(sql).not.toContain("assumed by the schedule");
  });
});

describe("toSql refuses", () => {
  const target: SqlTarget = { dialect: "duckdb" };
  const options = { schedule: "fr.fmt.2026", year: 2026 };

  it.each([
    ["INPUT_INVALID", { table: "a..b" }],
    ["INPUT_INVALID", { columns: { age: "a\0b" } }],
  ])("%s for the target %j", (code_, wrong) => {
    expect(() => toSql({ ...target, ...(wrong as object) } as SqlTarget, options)).toThrow(
      expect.objectContaining({ code: code_ }),
    );
  });

  it("a year that is none", () => {
    expect(refused(() => toSql(target, { ...options, year: 1 })).code).toBe("YEAR_INVALID");
  });

  const aName = ["un nom non vide", "a name that is not empty"] as const;
  const anObject = ["un objet", "an object"] as const;
  const ofPhysicians = { physicians: "physicians" };

  it.each<[string, object, Why]>([
    ["an empty table", { table: "" }, why("INPUT_INVALID", "table", '""', ...aName)],
    ["a table that is a number", { table: 3 }, why("INPUT_INVALID", "table", "3", ...aName)],
    [
      "an empty table of physicians",
      { physicians: "" },
      why("INPUT_INVALID", "physicians", '""', ...aName),
    ],
    [
      "an empty column of patients",
      { columns: { age: "" } },
      why("INPUT_INVALID", "columns.age", '""', ...aName),
    ],
    [
      "an empty column of prevention",
      { columns: { prevention: "" } },
      why("INPUT_INVALID", "columns.prevention", '""', ...aName),
    ],
    [
      "an empty column of an indicator",
      { columns: { indicators: { flu: "" } } },
      why("INPUT_INVALID", "columns.indicators.flu", '""', ...aName),
    ],
    [
      "an empty column of physicians",
      { ...ofPhysicians, physicianColumns: { zone: "" } },
      why("INPUT_INVALID", "physicianColumns.zone", '""', ...aName),
    ],
    [
      "columns that are null",
      { columns: null },
      why("INPUT_INVALID", "columns", "null", ...anObject),
    ],
    [
      "columns that are a number",
      { columns: 3 },
      why("INPUT_INVALID", "columns", "3", ...anObject),
    ],
    [
      "columns of physicians that are a text",
      { ...ofPhysicians, physicianColumns: "id" },
      why("INPUT_INVALID", "physicianColumns", '"id"', ...anObject),
    ],
    [
      "an unknown column of patients",
      { columns: { agee: "a" } },
      why(
        "INPUT_INVALID",
        "columns.agee",
        '"agee"',
        "physicianId, id, place, age, birthDate, birthYear, ald, c2s, seen, lastSeen, yearsSinceSeen, prevention, indicators, registeredFrom, registeredUntil, diedOn, aldFrom, aldUntil, c2sFrom, c2sUntil",
      ),
    ],
    [
      "an unknown column of physicians",
      { ...ofPhysicians, physicianColumns: { zones: "z" } },
      why(
        "INPUT_INVALID",
        "physicianColumns.zones",
        '"zones"',
        "id, zone, age, birthDate, birthYear, firstInstallation, contract, sector, activeFrom, activeUntil, facts",
      ),
    ],
    [
      "physicians whom no column of patients names",
      { ...ofPhysicians, columns: { physicianId: null } },
      why(
        "INPUT_INVALID",
        "columns.physicianId",
        "null",
        "une colonne, puisqu'il y a une table de médecins",
        "a column, since there is a table of physicians",
      ),
    ],
    [
      "physicians without an id",
      { ...ofPhysicians, physicianColumns: { id: null } },
      why(
        "INPUT_INVALID",
        "columns.physicianId",
        "null",
        "une colonne, puisqu'il y a une table de médecins",
        "a column, since there is a table of physicians",
      ),
    ],
    [
      "another dialect",
      { dialect: "oracle" },
      why("INPUT_INVALID", "dialect", '"oracle"', "duckdb, postgres, spark"),
    ],
    [
      "another grain",
      { grain: "line" },
      why("INPUT_INVALID", "grain", '"line"', "physician, patient"),
    ],
  ])("%s, and says what is allowed", (_, wrong, expected) => {
    expect(refused(() => toSql({ ...target, ...wrong } as SqlTarget, options))).toEqual(expected);
  });

  const noDefault = (path: string, fact: string): Why =>
    why(
      "FACT_MISSING",
      path,
      "undefined",
      `une colonne : le barème n'a pas de défaut pour ${fact}`,
      `a column: the schedule has no default for ${fact}`,
    );

  it.each<[string, Partial<SqlTarget>, ComputeOptions["patch"], Why]>([
    ["an age", { columns: { age: null } }, {}, noDefault("columns.age", "age")],
    ["an ALD", { columns: { ald: null } }, {}, noDefault("columns.ald", "ald")],
    ["a C2S", { columns: { c2s: null } }, {}, noDefault("columns.c2s", "c2s")],
    [
      "who was seen",
      { columns: { seen: null } },
      { "reads.ifMissing.seen": null },
      noDefault("columns.seen", "seen"),
    ],
    [
      "prevention",
      { columns: { prevention: null } },
      { "reads.ifMissing.prevention": null },
      why(
        "FACT_MISSING",
        "columns.prevention",
        "undefined",
        "une colonne : le barème n'a pas de défaut",
        "a column: the schedule has no default",
      ),
    ],
    [
      "a zone",
      { physicians: "physicians", physicianColumns: { zone: null } },
      { "reads.ifMissing.zone": null },
      noDefault("physicianColumns.zone", "zone"),
    ],
    [
      "the age of physicians",
      {},
      { "reads.ifMissing.physicianAge": null },
      noDefault("physicianColumns.physicianAge", "physicianAge"),
    ],
    [
      "a price of any action",
      { columns: { prevention: "done" } },
      { "prevention.flu.amount": "6" },
      why(
        "PREVENTION_UNPRICED",
        "columns.prevention",
        '"prevention"',
        "columns.indicators : les prix des indicateurs diffèrent",
        "columns.indicators: the prices of indicators differ",
      ),
    ],
    [
      "a known indicator",
      { columns: { indicators: { magic: "done" } } },
      Object.fromEntries(fmtIndicators.slice(2).map((id) => [`prevention.${id}`, null])),
      why(
        "PREVENTION_UNKNOWN",
        "columns.indicators.magic",
        '"magic"',
        fmtIndicators.slice(0, 2).join(", "),
      ),
    ],
  ])("a table without %s, and says so in both languages", (_, wrong, patch, expected) => {
    const given = { ...options, patch: { ...patch } };
    expect(refused(() => toSql({ ...target, ...wrong }, given))).toEqual(expected);
  });

  it.each(["Base", "PhysicianId", "patients", "ID", "total"])(
    "a component of the name of another column, case apart: %s",
    (name) => {
      const schedule = applyPatch(getSchedule("fr.fmt.2026"), {
        [name]: { fr: "b", en: "b", per: "patient", amount: "1", paid: "quarters" },
      });
      expect(refused(() => toSql(target, { ...options, schedule }))).toEqual(
        why(
          "INPUT_INVALID",
          name,
          `"${name}"`,
          "un nom de composante qui diffère des autres colonnes, casse mise à part",
          "a name of a component that differs from the other columns, case apart",
        ),
      );
    },
  );

  it("a target that throws when it is read", () => {
    const hostile = {
      get dialect(): never {
        throw new Error("dialect");
      },
    };
    expect(refused(() => toSql(hostile, options))).toMatchObject({
      code: "INPUT_INVALID",
      path: "target",
    });
  });
});

/** SQL without its comments. */
function code(sql: string): string {
  return sql
    .split("\n")
    .map((line) => line.replace(/\s*--.*$/, ""))
    .filter((line) => line !== "")
    .join("\n");
}

/** SQL without comments and with every quoted name and text emptied, read as the dialect reads it. */
function bare(sql: string, dialect: (typeof DIALECTS)[number]): string {
  const tokens =
    dialect === "spark"
      ? /`(?:[^`]|``)*`|'(?:[^'\\]|\\.)*'|--[^\n]*/g
      : /"(?:[^"]|"")*"|E?'(?:[^']|'')*'|--[^\n]*/g;
  return sql
    .replace(tokens, (token) => (token.startsWith("--") ? "" : (token.at(-1) as string)))
    .replaceAll(/\s+/g, " ");
}
