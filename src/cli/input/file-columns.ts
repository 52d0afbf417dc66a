import type { Names } from "../../words/fields.ts";
import { readHeader, type Header, type HeaderMap } from "./header.ts";
import type { InputList } from "./input-list.ts";

/** The columns of a file as they are read; of JSON, the keys of its rows. */
export interface FileColumns {
  readonly file: string;
  readonly header: Header;
}

/** @returns none for a file that is not given, or has no rows of its own */
export function columnsOfFile(
  file: string | undefined,
  rows: Pick<InputList, "header" | "keys"> | undefined,
  names: Names,
  map: HeaderMap,
): readonly FileColumns[] {
  if (file === undefined || !rows) return [];
  const keys = rows.keys?.filter((key) => key !== "facts");
  const header = rows.header ?? (keys && readHeader(keys, names, map));
  return header ? [{ file, header }] : [];
}
