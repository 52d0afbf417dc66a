import type { Names } from "../../words/fields.ts";
import { ID_FIELDS, IdColumn } from "../../words/id.ts";
import { settleNever } from "../../words/never.ts";
import { valueReader } from "../../words/values.ts";
import { checkOnce, checkWidth } from "./check-header.ts";
import { factOf, type DeclaredFacts } from "./declared-facts.ts";
import { readHeader, type Header, type HeaderMap } from "./header.ts";
import { checkNear } from "./near-columns.ts";

/** How the rows of JSON are read. */
export interface JsonWords {
  readonly names: Names;
  readonly facts: DeclaredFacts;
  readonly map: HeaderMap;
}

export interface ReadRows {
  /** A row that is no object is left for the library to refuse. */
  readonly values: readonly unknown[];
  /** Keys of the rows, `facts` aside. */
  readonly keys: Header;
}

type Row = Readonly<Record<string, unknown>>;

/** What a key of a row is: where its value goes, and in which words. */
interface Key {
  readonly field: string;
  readonly fact: string | undefined;
  readonly read: (value: unknown) => unknown;
}

/**
 * Reads rows of JSON in the words of a file: their keys as headers, their values as cells.
 * @throws Failure COLUMN_TWICE, COLUMN_NEAR
 */
export function readRows(
  path: string,
  rows: readonly unknown[],
  { names, facts, map }: JsonWords,
): ReadRows {
  const keys = [...new Set(rows.flatMap((row) => (isRow(row) ? Object.keys(row) : [])))];
  checkWidth(keys, path);
  const header = readHeader(
    keys.filter((key) => key !== FACTS),
    names,
    map,
  );
  if (!map.isSurvey) {
    checkOnce(header, path);
    checkNear(header, path);
  }
  const known = new Map<string, Key>();
  for (const [i, name] of header.names.entries()) {
    const field = header.fields[i];
    if (field !== undefined) known.set(name, keyOf(field, facts, map, header.values[i]));
  }
  const factReaders = new Map(
    Object.entries(facts).map(([id, fact]) => [id, valueReader(id, { ...map, fact })]),
  );
  const values = rows.map((row) => (isRow(row) ? readRow(row, known, factReaders) : row));
  return { values, keys: header };
}

const FACTS = "facts";

function keyOf(
  field: string,
  facts: DeclaredFacts,
  { blank }: HeaderMap,
  values: Readonly<Record<string, string>> | undefined,
): Key {
  const id = factOf(field);
  const fact = id === undefined ? undefined : facts[id];
  const read = valueReader(field, { blank, fact, values });
  return { field, fact: id, read: ID_FIELDS.has(field) ? idReader(read) : read };
}

function idReader(read: (value: unknown) => unknown): (value: unknown) => unknown {
  const column = new IdColumn();
  return (value) => {
    const id = read(value);
    return typeof id === "string" ? column.read(id) : id;
  };
}

function readRow(
  row: Row,
  known: ReadonlyMap<string, Key>,
  factReaders: ReadonlyMap<string, (value: unknown) => unknown>,
): Row {
  const entries: [string, unknown][] = [];
  const ofFacts: [string, unknown][] = [];
  for (const [name, value] of Object.entries(row)) {
    const key = known.get(name.trim());
    if (name === FACTS) ofFacts.unshift(...factsIn(value, factReaders));
    else if (key?.fact !== undefined) ofFacts.push([key.fact, key.read(value)]);
    else if (key) entries.push([key.field, key.read(value)]);
  }
  const found = Object.fromEntries(entries);
  settleNever(found);
  if (ofFacts.length > 0) found[FACTS] = Object.fromEntries(ofFacts);
  else if (FACTS in row) found[FACTS] = row[FACTS];
  return found;
}

function factsIn(
  facts: unknown,
  readers: ReadonlyMap<string, (value: unknown) => unknown>,
): [string, unknown][] {
  if (!isRow(facts)) return [];
  return Object.entries(facts).map(([id, value]) => [id, readers.get(id)?.(value) ?? value]);
}

const isRow = (row: unknown): row is Row =>
  typeof row === "object" && row !== null && !Array.isArray(row);
