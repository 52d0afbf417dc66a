import { ageCurve, sumIn, times, type AgeCurve } from "./age-curve.ts";
import { ALL_AGES } from "./bands.ts";
import { highestC2s, type Curves } from "./curves.ts";
import type { Margins } from "./margins.ts";
import { AGES, kindOf, type Code } from "../panel/columns/code.ts";
import { WORDS } from "./words.ts";

/**
 * The patients of a list by cell (ALD, C2S, last seen, sex, age), in this order, as thresholds of
 * words: a word below the threshold of a cell, and of none before it, is a patient of this cell.
 * Words that are evenly spread so give each fact, and each age band within it, its share of the
 * list.
 */
export interface Cells {
  readonly thresholds: Float64Array;
  /** For the words that begin with each 12 bits, the first cell that they may have. */
  readonly first: Uint16Array;
}

const GUIDE_BITS = 12;

/** Index of a cell, of which the age is the remainder by `AGES`. */
export function cellOf({ thresholds, first }: Cells, word: number): number {
  let cell = first[word >>> (32 - GUIDE_BITS)] as number;
  while (word >= (thresholds[cell] as number)) cell++;
  return cell;
}

interface Group {
  readonly ald: 0 | 1;
  /** 0 none, 1 free, 2 contributory. */
  readonly c2s: 0 | 1 | 2;
  /** Years since last seen; 2 stands for two or more. */
  readonly seen: 0 | 1 | 2;
  readonly sex: "F" | "M";
}

export const GROUPS: readonly Group[] = ([0, 1] as const).flatMap((ald) =>
  ([0, 1, 2] as const).flatMap((c2s) =>
    ([0, 1, 2] as const).flatMap((seen) =>
      (["F", "M"] as const).map((sex) => ({ ald, c2s, seen, sex })),
    ),
  ),
);

/** The code under which panels count the patients of each cell. */
export const CODE_OF_CELL: ArrayLike<Code> = Int16Array.from(
  GROUPS.flatMap(({ ald, c2s, seen }) =>
    Array.from({ length: AGES }, (_, age) => (kindOf(ald, c2s, seen) << 8) | age),
  ),
);

/**
 * The cells of a list that differs from that of all.
 * @param older from -1 to 1: how much older than all, by `differences.ages`
 * @param poorer from -1 to 1: how much more C2S, by `differences.c2s`
 */
export function cellsOf(
  curves: Curves,
  { seen, differences }: Margins,
  older: number,
  poorer: number,
): Cells {
  const patients = tilted(curves.patients, older * differences.ages);
  const all = sumIn(patients, ALL_AGES);
  const c2sTimes = 1 + poorer * Math.min(differences.c2s, 1 / highestC2s(curves) - 1);
  const shares = GROUPS.map((group) => {
    const { ald, c2s, sex } = group;
    const rates = [
      patients,
      sex === "F" ? curves.women : not(curves.women),
      ald === 1 ? curves.ald[sex] : not(curves.ald[sex]),
      c2sRate(curves, c2s, c2sTimes),
      seenRate(seen[ald === 1 ? "ald" : "others"], group.seen),
    ];
    return rates.reduce(times);
  });
  const thresholds = new Float64Array(GROUPS.length * AGES);
  let sum = 0;
  for (const [i, share] of shares.entries())
    for (let age = 0; age < AGES; age++) {
      sum += share[age] as number;
      thresholds[i * AGES + age] = Math.floor((sum / all) * WORDS);
    }
  // Sums of rounded shares may end below 1.
  thresholds.fill(WORDS, thresholds.indexOf(thresholds[thresholds.length - 1] as number));
  return { thresholds, first: guideTo(thresholds) };
}

function guideTo(thresholds: Float64Array): Uint16Array {
  const first = new Uint16Array(1 << GUIDE_BITS);
  let cell = 0;
  for (let start = 0; start < first.length; start++) {
    while ((thresholds[cell] as number) <= start * (WORDS / first.length)) cell++;
    first[start] = cell;
  }
  return first;
}

/**
 * More weight to ages above the mean and less below, along a line, so that lists that are older and
 * younger by the same amount are, together, that of all.
 */
function tilted(patients: AgeCurve, slope: number): AgeCurve {
  const mean =
    sumIn(
      times(
        patients,
        ageCurve((age) => age),
      ),
      ALL_AGES,
    ) / sumIn(patients, ALL_AGES);
  const steepest = Math.max(mean, lastWith(patients) - mean, 1);
  return patients.map((weight, age) => weight * (1 + (slope * (age - mean)) / steepest));
}

function lastWith(patients: AgeCurve): number {
  return patients.reduce((last, weight, age) => (weight > 0 ? age : last), 0);
}

const not = (rate: AgeCurve): AgeCurve => rate.map((value) => 1 - value);

function c2sRate({ free, contributory }: Curves, c2s: Group["c2s"], factor: number): AgeCurve {
  if (c2s === 0)
    return ageCurve((age) => 1 - ((free[age] as number) + (contributory[age] as number)) * factor);
  return (c2s === 1 ? free : contributory).map((rate) => rate * factor);
}

/** Nobody was last seen before their birth. */
function seenRate(weights: Margins["seen"]["ald"], years: Group["seen"]): AgeCurve {
  const all = weights[0] + weights[1] + weights[2];
  const [thisYear, before, earlier] = weights.map((weight) => weight / all) as [
    number,
    number,
    number,
  ];
  return ageCurve((age) => {
    if (age === 0) return years === 0 ? 1 : 0;
    if (age === 1) return [thisYear, before + earlier, 0][years] as number;
    return [thisYear, before, earlier][years] as number;
  });
}
