import type { DuckDBConnection } from "@duckdb/node-api";
import { named, rowsOf } from "./engine.ts";

/** How a column of a table is read: as numbers, or as the text that a CSV file would hold. */
export interface TypedColumn {
  /** SQL of its values. */
  readonly sql: string;
  /** Text of a number that stands for a value; undefined where the values are texts. */
  readonly textOf: ((value: number) => string) | undefined;
  /** Its name, quoted. */
  readonly name: string;
  /** SQL of what decides the text. */
  readonly key: string;
}

const SMALL = /^U?(TINYINT|SMALLINT)$|^INTEGER$/;
const INSTANT = /^TIMESTAMP/;
const FRACTION = /^(FLOAT|DOUBLE|DECIMAL.*)$/;
const IS_FLOAT = /^(FLOAT|DOUBLE)$/;
const MS_PER_DAY = 86_400_000;

/**
 * Says how to read the columns of a table. Of instants, days are read where each value of the
 * column is the midnight of one, in UTC; of ids that are numbers with a fraction, whole numbers are
 * read where each of them is one.
 * @param isId whether a column holds ids
 */
export async function typedColumns(
  connection: DuckDBConnection,
  table: string,
  columns: readonly { readonly name: string; readonly type: string; readonly isId: boolean }[],
): Promise<readonly TypedColumn[]> {
  const asked = columns.map(({ name, type, isId }) => {
    const column = named(name);
    if (INSTANT.test(type)) return `DATE_TRUNC('day', ${column}) = ${column}`;
    return isId && FRACTION.test(type)
      ? `${column} = TRUNC(${column}) AND ABS(${column}) <= ${Number.MAX_SAFE_INTEGER}`
      : undefined;
  });
  const tests = asked.map((test) => `BOOL_AND(${test ?? "TRUE"}) `);
  const [answers = []] = asked.some((test) => test !== undefined)
    ? await valuesOf(connection, `SELECT ${tests.join(", ")} FROM ${table}`)
    : [];
  return columns.map(({ name, type, isId }, i) =>
    columnOf(named(name), type, isId, answers[i] !== false),
  );
}

async function valuesOf(connection: DuckDBConnection, sql: string): Promise<unknown[][]> {
  const rows = await rowsOf<Record<string, unknown>>(
    connection,
    `SELECT * FROM (${sql}) AS answers`,
  );
  return rows.map((row) => Object.values(row));
}

/** @param isWhole each value of the column is a day, or a whole number */
function columnOf(column: string, type: string, isId: boolean, isWhole: boolean): TypedColumn {
  const text = (sql: string, key = column): TypedColumn => {
    return { sql, textOf: undefined, name: column, key };
  };
  const number = (sql: string, textOf: (value: number) => string): TypedColumn => {
    return { sql, textOf, name: column, key: column };
  };
  if (type === "VARCHAR") return text(column);
  if (type === "BOOLEAN")
    return number(`CAST(${column} AS UTINYINT)`, (value) => String(value === 1));
  if (SMALL.test(type)) return number(column, String);
  if (type === "DATE" || (INSTANT.test(type) && isWhole))
    return number(`CAST(CAST(${column} AS DATE) - DATE '1970-01-01' AS INTEGER)`, dayText);
  if (INSTANT.test(type)) return text(`STRFTIME(${column}, '%Y-%m-%dT%H:%M:%S.%fZ')`);
  if (isId && FRACTION.test(type) && isWhole)
    return text(`CAST(CAST(${column} AS BIGINT) AS VARCHAR)`);
  if (isId && IS_FLOAT.test(type))
    return text(
      `CASE WHEN ABS(${column}) > ${Number.MAX_SAFE_INTEGER} ` +
        `THEN FORMAT('{:E}', ${column}) ELSE CAST(${column} AS VARCHAR) END`,
    );
  const written = type.endsWith("[]")
    ? `ARRAY_TO_STRING(${column}, ' ')`
    : `CAST(${column} AS VARCHAR)`;
  // 0.0 and -0.0 are equal, and written differently.
  return IS_FLOAT.test(type) || type.endsWith("[]") ? text(written, written) : text(written);
}

/** @param days since 1970-01-01 */
function dayText(days: number): string {
  const date = new Date(days * MS_PER_DAY);
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().slice(0, -14);
}
