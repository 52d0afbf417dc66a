import { columnsWhere } from "../../list/told-columns.ts";
import { fail } from "../report/failure.ts";
import { readCsv } from "./csv.ts";
import type { DeclaredFacts } from "./declared-facts.ts";
import type { Names } from "./fields.ts";
import { checkHeader, readHeader, type Header, type HeaderMap } from "./header.ts";
import type { InputList, InputRow } from "./input-list.ts";
import { recordReader } from "./values.ts";

/** Opens a CSV file; its rows are streamed. */
export async function openCsv(
  path: string,
  text: AsyncIterable<string>,
  { fields, facts, map }: { fields: Names; facts: DeclaredFacts; map: HeaderMap },
): Promise<InputList> {
  const records = readCsv(text);
  const { value: first } = await records.next();
  if (!first) return fail("INPUT_EMPTY", `${path} : fichier vide`, `${path}: empty file`);
  const header = readHeader(first.cells, fields, map);
  checkHeader(header, fields, path);
  const known = new Set(header.fields.filter((field) => field !== undefined));
  const columns = columnsWhere((field) => known.has(field));
  const hasPhysicianId = known.has("physicianId");
  const read = recordReader(header.fields, facts);
  async function* rows(): AsyncGenerator<InputRow> {
    for await (const { line, cells } of records)
      yield {
        line,
        value: read(cells),
        raw: cells,
        ...(isRagged(cells, header) && { ragged: true }),
      };
  }
  return { header, columns: () => columns, hasPhysicianId, fields: known, rows: rows() };
}

/** Tolerates one extra empty cell: some programs end each record with a separator. */
function isRagged(cells: readonly string[], { names }: Header): boolean {
  return (
    cells.length !== names.length && !(cells.length === names.length + 1 && cells.at(-1) === "")
  );
}
