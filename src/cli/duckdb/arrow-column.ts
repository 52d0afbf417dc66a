import type { DuckDBType, DuckDBValue } from "@duckdb/node-api";
import type { DataType } from "apache-arrow";
import type { Arrow } from "./arrow.ts";

type Duckdb = typeof import("@duckdb/node-api");

/** Conversion of an Arrow column to DuckDB. */
export interface ArrowColumn {
  readonly type: DuckDBType;
  /** Converts a non-null value. */
  readonly valueOf: (value: unknown) => DuckDBValue;
}

const MS_PER_DAY = 86_400_000;

/**
 * Maps an Arrow type to the DuckDB type of the equivalent Parquet column. Types that a patient list
 * never uses become text.
 */
export function arrowColumn(arrow: Arrow, duckdb: Duckdb, type: DataType): ArrowColumn {
  const { DataType: is } = arrow;
  const asItIs = (value: unknown): DuckDBValue => value as DuckDBValue;
  if (is.isDictionary(type)) return arrowColumn(arrow, duckdb, type.dictionary);
  if (is.isBool(type)) return { type: duckdb.BOOLEAN, valueOf: asItIs };
  if (is.isInt(type)) {
    const [narrow, wide] = type.isSigned
      ? [duckdb.INTEGER, duckdb.BIGINT]
      : [duckdb.UINTEGER, duckdb.UBIGINT];
    return { type: type.bitWidth === 64 ? wide : narrow, valueOf: asItIs };
  }
  if (is.isFloat(type))
    return {
      type: type.precision === arrow.Precision.DOUBLE ? duckdb.DOUBLE : duckdb.FLOAT,
      valueOf: asItIs,
    };
  if (is.isDecimal(type) && type.bitWidth === 128 && type.precision <= 38) {
    const { precision, scale } = type;
    return {
      type: duckdb.DECIMAL(precision, scale),
      valueOf: (value) => new duckdb.DuckDBDecimalValue(BigInt(String(value)), precision, scale),
    };
  }
  if (is.isDate(type))
    return {
      type: duckdb.DATE,
      valueOf: (value) => new duckdb.DuckDBDateValue(Math.floor(Number(value) / MS_PER_DAY)),
    };
  if (is.isTimestamp(type)) {
    const micros = (value: unknown): bigint => BigInt(Math.round(Number(value) * 1000));
    if (!type.timezone)
      return {
        type: duckdb.TIMESTAMP,
        valueOf: (value) => new duckdb.DuckDBTimestampValue(micros(value)),
      };
    return {
      type: duckdb.TIMESTAMPTZ,
      valueOf: (value) => new duckdb.DuckDBTimestampTZValue(micros(value)),
    };
  }
  if (is.isList(type) || is.isLargeList(type) || is.isFixedSizeList(type)) {
    return {
      type: duckdb.LIST(duckdb.VARCHAR),
      valueOf: (value) =>
        duckdb.listValue(
          Array.from(value as Iterable<unknown>, (one) => (one === null ? null : String(one))),
        ),
    };
  }
  return { type: duckdb.VARCHAR, valueOf: String };
}
