import type { Type } from "../formula/expression/expression.ts";

/** What differs between databases; everything else is printed alike. */
export interface Dialect {
  /** Quotes an identifier, whatever it contains. */
  readonly name: (name: string) => string;
  /** Quotes a string literal, whatever it contains. */
  readonly text: (value: string) => string;
  readonly types: Readonly<Record<Type, string>>;
  /** Integer division, truncated towards zero. */
  readonly quotient: { readonly operator: string } | { readonly function: string };
  /** Number of days from one date to another. */
  readonly days: (from: string, to: string) => string;
}

export type SqlDialect = "duckdb" | "postgres" | "spark";

const doubled = (mark: string) => (value: string) =>
  mark + value.split(mark).join(mark + mark) + mark;

const duckdb: Dialect = {
  name: doubled('"'),
  text: doubled("'"),
  types: {
    text: "VARCHAR",
    boolean: "BOOLEAN",
    integer: "INTEGER",
    wide: "HUGEINT",
    day: "DATE",
    euros: "DECIMAL(18, 2)",
  },
  quotient: { operator: "//" },
  days: (from, to) => `DATE_DIFF('day', ${from}, ${to})`,
};

const postgres: Dialect = {
  name: doubled('"'),
  text: doubled("'"),
  types: {
    text: "TEXT",
    boolean: "BOOLEAN",
    integer: "INTEGER",
    wide: "NUMERIC",
    day: "DATE",
    euros: "NUMERIC(18, 2)",
  },
  quotient: { function: "DIV" },
  days: (from, to) => `(${to} - ${from})`,
};

const spark: Dialect = {
  name: doubled("`"),
  text: (value) => `'${value.replace(/[\\']/g, "\\$&")}'`,
  types: {
    text: "STRING",
    boolean: "BOOLEAN",
    integer: "INT",
    wide: "DECIMAL(38, 0)",
    day: "DATE",
    euros: "DECIMAL(18, 2)",
  },
  quotient: { operator: "DIV" },
  days: (from, to) => `DATEDIFF(${to}, ${from})`,
};

export const dialects: Readonly<Record<SqlDialect, Dialect>> = { duckdb, postgres, spark };
export const DIALECTS = Object.keys(dialects) as SqlDialect[];
