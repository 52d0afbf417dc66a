/** Random values of which the seed gives all (mulberry32), so that the kit is the same bytes every time. */
export interface Random {
  chance(share: number): boolean;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  one<Value>(values: readonly Value[]): Value;
  some<Value>(values: readonly Value[], share: number): Value[];
}

export function randomFrom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    chance: (share) => next() < share,
    between,
    one: (values) => values[between(0, values.length - 1)] as (typeof values)[number],
    some: (values, share) => values.filter(() => next() < share),
  };
}
