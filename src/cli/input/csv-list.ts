import { columnsWhere } from "../../list/told-columns.ts";
import { fail } from "../report/failure.ts";
import type { CsvReader } from "./csv.ts";
import { readBlocks } from "./csv-blocks.ts";
import type { DeclaredFacts } from "./declared-facts.ts";
import type { Names } from "../../words/fields.ts";
import { checkHeader } from "./check-header.ts";
import { readHeader, type Header, type HeaderMap } from "./header.ts";
import type { InputList } from "./input-list.ts";
import type { InputRow } from "./row-block.ts";
import { columnReaders, recordReader } from "./values.ts";

/** Opens a CSV file; its rows are streamed. */
export async function openCsv(
  path: string,
  csv: CsvReader,
  { fields, facts, map }: { fields: Names; facts: DeclaredFacts; map: HeaderMap },
): Promise<InputList> {
  const records = csv.records();
  const { value: first } = await records.next();
  if (!first) return fail("INPUT_EMPTY", `${path} : fichier vide`, `${path}: empty file`);
  const header = readHeader(first.cells, fields, map);
  checkHeader(header, fields, path);
  const known = new Set(header.fields.filter((field) => field !== undefined));
  const columns = columnsWhere((field) => known.has(field));
  const hasPhysicianId = known.has("physicianId");
  const readers = columnReaders(header, facts, csv.ahead);
  const read = recordReader(header.fields, readers);
  const rowOf = (line: number, cells: readonly string[]): InputRow => ({
    line,
    value: read(cells),
    raw: cells,
    ...(isRagged(cells, header) && { ragged: true }),
  });
  async function* rows(): AsyncGenerator<InputRow> {
    for await (const { line, cells } of records) yield rowOf(line, cells);
  }
  return {
    header,
    columns: () => columns,
    hasPhysicianId,
    fields: known,
    rows: rows(),
    blocks: (classes) => readBlocks(csv, header.fields, readers, classes, rowOf),
  };
}

/** Tolerates one extra empty cell: some programs end each record with a separator. */
function isRagged(cells: readonly string[], { names }: Header): boolean {
  return (
    cells.length !== names.length && !(cells.length === names.length + 1 && cells.at(-1) === "")
  );
}
