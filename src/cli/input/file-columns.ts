import type { Header, NotedColumn } from "./header.ts";
import type { InputList } from "./input-list.ts";

/** The columns of a file as they are read; of JSON, the keys of its rows. */
export interface FileColumns {
  readonly file: string;
  readonly header: Header;
}

/** A column to tell of, with its file. */
export type NotedInFile = { readonly file: string } & NotedColumn;

export function notedIn(columns: readonly FileColumns[]): readonly NotedInFile[] {
  return columns.flatMap(({ file, header }) => header.noted.map((one) => ({ file, ...one })));
}

/** Name of a list within a JSON document. */
export const listIn = (file: string, name: string): string => `${file}, ${name}`;

type Rows = Pick<InputList, "header" | "keys" | "physicians" | "practices" | "previous">;

/** @returns none for a file that is not given, and more than one for a document of several lists */
export function columnsOfFile(
  file: string | undefined,
  rows: Rows | undefined,
): readonly FileColumns[] {
  if (file === undefined || !rows) return [];
  const { header = rows.keys, physicians, practices, previous } = rows;
  return [
    ...(header ? [{ file, header }] : []),
    ...columnsOfFile(listIn(file, "physicians"), physicians),
    ...columnsOfFile(listIn(file, "practices"), practices),
    ...columnsOfFile(listIn(file, "previousPatients"), previous),
  ];
}
