import { toSql, type SqlDialect, type SqlTarget } from "../../src/index.ts";

/**
 * Columns of every type that platforms use, and what becomes of what they may hold. A patient of
 * 82 years, in ALD, seen, with two actions, is paid 100 + 2 x 5 under the FMT of 2026.
 */

/** A value as SQL, and the total of its physician: null where the value leaves no amount. */
type Values = readonly (readonly [sql: string, total: string | null])[];

export interface TypedColumn {
  /** `patients.age`, `physicians.zone`. */
  readonly column: string;
  readonly type: SqlType;
  readonly values: Values;
}

const TYPES = {
  text: ["VARCHAR", "TEXT", "STRING"],
  char: ["VARCHAR", "CHAR(12)", "STRING"],
  smallint: ["SMALLINT", "SMALLINT", "SMALLINT"],
  int: ["INTEGER", "INTEGER", "INT"],
  bigint: ["BIGINT", "BIGINT", "BIGINT"],
  decimal: ["DECIMAL(12, 2)", "NUMERIC(12, 2)", "DECIMAL(12, 2)"],
  wide: ["DECIMAL(38, 10)", "NUMERIC(38, 10)", "DECIMAL(38, 10)"],
  real: ["REAL", "REAL", "FLOAT"],
  double: ["DOUBLE", "DOUBLE PRECISION", "DOUBLE"],
  boolean: ["BOOLEAN", "BOOLEAN", "BOOLEAN"],
  date: ["DATE", "DATE", "DATE"],
  timestamp: ["TIMESTAMP", "TIMESTAMP", "TIMESTAMP_NTZ"],
  instant: ["TIMESTAMPTZ", "TIMESTAMPTZ", "TIMESTAMP"],
  texts: ["VARCHAR[]", "TEXT[]", "ARRAY<STRING>"],
} as const satisfies Record<string, readonly [duckdb: string, postgres: string, spark: string]>;

export type SqlType = keyof typeof TYPES;
const DIALECTS = ["duckdb", "postgres", "spark"] as const satisfies SqlDialect[];

export const typeIn = (dialect: SqlDialect, type: SqlType): string =>
  TYPES[type][DIALECTS.indexOf(dialect)] as string;

const [paid, none] = ["110.00", null] as const;
const texts = (total: string | null, ...all: string[]): Values =>
  all.map((one) => [`'${one}'`, total] as const);
const column = (name: string, type: SqlType, ...values: readonly Values[]): TypedColumn => ({
  column: name,
  type,
  values: values.flat(),
});

/** A patient who is not seen brings 5 EUR, whatever their age, and what their actions are worth. */
const notSeen = "15.00";
const NULL: Values = [["NULL", none]];
const NUMBERS = ["smallint", "int", "bigint", "decimal", "wide", "real", "double"] as const;
const FLOATS = ["real", "double"] as const;
const FRACTIONS = ["decimal", "wide", "real", "double"] as const;
const notFinite: Values = texts(none, "NaN", "Infinity", "-Infinity");

const DATES = texts(paid, "1943-03-17", " 1943-03-17 ", "1943-03-17 00:00:00", "1944-02-29");
const NO_DATES = texts(
  none,
  "17/03/1943",
  "17-03-1943",
  "17.03.1943",
  "03/17/1943",
  "1943/03/17",
  "19430317",
  "43-03-17",
  "1943-3-17",
  "1943-02-30",
  "1943-02-29",
  "1900-02-29",
  "1943-04-31",
  "1943-03-00",
  "1943-03-17 10:30:00",
  "1943-03-17T00:00:00+02:00",
  "1943-03-17 00:00:00-05",
  "Mar 17 1943",
  "infinity",
  "now",
  "-",
);
const YEARS = texts(paid, "1943", "1943-03", "1943-00-00", "1943-13-45");
const MIDNIGHT = texts(
  paid,
  "1943-03-17T00:00:00",
  "1943-03-17T00:00:00Z",
  "1943-03-17 00:00:00+00",
);

