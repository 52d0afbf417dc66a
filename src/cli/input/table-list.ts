import type { LocalizedText } from "../../error.ts";
import { readBlocks } from "./csv-blocks.ts";
import type { CsvTable } from "./csv-table.ts";
import type { Header } from "./header.ts";
import { inFile, partsOf } from "./in-file.ts";
import { columnsOf, type InputList } from "./input-list.ts";
import { faultOf } from "./kinds/fault.ts";
import type { InputRow } from "./row-block.ts";
import type { Table } from "./table.ts";

/** Makes rows of records, each with why it can be none of the list. */
export function recordRow(
  header: Header,
  read: Table["read"],
): (line: number, cells: readonly string[]) => InputRow {
  return (line, cells) => {
    const value = read(cells);
    const fault = faultOf(cells, header, value);
    return { line, value, raw: cells, ...(fault && { fault }) };
  };
}

/**
 * The rows of a file of records; they are streamed.
 * @param others what else is told of the file once it is read
 */
export function listOf(
  path: string,
  table: Table | CsvTable,
  others: readonly LocalizedText[] = [],
): InputList {
  const { header, notes, readers, read, records } = table;
  const rowOf = recordRow(header, read);
  async function* rows(): AsyncGenerator<InputRow> {
    try {
      for await (const { line, cells } of records) yield rowOf(line, cells);
    } catch (error) {
      throw inFile(path, error);
    }
  }
  return {
    header,
    get notes() {
      return [...others, ...notes];
    },
    ...columnsOf(header),
    rows: rows(),
    ...("csv" in table && {
      blocks: (classes) =>
        partsOf(path, readBlocks(table.csv, header.fields, readers, classes, rowOf)),
    }),
  };
}
