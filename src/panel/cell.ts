import { OLDEST } from "../facts.ts";

/**
 * A cell: the facts of a patient that money depends on, as one whole number.
 * Patients in one cell are alike for every schedule, so a list is a count of cells, and names nobody.
 */
export type Cell = number;

/** Kind of C2S; `yes` is a C2S whose kind was not told. */
export const C2S = ["none", "free", "contributory", "yes"] as const;

/**
 * When the patient was last seen: in the reference year, the year before, earlier;
 * or the list's own answer for the window of the schedule; or not told.
 */
export const SEEN = ["this-year", "year-before", "earlier", "yes", "no", "unknown"] as const;

export interface Facts {
  /** Completed years on the reference day. */
  readonly age: number;
  readonly ald: boolean;
  readonly c2s: (typeof C2S)[number];
  readonly seen: (typeof SEEN)[number];
}

const PER_AGE = 2 * C2S.length * SEEN.length;

/** How many cells there are. */
export const CELLS: number = (OLDEST + 1) * PER_AGE;

/** The cell of a patient; `c2s` and `seen` are indexes in the lists above. */
export function cellOf(age: number, ald: boolean, c2s: number, seen: number): Cell {
  return ((age * 2 + (ald ? 1 : 0)) * C2S.length + c2s) * SEEN.length + seen;
}

export function factsOf(cell: Cell): Facts {
  const withoutSeen = Math.floor(cell / SEEN.length);
  const withoutC2s = Math.floor(withoutSeen / C2S.length);
  return {
    age: Math.floor(withoutC2s / 2),
    ald: withoutC2s % 2 === 1,
    c2s: C2S[withoutSeen % C2S.length] as Facts["c2s"],
    seen: SEEN[cell % SEEN.length] as Facts["seen"],
  };
}

/** The cell of the same patient when he was younger, or older by years below 0, all else being equal; undefined before birth and past the oldest age. */
export function younger(cell: Cell, years: number): Cell | undefined {
  const moved = cell - years * PER_AGE;
  return moved < 0 || moved >= CELLS ? undefined : moved;
}
