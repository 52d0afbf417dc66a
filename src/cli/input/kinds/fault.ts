import { isRagged } from "./ragged.ts";
import { isTotalRow } from "./total-row.ts";

/** A record of another length than the headers, a line of totals, or the headers once more. */
export type RowFault = "ragged" | "total" | "headers";

interface Columns {
  readonly names: readonly string[];
  readonly fields: readonly (string | undefined)[];
}

/** Why a record cannot be a patient, physician or practice. */
export function faultOf(
  cells: readonly string[],
  header: Columns,
  value: Readonly<Record<string, unknown>>,
): RowFault | undefined {
  if (isTotalRow({ cells, fields: header.fields, value })) return "total";
  if (isHeaderAgain(cells, header)) return "headers";
  return isRagged(cells, header) ? "ragged" : undefined;
}

/** Whether a record repeats every known header. */
function isHeaderAgain(cells: readonly string[], { fields, names }: Columns): boolean {
  return fields.every(
    (field, i) => field === undefined || cells[i]?.replace(/^\ufeff/, "").trim() === names[i],
  );
}
