/** Cells of a record, and the line or row on which it begins, from 1. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What makes a record the headers of a list. */
export interface HeaderSearch {
  /** Field of a header; undefined for an unknown one. */
  readonly fieldOf: (header: string) => string | undefined;
  /** Groups of fields; a list has one of each. */
  readonly required: readonly (readonly string[])[];
}

/** The record taken for the headers. */
export interface HeaderFound {
  readonly at: number;
  /** How many of its cells are known headers. */
  readonly known: number;
  /** Whether it has all that a list must have. */
  readonly isWhole: boolean;
}

/** Records at the beginning of a file among which the headers are sought. */
export const HEADER_LINES = 30;

/**
 * The first record that has every required header, or at least two known ones where none is
 * required; otherwise the one that looks most like headers.
 */
export function findHeader(
  records: readonly Line[],
  { fieldOf, required }: HeaderSearch,
): HeaderFound | undefined {
  let best: HeaderFound | undefined;
  for (const [at, { cells }] of records.slice(0, HEADER_LINES).entries()) {
    const fields = new Set(cells.map((cell) => fieldOf(cell.trim())));
    fields.delete(undefined);
    const known = fields.size;
    const isWhole =
      required.length > 0
        ? required.every((group) => group.some((field) => fields.has(field)))
        : known > 1;
    if (isWhole) return { at, known, isWhole };
    if (known > (best?.known ?? -1)) best = { at, known, isWhole };
  }
  return best?.known === 0 ? { ...best, at: mostFilled(records) } : best;
}

/** Without a known header, the record with the most cells is the likeliest. */
function mostFilled(records: readonly Line[]): number {
  const counts = records
    .slice(0, HEADER_LINES)
    .map(({ cells }) => cells.filter((cell) => cell.trim() !== "").length);
  return counts.indexOf(Math.max(...counts));
}
