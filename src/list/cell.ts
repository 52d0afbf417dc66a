import { C2S_KINDS, OLDEST } from "../facts.ts";

/**
 * A cell: every fact of a patient that amounts depend on, packed into one integer. Patients of the
 * same cell are paid alike under every schedule, so a list reduces to a count per cell, without
 * identities.
 */
export type Cell = number;

/** Kinds of C2S; `yes` is a C2S of unknown kind. */
export const C2S = ["none", ...C2S_KINDS, "yes"] as const;
export const NO_C2S: number = C2S.indexOf("none");
export const C2S_OF_UNKNOWN_KIND: number = C2S.indexOf("yes");

/**
 * When the patient was last seen: in the reference year, the year before, or earlier; or yes or no
 * for the schedule's window; or unknown.
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

/** Number of possible cells. */
export const CELLS: number = (OLDEST + 1) * PER_AGE;

/** Packs facts into a cell; `c2s` and `seen` are indexes into the lists above. */
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

/**
 * Cell of the same patient `years` younger (older if negative), other facts unchanged; undefined
 * before birth or above the oldest age.
 */
export function younger(cell: Cell, years: number): Cell | undefined {
  const moved = cell - years * PER_AGE;
  return moved < 0 || moved >= CELLS ? undefined : moved;
}
