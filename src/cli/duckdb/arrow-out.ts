import type {
  DuckDBConnection,
  DuckDBDecimalValue,
  DuckDBResult,
  DuckDBValue,
} from "@duckdb/node-api";
import type { AsyncByteQueue, DataType, RecordBatch, Schema, Vector } from "apache-arrow";
import { closeSync, openSync, writeSync } from "node:fs";
import { loadArrow, type Arrow } from "./arrow.ts";

/**
 * Writes the table `result` as an Arrow file or stream: text is Utf8, counts Int64, amounts
 * Decimal(18, 2), as in Parquet.
 * @throws ForfaitError ENGINE_MISSING
 */
export async function writeArrow(
  connection: DuckDBConnection,
  path: string,
  form: "file" | "stream",
): Promise<void> {
  const arrow = await loadArrow();
  const result = await connection.stream("SELECT * FROM result");
  const names = result.columnNames();
  const schema = new arrow.Schema(
    names.map(
      (name, i) => new arrow.Field(name, typeOf(arrow, String(result.columnType(i))), true),
    ),
  );
  const writer =
    form === "file" ? new arrow.RecordBatchFileWriter() : new arrow.RecordBatchStreamWriter();
  const file = openSync(path, "w");
  try {
    writer.reset(sinkTo(arrow, file), schema);
    for await (const columns of batchesOf(result)) writer.write(batchOf(arrow, schema, columns));
    writer.close();
  } finally {
    closeSync(file);
  }
}

function typeOf(arrow: Arrow, type: string): DataType {
  const [, precision, scale] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? [];
  if (precision !== undefined) return new arrow.Decimal(Number(scale), Number(precision), 128);
  if (type === "DOUBLE") return new arrow.Float64();
  return type === "BIGINT" ? new arrow.Int64() : new arrow.Utf8();
}

/** Minimum number of rows of a record batch, except the last one. */
const ENOUGH = 1 << 16;

/** Columns of the result, with several DuckDB chunks merged into each batch. */
async function* batchesOf(result: DuckDBResult): AsyncGenerator<DuckDBValue[][]> {
  let held: DuckDBValue[][] = [];
  for await (const chunk of result) {
    const columns = chunk.getColumns();
    if (held.length === 0) held = columns;
    else
      for (const [i, column] of columns.entries()) for (const value of column) held[i]?.push(value);
    if ((held[0]?.length ?? 0) < ENOUGH) continue;
    yield held;
    held = [];
  }
  if (held.length > 0) yield held;
}

function batchOf(
  arrow: Arrow,
  schema: Schema,
  columns: readonly (readonly DuckDBValue[])[],
): RecordBatch {
  const vectors = columns.map((values, i): Vector => {
    const { type } = schema.fields[i] as { type: DataType };
    return arrow.vectorFromArray(
      arrow.DataType.isDecimal(type)
        ? values.map((value) => value && wordsOf((value as DuckDBDecimalValue).value))
        : values,
      type,
    );
  });
  const children = vectors.map(({ data }) => data[0] as (typeof data)[number]);
  return new arrow.RecordBatch(
    schema,
    arrow.makeData({
      type: new arrow.Struct(schema.fields),
      length: columns[0]?.length ?? 0,
      nullCount: 0,
      children,
    }),
  );
}

/** A 128-bit integer as four 32-bit words, least significant first. */
function wordsOf(value: bigint): Uint32Array {
  return new Uint32Array(BigInt64Array.of(BigInt.asIntN(64, value), value >> 64n).buffer);
}

/** Writes synchronously, so that at most one batch is buffered. */
function sinkTo(arrow: Arrow, file: number): AsyncByteQueue {
  return new (class extends arrow.AsyncByteQueue {
    override write(bytes: Uint8Array): void {
      for (let from = 0; from < bytes.length;) from += writeSync(file, bytes, from);
    }
  })();
}
