import { letters } from "./plain.ts";

/** What a header is, as the user says: a field, null for a column to leave out, or with words. */
export type MappedHeader = string | null | MappedColumn;

/** A column as its user reads it. */
export interface MappedColumn {
  /** Field, or a header that means it; undefined for what the header means by itself. */
  readonly field?: string;
  /** Words of the column, and the words or values that they stand for: `{ "HZ": "none" }`. */
  readonly values?: Readonly<Record<string, string>>;
}

/** How the user reads the columns of files. */
export type ColumnMap = Readonly<Record<string, MappedHeader>>;

/** What the user says of a header: an exact one first, then one of the same letters. */
export function mappedColumn(header: string, map: ColumnMap): MappedColumn | null | undefined {
  const key = letters(header);
  const name = Object.prototype.hasOwnProperty.call(map, header)
    ? header
    : Object.keys(map).find((other) => key !== "" && letters(other) === key);
  const mapped = name === undefined ? undefined : map[name];
  if (typeof mapped !== "string") return mapped;
  return mapped === "" ? null : { field: mapped };
}
