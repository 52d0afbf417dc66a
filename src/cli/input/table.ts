import type { LocalizedText } from "../../error.ts";
import { fail } from "../report/failure.ts";
import { checkHeader, checkWidth } from "./check-header.ts";
import { readHeader, type Header } from "./header.ts";
import { headerSearch } from "./header-search.ts";
import type { ListFields } from "./input-list.ts";
import { findHeader, HEADER_LINES, type HeaderSearch, type Line } from "./kinds/header-line.ts";
import { isDeclaration } from "./kinds/separator.ts";
import { titlesAbove } from "./kinds/titles.ts";
import { columnReaders, recordReader, type ColumnReader } from "./values.ts";

/** A file of records: its headers, and the records under them. */
export interface Table {
  readonly header: Header;
  /** Whether nothing stands above the headers. */
  readonly isFirst: boolean;
  /** What is told of the titles above the headers. */
  readonly notes: readonly LocalizedText[];
  /** Reads the cells of each column; undefined for one that is not read. */
  readonly readers: readonly (ColumnReader | undefined)[];
  /** Reads the cells of a record into its fields. */
  readonly read: ReturnType<typeof recordReader>;
  readonly records: AsyncGenerator<Line>;
}

/**
 * Finds the headers of a file.
 * @param ahead cells of records behind the headers, by which columns are known
 * @throws Failure
 */
export async function openTable(
  path: string,
  all: AsyncGenerator<Line>,
  { fields, facts, map }: ListFields,
  ahead: () => Iterable<readonly string[]> = () => [],
): Promise<Table> {
  const search = headerSearch(fields, map);
  const { first, isDeclared } = await firstOf(all, search);
  const at = findHeader(first, search)?.at ?? 0;
  const top = first[at];
  if (!top) return fail("INPUT_EMPTY", `${path} : fichier vide`, `${path}: empty file`);
  checkWidth(top.cells, path);
  const header = readHeader(top.cells, fields, map);
  if (!map.isSurvey) checkHeader(header, fields, path, top.line);
  const rest = first.slice(at + 1);
  const next = [...rest.map(({ cells }) => cells), ...ahead()];
  const readers = columnReaders(header, facts, next);
  const read = recordReader(header.fields, readers);
  const notes = titlesAbove(path, first.slice(0, at), { ...top, fields: header.fields, read });
  async function* records(): AsyncGenerator<Line> {
    yield* rest;
    yield* all;
  }
  return { header, isFirst: at === 0 && !isDeclared, notes, readers, read, records: records() };
}

/** The records up to the headers, or as many as are looked through for them. */
async function firstOf(
  records: AsyncGenerator<Line>,
  search: HeaderSearch,
): Promise<{ first: readonly Line[]; isDeclared: boolean }> {
  const first: Line[] = [];
  let isDeclared = false;
  while (first.length < HEADER_LINES && !findHeader(first, search)?.isWhole) {
    const { done, value } = await records.next();
    if (done) break;
    if (first.length === 0 && isDeclaration(value)) isDeclared = true;
    else first.push(value);
  }
  return { first, isDeclared };
}