export const TYPED_COLUMNS: readonly TypedColumn[] = [
  ...NUMBERS.map((type) =>
    column(
      "patients.age",
      type,
      [
        ["82", paid],
        ["79", "65.00"],
        ["-1", none],
        ["130", none],
      ],
      NULL,
    ),
  ),
  ...FRACTIONS.map((type) =>
    column("patients.age", type, [
      ["79.5", none],
      ["0.1", none],
    ]),
  ),
  ...FLOATS.map((type) => column("patients.age", type, notFinite)),
  column(
    "patients.age",
    "text",
    texts(paid, "82", " 82 ", "82.0", "82.00"),
    texts(
      none,
      "79.5",
      "-1",
      "130",
      "abc",
      "",
      "1e1",
      "82 ans",
      "0x52",
      "8_2",
      "82\t",
      "NaN",
      "+82",
    ),
    NULL,
  ),
  column("patients.age", "char", texts(paid, "82")),
  column("patients.age", "boolean", [["TRUE", none]]),
  column("patients.age", "date", texts(none, "1943-03-17")),
  ...NUMBERS.map((type) =>
    column("patients.prevention", type, [
      ["2", paid],
      ["0", "100.00"],
      ["15", "175.00"],
      ["16", none],
      ["-1", none],
      ["NULL", "100.00"],
    ]),
  ),
  ...FRACTIONS.map((type) => column("patients.prevention", type, [["2.5", none]])),
  ...FLOATS.map((type) => column("patients.prevention", type, notFinite)),
  column(
    "patients.prevention",
    "text",
    texts(paid, "2", "2.0", " 2 "),
    texts("100.00", "", "  "),
    texts(none, "2.5", "16", "deux", "flu", "2 actes"),
  ),
  column("patients.prevention", "boolean", [["TRUE", none]]),
  column("patients.prevention", "texts", [["ARRAY['flu', 'mmr']", none]]),
  column(
    "patients.ald",
    "boolean",
    [
      ["TRUE", paid],
      ["FALSE", "65.00"],
    ],
    NULL,
  ),
  ...NUMBERS.map((type) =>
    column(
      "patients.ald",
      type,
      [
        ["1", paid],
        ["0", "65.00"],
        ["2", none],
        ["-1", none],
      ],
      NULL,
    ),
  ),
  ...FRACTIONS.map((type) => column("patients.ald", type, [["0.5", none]])),
  ...FLOATS.map((type) => column("patients.ald", type, notFinite)),
  column(
    "patients.ald",
    "text",
    texts(paid, "true", "t", "1", "1.0", "yes", "y", "oui", "Oui", "o", "vrai", " TRUE "),
    texts("65.00", "false", "f", "0", "0.0", "no", "n", "non", "NON", "faux"),
    texts(none, "", "x", "peut-être", "oui ?", "2", "\\N", "-1", "#N/A", "null"),
    NULL,
  ),
  column("patients.ald", "date", texts(none, "2020-01-01")),
  column(
    "patients.c2s",
    "boolean",
    [
      ["TRUE", "120.00"],
      ["FALSE", paid],
    ],
    NULL,
  ),
  ...NUMBERS.map((type) =>
    column(
      "patients.c2s",
      type,
      [
        ["1", "120.00"],
        ["0", paid],
        ["2", none],
      ],
      NULL,
    ),
  ),
  column(
    "patients.c2s",
    "text",
    texts("120.00", "free", "contributory", " free ", "oui", "t", "1", "1.0"),
    texts(paid, "none", "non", "f", "0", "0.0"),
    texts(none, "", "cmu-c", "gratuite", "2", "perhaps"),
    NULL,
  ),
  column(
    "patients.seen",
    "boolean",
    [
      ["TRUE", paid],
      ["FALSE", notSeen],
    ],
    NULL,
  ),
  column(
    "patients.seen",
    "smallint",
    [
      ["1", paid],
      ["0", notSeen],
      ["2", none],
    ],
    NULL,
  ),
  column("patients.seen", "text", texts(paid, "oui"), texts(notSeen, "non"), texts(none, "", "vu")),
  column("patients.birthDate", "text", DATES, YEARS, MIDNIGHT, NO_DATES, texts(none, ""), NULL),
  column(
    "patients.birthDate",
    "date",
    texts(paid, "1943-03-17"),
    texts(none, "1800-01-01", "2026-01-01"),
    NULL,
  ),
  column(
    "patients.birthDate",
    "timestamp",
    texts(paid, "1943-03-17 00:00:00"),
    texts(none, "1943-03-17 10:30:00"),
    NULL,
  ),
  column(
    "patients.birthDate",
    "instant",
    texts(paid, "1943-03-17 00:00:00"),
    texts(none, "1943-03-17 10:30:00"),
    NULL,
  ),
  column(
    "patients.birthDate",
    "int",
    [
      ["1943", paid],
      ["19430317", none],
      ["15782", none],
    ],
    NULL,
  ),
  column(
    "patients.birthYear",
    "smallint",
    [
      ["1943", paid],
      ["43", none],
      ["2026", none],
      ["1895", none],
    ],
    NULL,
  ),
  column(
    "patients.birthYear",
    "double",
    [
      ["1943", paid],
      ["1943.5", none],
    ],
    notFinite,
  ),
  column("patients.birthYear", "text", texts(paid, "1943", "1943.0"), texts(none, "1943.5", "")),
  column(
    "patients.lastSeen",
    "text",
    texts(paid, "2025-03-17", "2024", "2024-12"),
    texts(notSeen, "2023-12-31"),
    texts(none, "17/03/2025", "2025-02-30", "jamais", ""),
    NULL,
  ),
  column(
    "patients.lastSeen",
    "date",
    texts(paid, "2025-03-17"),
    texts(notSeen, "2020-01-01"),
    NULL,
  ),
  column(
    "patients.yearsSinceSeen",
    "double",
    [
      ["0", paid],
      ["1", paid],
      ["2", notSeen],
      ["1.5", none],
    ],
    notFinite,
    NULL,
  ),
  column(
    "patients.diedOn",
    "text",
    texts(paid, "", "2026-01-01"),
    texts(none, "31/12/2020", "2020-02-30", "oui"),
    [["NULL", paid]],
  ),
  column("patients.diedOn", "date", texts(paid, "2026-01-01"), [["NULL", paid]]),
  column(
    "patients.aldFrom",
    "text",
    texts(paid, "", "2020-01-01"),
    texts("65.00", "2026-01-01"),
    texts(none, "01/01/2020"),
  ),
  column(
    "physicians.zone",
    "text",
    texts(paid, "none", ""),
    texts("120.00", "ZIP", " QPV "),
    texts(none, "zip", "HZ", "ZIP?"),
    [["NULL", paid]],
  ),
  column("physicians.zone", "char", texts("120.00", "ZIP"), texts(paid, "none")),
  column("physicians.zone", "int", [["1", none]]),
  column("physicians.contract", "smallint", [
    ["0", "120.00"],
    ["1", paid],
    ["2", none],
    ["NULL", "120.00"],
  ]),
  column(
    "physicians.contract",
    "text",
    texts(paid, "oui", "t"),
    texts("120.00", "non", "0", ""),
    texts(none, "peut-être"),
  ),
  column("physicians.sector", "int", [
    ["1", paid],
    ["2", "0.00"],
    ["3", none],
    ["NULL", paid],
  ]),
  column(
    "physicians.sector",
    "double",
    [
      ["1", paid],
      ["2", "0.00"],
      ["1.5", none],
    ],
    notFinite,
  ),
  column(
    "physicians.sector",
    "text",
    texts(paid, "1", "2-optam", ""),
    texts("0.00", "2"),
    texts(none, "3", "I", "OPTAM"),
  ),
  column(
    "physicians.birthDate",
    "text",
    texts("120.00", "1957-03-17", "1957"),
    texts(paid, "1960-01-01", ""),
    texts(none, "17/03/1957", "1957-02-30", "1800-01-01"),
  ),
  column("physicians.birthDate", "date", texts("120.00", "1957-03-17"), [["NULL", paid]]),
  column(
    "physicians.firstInstallation",
    "text",
    texts(paid, "2000-01-01", "2000", ""),
    texts("0.00", "2026-05-01"),
    texts(none, "01/01/2000", "recent"),
  ),
  column(
    "physicians.activeFrom",
    "text",
    texts(paid, "2000-01-01", ""),
    texts("0.00", "2030-03-17"),
    texts(none, "17/03/2030", "2030", "2030-02-30"),
  ),
  column(
    "physicians.activeUntil",
    "text",
    texts(paid, "2030-03-17", "9999-12-31", ""),
    texts("0.00", "2020-03-17"),
    texts(none, "17/03/2030", "infinity", "2030-03-17 12:00:00"),
  ),
  column("physicians.activeUntil", "date", texts(paid, "2030-03-17"), texts("0.00", "2020-03-17"), [
    ["NULL", paid],
  ]),
  column(
    "physicians.activeUntil",
    "timestamp",
    texts(paid, "2030-03-17 00:00:00"),
    texts(none, "2030-03-17 12:00:00"),
  ),
];

