import { OLDEST } from "../../facts.ts";
import { C2S, cellOf, SEEN, type Cell, type Facts } from "../../list/cell.ts";

/**
 * How columns record when a patient was last seen: yes or no within a window, whole years since, or
 * not at all.
 */
export type SeenForm = "seen" | "yearsSinceSeen" | "unknown";

/** Profile of a patient: all facts but the age (ALD, C2S, seen), in five bits. */
export type Kind = number;
/** All facts of a patient: `kind * 256 + age`. */
export type Code = number;

export const KINDS = 24;
export const CODES: number = KINDS << 8;
export const AGES: number = OLDEST + 1;

const STATES: Readonly<Record<SeenForm, readonly Facts["seen"][]>> = {
  seen: ["no", "yes"],
  yearsSinceSeen: ["this-year", "year-before", "earlier"],
  unknown: ["unknown"],
};

export function kindOf(ald: number, c2s: number, seen: number): Kind {
  return (seen << 3) | (c2s << 1) | ald;
}

/** Profiles that can occur with this form. */
export function kindsOf(form: SeenForm): Kind[] {
  return Array.from({ length: STATES[form].length << 3 }, (_, kind) => kind);
}

/** Index into `C2S`. */
export function c2sOf(kind: Kind): number {
  return (kind >> 1) & 3;
}

/** The same profile with another C2S, by its index. */
export function withC2s(kind: Kind, c2s: number): Kind {
  return (kind & ~6) | (c2s << 1);
}

/** Index of a `seen` value among those of the form. */
export function stateOf(form: SeenForm, seen: Facts["seen"]): number {
  return STATES[form].indexOf(seen);
}

/** The cell that a row with the same facts is read into. */
export function cellOfKind(kind: Kind, age: number, form: SeenForm): Cell {
  return cellOf(
    age,
    (kind & 1) === 1,
    c2sOf(kind),
    SEEN.indexOf(STATES[form][kind >> 3] as Facts["seen"]),
  );
}

/** Whether the profile has a C2S of unknown kind. */
export function isC2sUntold(kind: Kind): boolean {
  return C2S[c2sOf(kind)] === "yes";
}
