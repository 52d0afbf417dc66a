import type { SharedPanel } from "../../src/index.ts";

/**
 * What somebody can work out who has a shared panel, and knows how it is made: the numbers, their
 * sum, that a hidden cell is not 0, and the euros of components, each in its published range.
 */
export interface Attack {
  /** By hidden cell: the least and the most that it may be. */
  readonly hidden: readonly Interval[];
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A range of euros that was published of cents per patient of each cell. */
export interface PublishedEuros {
  readonly low: number;
  readonly high: number;
  /** Cents of one patient, by group and cell. */
  readonly unit: readonly (readonly number[])[];
}

/**
 * Tries every list that fits, one group at a time: of a group with number n, its cells hold at
 * least one each. Which lists of the other groups fit with a published range is known by the least
 * and the most that they can be worth, which is exact for whole numbers in a range.
 */
export function attack(
  cells: SharedPanel["cells"],
  published: readonly PublishedEuros[] = [],
): Attack {
  const groups = cells.map(({ of, n }, at) => ({ size: of.length, n, at }));
  const worth = (at: number, { unit }: PublishedEuros): Interval => {
    const { size, n } = groups[at] as (typeof groups)[number];
    const prices = unit[at] as readonly number[];
    const ones = prices.reduce((sum, price) => sum + price, 0);
    const left = n - size;
    if (n === 0) return { low: 0, high: 0 };
    return {
      low: ones + left * Math.min(...prices),
      high: ones + left * Math.max(...prices),
    };
  };
  const hidden = groups
    .filter(({ size }) => size > 1)
    .flatMap(({ size, n, at }) => {
      const others = published.map((range) =>
        groups
          .filter((other) => other.at !== at)
          .map((other) => worth(other.at, range))
          .reduce((a, b) => ({ low: a.low + b.low, high: a.high + b.high }), { low: 0, high: 0 }),
      );
      const fits = (list: readonly number[]): boolean =>
        published.every(({ low, high, unit }, i) => {
          const own = list.reduce((sum, count, j) => sum + count * (unit[at]?.[j] ?? 0), 0);
          const rest = others[i] as Interval;
          return own + rest.high >= low && own + rest.low <= high;
        });
      return intervals(size, n, fits);
    });
  return { hidden };
}

/** The least and the most of each cell over all lists of a group that fit. */
function intervals(
  size: number,
  n: number,
  fits: (list: readonly number[]) => boolean,
): Interval[] {
  const found = Array.from({ length: size }, () => ({ low: Infinity, high: -Infinity }));
  for (const list of extremes(size, n)) {
    if (!fits(list)) continue;
    for (const [i, count] of list.entries()) {
      const one = found[i] as { low: number; high: number };
      one.low = Math.min(one.low, count);
      one.high = Math.max(one.high, count);
    }
  }
  return found;
}

/** Every list of a small group; of a larger one, those in which two cells share what is left. */
function* extremes(size: number, n: number): Generator<number[]> {
  if (size <= 3) {
    yield* compositions(size, n);
    return;
  }
  const left = n - size;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      for (let part = 0; part <= left; part++) {
        const list = Array.from({ length: size }, () => 1);
        list[i] = (list[i] as number) + part;
        list[j] = (list[j] as number) + left - part;
        yield list;
      }
}

function* compositions(size: number, n: number): Generator<number[]> {
  if (size === 1) {
    yield [n];
    return;
  }
  for (let first = 1; first <= n - size + 1; first++)
    for (const rest of compositions(size - 1, n - first)) yield [first, ...rest];
}
