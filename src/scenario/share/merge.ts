/** Cells that are told by one number, which does not say what each holds. */
export interface Merged<Cell> {
  readonly cells: readonly Cell[];
  readonly n: number;
}

/** A cell that holds somebody. */
export interface Held<Cell> {
  readonly cell: Cell;
  readonly n: number;
}

/**
 * Merges cells until every number that is told is safe. Along each category in turn, cells that
 * differ in what was left out so far are told together where one of them is unsafe; what is unsafe
 * in the end hides with the next one. Empty cells take no part: they are told as they are.
 * @param keys of a cell, without the first category, then without the first two, and so on
 * @returns undefined if all cells together are unsafe
 */
export function mergeUntilSafe<Cell>(
  held: readonly Held<Cell>[],
  keys: readonly ((cell: Cell) => string)[],
  threshold: number,
): Merged<Cell>[] | undefined {
  let merged: Merged<Cell>[] = held.map(({ cell, n }) => ({ cells: [cell], n }));
  const isSafe = (one: Merged<Cell>): boolean => isSafeTotal(one.n, one.cells.length, threshold);
  for (const keyOf of keys) {
    const alike = new Map<string, Merged<Cell>[]>();
    for (const one of merged) {
      const key = keyOf(one.cells[0] as Cell);
      alike.set(key, [...(alike.get(key) ?? []), one]);
    }
    merged = [...alike.values()].flatMap((some) => (some.every(isSafe) ? some : [union(some)]));
  }
  for (;;) {
    const at = merged.findIndex((one) => !isSafe(one));
    if (at < 0) return merged;
    if (merged.length === 1) return undefined;
    const partner = (at + 1) % merged.length;
    const together = union([merged[at] as Merged<Cell>, merged[partner] as Merged<Cell>]);
    merged = merged.filter((_, i) => i !== at && i !== partner);
    merged.push(together);
  }
}

/**
 * Whether a number may be told of so many cells that hold somebody. Each of them may then be any
 * number from 1 to one that is not small: readers know neither it nor that it is small.
 */
export function isSafeTotal(n: number, cells: number, threshold: number): boolean {
  return n >= threshold + cells - 1;
}

function union<Cell>(some: readonly Merged<Cell>[]): Merged<Cell> {
  return {
    cells: some.flatMap(({ cells }) => cells),
    n: some.reduce((sum, { n }) => sum + n, 0),
  };
}
