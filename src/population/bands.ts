import { OLDEST } from "../facts.ts";
import type { Band } from "../panel/columns/counts.ts";

/** Reads a band that has been checked: `82`, `75-79`, `80+`. */
export function bandIn(text: string): Band {
  const isOpen = text.endsWith("+");
  const [from, to = from] = text.replace("+", `-${OLDEST}`).split("-").map(Number) as [
    number,
    number?,
  ];
  return { from, to: to as number, isOpen };
}

export const ALL_AGES: Band = { from: 0, to: OLDEST, isOpen: true };
