import { OLDEST } from "../../facts.ts";
import { C2S, cellOf, SEEN, type Cell, type Facts } from "../cell.ts";

/** How columns tell when a patient was seen: yes or no within a window, whole years since, or not at all. */
export type SeenForm = "seen" | "yearsSinceSeen" | "unknown";

/** ALD, C2S and seen of a patient in five bits; with the age below it, a kind makes a code. */
export type Kind = number;
/** The facts of a patient in columns, as `kind * 256 + age`. */
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

/** The kinds that a list of this form can hold. */
export function kindsOf(form: SeenForm): Kind[] {
  return Array.from({ length: STATES[form].length << 3 }, (_, kind) => kind);
}

/** Index of the C2S of a kind in the list of the cells. */
export function c2sOf(kind: Kind): number {
  return (kind >> 1) & 3;
}

/** How a list of this form, which can say it, says when a patient was seen. */
export function stateOf(form: SeenForm, seen: Facts["seen"]): number {
  return STATES[form].indexOf(seen);
}

/** The cell that a row of the same facts has. */
export function cellOfKind(kind: Kind, age: number, form: SeenForm): Cell {
  return cellOf(
    age,
    (kind & 1) === 1,
    c2sOf(kind),
    SEEN.indexOf(STATES[form][kind >> 3] as Facts["seen"]),
  );
}

/** Whether the C2S of a kind is of a kind not told. */
export function isC2sUntold(kind: Kind): boolean {
  return C2S[c2sOf(kind)] === "yes";
}
