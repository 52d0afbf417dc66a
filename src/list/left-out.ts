import type { ErrorCode } from "../error-codes.ts";
import type { LocalizedText } from "../error.ts";
import { sixDecimals } from "../millionths.ts";

/** Why a row is not of the list on the day. It is no fault of the row, which is not refused. */
export type LeftOutReason = "unborn" | "dead" | "not-yet-registered" | "gone";

/** Each reason in words, for the page of codes and the command. */
export const leftOutTitles: Readonly<Record<LeftOutReason, LocalizedText>> = {
  unborn: { fr: "né après le jour", en: "born after the day" },
  dead: { fr: "décédé ce jour ou avant", en: "died on the day or before" },
  "not-yet-registered": { fr: "pas encore inscrit ce jour", en: "not yet registered on the day" },
  gone: { fr: "plus inscrit ce jour", en: "no longer registered on the day" },
};

/** A row that is not of the list on the day. */
export interface LeftOutRow {
  readonly kind: "patient" | "previousPatient";
  /** Row number in the input list, from 0. */
  readonly index: number;
  readonly id?: string;
  readonly physicianId?: string;
  readonly leftOut: LeftOutReason;
}

/** What became of the rows of patients: `read` is the sum of the other three. */
export interface RowTotals {
  readonly read: number;
  readonly computed: number;
  readonly leftOut: number;
  readonly rejected: number;
}

/** The same, with the reasons. */
export interface Counts extends RowTotals {
  /** Number of rows for each reason. A rejected row counts for each of its codes. */
  readonly reasons: {
    readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
    readonly rejected: Readonly<Partial<Record<ErrorCode, number>>>;
  };
}

/** Counts after more rows are left out or rejected, for one reason, which were computed before. */
export function withOthers<Kind extends keyof Counts["reasons"]>(
  counts: Counts,
  kind: Kind,
  reason: keyof Counts["reasons"][Kind],
  rows: number,
): Counts {
  if (rows === 0) return counts;
  const reasons: Counts["reasons"][Kind] = counts.reasons[kind];
  const before = (reasons[reason] ?? 0) as number;
  return {
    ...counts,
    computed: sixDecimals(counts.computed - rows),
    [kind]: sixDecimals(counts[kind] + rows),
    reasons: { ...counts.reasons, [kind]: { ...reasons, [reason]: before + rows } },
  };
}

const NO_REASONS: Counts["reasons"] = Object.freeze({
  leftOut: Object.freeze({}),
  rejected: Object.freeze({}),
});

/** Counts rows by what becomes of them. */
export class RowCounts {
  /** Made for the first row: of most lists every row is computed. */
  #leftOut: Map<LeftOutReason, number> | undefined;
  #codes: Map<ErrorCode, number> | undefined;
  #left = 0;
  #rejected = 0;

  leaveOut(reason: LeftOutReason): void {
    this.#left += 1;
    addOne((this.#leftOut ??= new Map()), reason);
  }

  reject(codes: Iterable<ErrorCode>): void {
    this.#rejected += 1;
    const all = (this.#codes ??= new Map());
    for (const code of new Set(codes)) addOne(all, code);
  }

  with(computed: number): Counts {
    const others = this.#left + this.#rejected;
    return Object.freeze({
      read: computed + others,
      computed,
      leftOut: this.#left,
      rejected: this.#rejected,
      reasons: others === 0 ? NO_REASONS : this.#reasons(),
    });
  }

  #reasons(): Counts["reasons"] {
    return Object.freeze({
      leftOut: Object.freeze(Object.fromEntries(this.#leftOut ?? [])),
      rejected: Object.freeze(Object.fromEntries(this.#codes ?? [])),
    });
  }
}

function addOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
