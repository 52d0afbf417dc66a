import { RowCounts, type LeftOutReason } from "../../list/left-out.ts";
import type { RejectedRow } from "../../list/rejected-row.ts";
import type { Fields } from "./fields.ts";
import { LAST_YEAR, RefusedRows, type RejectedRows } from "./refused.ts";
import type { Slot } from "./roster.ts";
import { valueAt } from "./vector.ts";

/** Rows of a list in columns that are not computed. */
export interface Others {
  readonly rejected: RejectedRows;
  /** What became of them, all physicians together. */
  readonly all: RowCounts;
  /** The same for each physician who has any. */
  readonly byPhysician: ReadonlyMap<Slot, RowCounts>;
}

/** Of a table of counts, which is computed or refused as a whole. */
export function noOthers(): Others {
  return {
    rejected: { rows: 0, byCode: {}, listed: [] },
    all: new RowCounts(),
    byPhysician: new Map(),
  };
}

/**
 * Counts rows that are left out or rejected. Computed rows never reach it, so it need not be fast.
 */
export class OtherRows {
  readonly #fields: Fields;
  readonly #refused: RefusedRows;
  readonly #all = new RowCounts();
  readonly #byPhysician = new Map<Slot, RowCounts>();

  constructor(fields: Fields, limit: number) {
    this.#fields = fields;
    this.#refused = new RefusedRows(fields, limit);
  }

  /** @param row row number in the list, from 0 */
  add(row: number, slot: Slot): void {
    const reason = leftOutOf(this.#fields, row);
    const counted = slot >= 0 ? [this.#all, this.#of(slot)] : [this.#all];
    if (reason) {
      for (const counts of counted) counts.leaveOut(reason);
      return;
    }
    const codes = this.#refused.add(row, slot);
    for (const counts of counted) counts.reject(codes);
  }

  end(physicians: readonly RejectedRow[]): Others {
    return {
      rejected: this.#refused.end(physicians),
      all: this.#all,
      byPhysician: this.#byPhysician,
    };
  }

  #of(slot: Slot): RowCounts {
    const known = this.#byPhysician.get(slot) ?? new RowCounts();
    this.#byPhysician.set(slot, known);
    return known;
  }
}

/** Why a row is not of the list on the day, whatever else it says. */
function leftOutOf(
  { birthYear, referenceYear, onDay }: Fields,
  row: number,
): LeftOutReason | undefined {
  const born = birthYear && valueAt(birthYear, row);
  const isUnborn =
    Number.isInteger(born) && (born as number) > referenceYear && (born as number) <= LAST_YEAR;
  return isUnborn ? "unborn" : onDay?.leftOut(row);
}
