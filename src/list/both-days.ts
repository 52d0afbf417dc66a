import type { Patient } from "./patient.ts";
import type { RowOutcome } from "./rejected-row.ts";
import type { RowReader } from "./row-reader.ts";

/**
 * Reads a row as of two days. A row that is refused on one of them is on no list; one that is left
 * out on the first day may be on the earlier list.
 */
export function onBothDays(
  reader: RowReader,
  earlier: RowReader,
  row: Patient,
  index: number,
): RowOutcome {
  const before = earlier.prepare(row, index);
  const now = reader.prepare(row, index);
  if (now && "refusals" in now) return now;
  if (before && "refusals" in before) return before;
  if (now === undefined && reader.isTwice) return reader.refuseTwice(index);
  if (before === undefined && earlier.isTwice) return earlier.refuseTwice(index);
  if (before === undefined) earlier.keep(index);
  return now ?? reader.keep(index);
}
