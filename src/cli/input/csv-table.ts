import { CsvReader } from "./csv.ts";
import { headerSearch } from "./header-search.ts";
import type { ListFields } from "./input-list.ts";
import { openTable, type Table } from "./table.ts";

/** A CSV file; its reader stands behind the headers until records are read. */
export interface CsvTable extends Table {
  readonly csv: CsvReader;
}

/**
 * Opens a CSV file, whatever its separator.
 * @param bytes of UTF-8 without BOM
 */
export async function openCsv(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  options: ListFields,
): Promise<CsvTable> {
  const csv = new CsvReader(bytes, headerSearch(options.fields, options.map));
  return { ...(await openTable(path, csv.records(), options, () => csv.ahead)), csv };
}
