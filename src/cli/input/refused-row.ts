import { refusal } from "../../error.ts";
import type { RejectedRow } from "../../list/row-reader.ts";
import type { RefusedRow } from "../report/messages.ts";
import type { Header } from "./header.ts";
import type { InputRow } from "./row-block.ts";

/** The refusal of a record with more or fewer cells than the header. */
export function raggedRow(
  { ragged, raw }: InputRow,
  header: Header | undefined,
  kind: RejectedRow["kind"],
  index: number,
): RejectedRow | undefined {
  if (!ragged) return undefined;
  const wanted = String(header?.names.length);
  return {
    kind,
    index,
    refusals: [
      refusal("ROW_RAGGED", `${kind}s[${index}]`, raw.length, {
        fr: `${wanted} cellules`,
        en: `${wanted} cells`,
      }),
    ],
  };
}

/** Adds the position in the file to a rejected row. */
export function refusedRow(
  rejected: RejectedRow,
  row: InputRow | undefined,
  file: string,
  header: Header | undefined,
): RefusedRow {
  return {
    ...rejected,
    file,
    raw: row?.raw ?? [],
    ...(row?.line !== undefined && { line: row.line }),
    ...(header && { header }),
  };
}
