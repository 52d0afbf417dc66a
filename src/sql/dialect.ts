import type { Type } from "../formula/expression/expression.ts";
import { CALENDAR_DAY, readingsBy, type Readings } from "./readings.ts";

/** What differs between databases; everything else is printed alike. */
export interface Dialect {
  /** Quotes an identifier, whatever it contains. */
  readonly name: (name: string) => string;
  /** Quotes a string literal, whatever it contains. */
  readonly text: (value: string) => string;
  readonly types: Readonly<Record<Type, string>>;
  /** Columns of any type as what they must hold. */
  readonly read: Readings;
  /** Integer division, truncated towards zero. */
  readonly quotient: { readonly operator: string } | { readonly function: string };
  /** Number of days from one date to another. */
  readonly days: (from: string, to: string) => string;
  /** Ends a CTE whose columns are not to be worked out again wherever they are used. */
  readonly once?: string;
}

export type SqlDialect = "duckdb" | "postgres" | "spark";

const doubled = (mark: string) => (value: string) =>
  mark + value.split(mark).join(mark + mark) + mark;

const TYPES_OF_DUCKDB = {
  text: "VARCHAR",
  boolean: "BOOLEAN",
  integer: "INTEGER",
  wide: "HUGEINT",
  decimal: "DECIMAL(38, 10)",
  day: "DATE",
  euros: "DECIMAL(18, 2)",
};

const WHOLE_IN_DUCKDB = "'TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'UTINYINT', 'USMALLINT'";

const duckdb: Dialect = {
  name: doubled('"'),
  text: doubled("'"),
  types: TYPES_OF_DUCKDB,
  read: readingsBy({
    text: (column) => `TRIM(CAST(${column} AS VARCHAR))`,
    taken: (text, pattern, type) =>
      `TRY_CAST(REGEXP_EXTRACT(${text}, '${pattern}', 1) AS ${TYPES_OF_DUCKDB[type]})`,
    // Types are known before the query runs, so that these tests cost nothing.
    typed: {
      whole: (column) =>
        `WHEN TYPEOF(${column}) IN (${WHOLE_IN_DUCKDB}) THEN TRY_CAST(${column} AS INTEGER)`,
      flag: (column) => `WHEN TYPEOF(${column}) = 'BOOLEAN' THEN TRY_CAST(${column} AS BOOLEAN)`,
      answer: (column) =>
        `WHEN TYPEOF(${column}) = 'BOOLEAN' ` +
        `THEN CASE TRY_CAST(${column} AS BOOLEAN) WHEN TRUE THEN 'yes' WHEN FALSE THEN 'none' END`,
      day: (column) =>
        `WHEN TYPEOF(${column}) = 'DATE' AND ISFINITE(TRY_CAST(${column} AS DATE)) ` +
        `THEN TRY_CAST(${column} AS DATE)`,
    },
  }),
  quotient: { operator: "//" },
  days: (from, to) => `DATE_DIFF('day', ${from}, ${to})`,
};

const TYPES_OF_POSTGRES = {
  text: "TEXT",
  boolean: "BOOLEAN",
  integer: "INTEGER",
  wide: "NUMERIC",
  decimal: "NUMERIC",
  day: "DATE",
  euros: "NUMERIC(18, 2)",
};

const postgres: Dialect = {
  name: doubled('"'),
  // A backslash means itself whatever standard_conforming_strings says.
  text: (value) =>
    value.includes("\\") ? `E'${value.replace(/['\\]/g, "$&$&")}'` : doubled("'")(value),
  types: TYPES_OF_POSTGRES,
  read: readingsBy({
    text: (column) => `TRIM(CAST(${column} AS TEXT))`,
    // As JSON, a date does not depend on DateStyle.
    isoText: (column) => `TRIM(TO_JSONB(${column}) #>> '{}')`,
    taken: (text, pattern, type) =>
      `CAST(SUBSTRING(${text} FROM '${pattern}') AS ${TYPES_OF_POSTGRES[type]})`,
    day: CALENDAR_DAY,
  }),
  quotient: { function: "DIV" },
  days: (from, to) => `(${to} - ${from})`,
  once: "OFFSET 0",
};

const TYPES_OF_SPARK = {
  text: "STRING",
  boolean: "BOOLEAN",
  integer: "INT",
  wide: "DECIMAL(38, 0)",
  decimal: "DECIMAL(38, 10)",
  day: "DATE",
  euros: "DECIMAL(18, 2)",
};

/** Without ANSI mode, zero in a decimal of seven places or more is the text 0E-7. */
const isZeroOfSpark = (column: string): string =>
  `TYPEOF(${column}) LIKE 'decimal%' AND CAST(${column} AS STRING) LIKE '0E-%'`;

const spark: Dialect = {
  name: doubled("`"),
  text: (value) => `'${value.replace(/[\\']/g, "\\$&")}'`,
  types: TYPES_OF_SPARK,
  read: readingsBy({
    text: (column) => `TRIM(CAST(${column} AS STRING))`,
    taken: (text, pattern, type) =>
      `TRY_CAST(REGEXP_EXTRACT(${text}, '${pattern}', 1) AS ${TYPES_OF_SPARK[type]})`,
    typed: {
      whole: (column) => `WHEN ${isZeroOfSpark(column)} THEN 0`,
      flag: (column) => `WHEN ${isZeroOfSpark(column)} THEN FALSE`,
      answer: (column) => `WHEN ${isZeroOfSpark(column)} THEN 'none'`,
    },
  }),
  quotient: { operator: "DIV" },
  days: (from, to) => `DATEDIFF(${to}, ${from})`,
};

export const dialects: Readonly<Record<SqlDialect, Dialect>> = { duckdb, postgres, spark };
export const DIALECTS = Object.keys(dialects) as SqlDialect[];