const PATIENT = {
  physicianId: ["text", "'m'"],
  id: ["text", "'p'"],
  age: ["int", "82"],
  ald: ["boolean", "TRUE"],
  c2s: ["text", "'none'"],
  seen: ["boolean", "TRUE"],
  prevention: ["int", "2"],
} as const satisfies Record<string, readonly [SqlType, string]>;

const PHYSICIAN = {
  id: ["text", "'m'"],
  zone: ["text", "'none'"],
  birthDate: ["text", "NULL"],
  firstInstallation: ["text", "NULL"],
  contract: ["boolean", "FALSE"],
  sector: ["text", "'1'"],
  activeFrom: ["text", "NULL"],
  activeUntil: ["text", "NULL"],
} as const satisfies Record<string, readonly [SqlType, string]>;

/** Two tables to make, a query over them, and the total of each physician, `m000`, `m001`… */
export interface TypedCase {
  readonly name: string;
  readonly tables: { readonly panel: string; readonly physicians: string };
  readonly query: string;
  readonly expected: readonly (readonly [
    physicianId: string,
    total: string | null,
    value: string,
  ])[];
  /** What `invalid` names where there is no total. */
  readonly invalid: string;
}

/** A column of a type, with each of its values in the list, or the row, of a physician of their own. */
export function typedCase(
  dialect: SqlDialect,
  { column: name, type, values }: TypedColumn,
): TypedCase {
  const [table, field] = name.split(".") as ["patients" | "physicians", string];
  const ids = values.map((_, i) => `m${String(i).padStart(3, "0")}`);
  const rows = (all: Readonly<Record<string, readonly [SqlType, string]>>, id: string): string =>
    ids
      .map((physician, i) => {
        const own = { ...all, [id]: ["text", `'${physician}'`] as const };
        const row =
          id === (table === "patients" ? "physicianId" : "id")
            ? { ...own, [field]: [type, values[i]?.[0] as string] as const }
            : own;
        return `SELECT ${Object.entries(row)
          .map(([as, [of, sql]]) => `${castIn(dialect, of, sql)} AS ${quoted(dialect, as)}`)
          .join(", ")}`;
      })
      .join("\nUNION ALL ");
  const physicianZone = field === "contract" ? { zone: ["text", "'ZIP'"] as const } : {};
  const target: SqlTarget = {
    dialect,
    physicians: "physicians",
    ...(table === "patients" && { columns: { [field]: field } }),
  };
  return {
    name: `${name}, ${type}`,
    tables: {
      panel: rows(PATIENT, "physicianId"),
      physicians: rows({ ...PHYSICIAN, ...physicianZone }, "id"),
    },
    query: toSql(target, { year: 2026, schedule: "fr.fmt.2026" }),
    expected: values.map(([value, total], i) => [ids[i] as string, total, value]),
    invalid: `${table === "patients" ? "panel" : "physicians"}.${field}`,
  };
}

function castIn(dialect: SqlDialect, type: SqlType, sql: string): string {
  const value =
    dialect === "spark"
      ? sql.replace(/^ARRAY\[(.*)\]$/, "ARRAY($1)").replaceAll("\\", "\\\\")
      : sql;
  return `CAST(${value} AS ${typeIn(dialect, type)})`;
}

const quoted = (dialect: SqlDialect, name: string): string =>
  dialect === "spark" ? `\`${name}\`` : `"${name}"`;

/** What differs between the rows of a query and what a case expects of them. */
export function differences(
  { name, expected, invalid }: TypedCase,
  rows: readonly Readonly<Record<string, string | null>>[],
): string[] {
  const found = new Map(rows.map((row) => [row["physicianId"], row]));
  return expected.flatMap(([id, total, value]) => {
    const row = found.get(id);
    const reason = total === null ? invalid : null;
    return row?.["total"] === total && row["invalid"] === reason
      ? []
      : [
          `${name}, ${value}: ${total} expected, ${row?.["total"]} found; invalid ${row?.["invalid"]}`,
        ];
  });
}
