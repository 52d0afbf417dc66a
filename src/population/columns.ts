import { AGES } from "../panel/columns/code.ts";
import { GROUPS } from "./cells.ts";
import type { Lists } from "./lists.ts";

/**
 * Columns of patients, as `panelsFromColumns` takes them with the physicians and `match: "index"`.
 */
export interface PopulationColumns {
  /** Index of the physician. */
  readonly physicianId: Int32Array;
  readonly age: Uint8Array;
  readonly ald: Uint8Array;
  readonly c2s: Uint8Array;
  readonly yearsSinceSeen: Uint8Array;
}

export function columnsOf(lists: Lists, physicians: number): PopulationColumns {
  const all = Array.from({ length: physicians }, (_, index) => lists.list(index));
  const rows = all.reduce((sum, { patients }) => sum + patients, 0);
  const columns: PopulationColumns = {
    physicianId: new Int32Array(rows),
    age: new Uint8Array(rows),
    ald: new Uint8Array(rows),
    c2s: new Uint8Array(rows),
    yearsSinceSeen: new Uint8Array(rows),
  };
  let row = 0;
  for (const [physician, { patients, cellOf }] of all.entries())
    for (let patient = 0; patient < patients; patient++, row++) {
      const cell = cellOf(patient);
      const { ald, c2s, seen } = GROUPS[Math.floor(cell / AGES)] as (typeof GROUPS)[number];
      columns.physicianId[row] = physician;
      columns.age[row] = cell % AGES;
      columns.ald[row] = ald;
      columns.c2s[row] = c2s;
      columns.yearsSinceSeen[row] = seen;
    }
  return columns;
}
