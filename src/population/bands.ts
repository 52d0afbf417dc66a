import { OLDEST } from "../facts.ts";
import { bandOf, type Band } from "../panel/columns/counts.ts";

/** Reads a band that has been checked: `82`, `75-79`, `80+`. */
export const bandIn = (text: string): Band => bandOf(text, "margins");

export const ALL_AGES: Band = { from: 0, to: OLDEST, isOpen: true };
