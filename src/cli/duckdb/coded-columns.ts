import { rowsOf } from "./engine.ts";
import { rowsIn, type TypedTable } from "./typed-table.ts";

/** Columns that DuckDB makes one number of 32 bits of, for each row. */
export interface CodedColumns {
  /** Places of the columns. */
  readonly places: readonly number[];
  /** SQL of the number, which is never NULL. */
  readonly sql: string;
  /** The texts that a number stands for; undefined for one that stands for several rows of them. */
  readonly textsOf: (code: number) => readonly string[] | undefined;
}

/**
 * Codes columns together that have few different rows, and each other one by itself. A code is a
 * hash, which DuckDB makes faster than it packs numbers. That no two different rows have the same
 * is known, as all of them are asked for once.
 * @returns nothing for a column of more values than are held
 */
export async function codeColumns(
  table: TypedTable,
  places: readonly number[],
): Promise<readonly CodedColumns[]> {
  const together = await fewRowsIn(table, places);
  const coded = together.length > 0 ? await code(table, together) : undefined;
  const alone = coded ? places.filter((at) => !together.includes(at)) : places;
  const others = [];
  for (const at of alone) others.push(await code(table, [at]));
  return [coded, ...others].filter((one) => one !== undefined);
}

/** The most of the columns, those with the fewest values first, whose first rows differ little. */
async function fewRowsIn(table: TypedTable, places: readonly number[]): Promise<readonly number[]> {
  if (places.length < 2) return places;
  const sample = Math.ceil(table.rowsAtOnce / 4);
  const counted = async (some: readonly (readonly number[])[]): Promise<number[]> => {
    const counts = some.map((one, i) => `COUNT(DISTINCT ${hashOf(table, one)}) AS "${i}"`);
    const sql = `SELECT ${counts.join(", ")} FROM ${rowsIn(table, 0, sample)}`;
    const [found] = await rowsOf<Record<string, string>>(table.connection, sql);
    return some.map((_, i) => Number(found?.[i]));
  };
  const values = await counted(places.map((at) => [at]));
  const byValues = [...places.keys()].sort((a, b) => (values[a] as number) - (values[b] as number));
  const starts = byValues.map((_, i) => byValues.slice(0, i + 1).map((at) => places[at] as number));
  const rows = await counted(starts);
  return starts.filter((_, i) => (rows[i] as number) <= sample / 8).at(-1) ?? [];
}

async function code(
  table: TypedTable,
  places: readonly number[],
): Promise<CodedColumns | undefined> {
  const columns = places.map((at) => table.columns[at] as (typeof table.columns)[number]);
  const sql = `CAST(${hashOf(table, places)} & ${2 ** 31 - 1} AS INTEGER)`;
  const names = columns.map(({ name }) => name).join(", ");
  const values = columns.map((column, i) => `${column.sql} AS "${i}"`).join(", ");
  const most = Math.ceil(table.rowsAtOnce / 4);
  const rows = await rowsOf<{ code: number } & Record<number, string | number | null>>(
    table.connection,
    `SELECT ${sql} AS code, ${values} ` +
      `FROM (SELECT DISTINCT ${names} FROM ${table.name} LIMIT ${most + 1})`,
  );
  if (rows.length > most) return undefined;
  const texts = new Map<number, readonly string[] | undefined>();
  for (const row of rows) {
    const found = columns.map(({ textOf }, i) => {
      const value = row[i] ?? null;
      return value === null ? "" : textOf ? textOf(Number(value)) : String(value);
    });
    texts.set(row.code, texts.has(row.code) ? undefined : found);
  }
  return { places, sql, textsOf: (one) => texts.get(one) };
}

function hashOf({ columns }: TypedTable, places: readonly number[]): string {
  return `HASH(${places.map((at) => columns[at]?.key).join(", ")})`;
}
