import { kindsOf, type SeenForm } from "../../panel/columns/code.ts";
import { weightTable, type Measures } from "./measures.ts";

/** Number of rows that a packed sum can hold before it must be unpacked. */
export const ROWS_PER_WORD: number = 2 ** 20;

const EXACT = 2 ** 53;

/**
 * Packed sums: several measures in one double, each in a field wide enough for `ROWS_PER_WORD`
 * rows, so that a patient costs one addition. Doubles are exact for integers up to 2^53.
 */
export interface Word {
  readonly table: Float64Array;
  readonly digits: readonly Digit[];
}

/** At least one, since summing also validates the rows. */
export type Words = readonly [Word, ...Word[]];

export interface Digit {
  readonly measure: number;
  /** Unit of the field in cents or patients: a common divisor of the measure's weights. */
  readonly unit: number;
  /** Power of two at which the field starts. */
  readonly scale: number;
}

const known = new WeakMap<Measures, Map<SeenForm, Words>>();

export function wordsOf(measures: Measures, form: SeenForm): Words {
  const memo = known.get(measures) ?? new Map<SeenForm, Words>();
  known.set(measures, memo);
  const words = memo.get(form) ?? newWords(measures, form);
  memo.set(form, words);
  return words;
}

function newWords(measures: Measures, form: SeenForm): Words {
  const words: { table: Float64Array; digits: Digit[]; end: number }[] = [];
  for (const measure of measures.all.keys()) {
    const weights = weightTable(measures, measure, form);
    const unit = weights.reduce(greatestCommonDivisor, 0) || 1;
    const most = weights.reduce((a, b) => Math.max(a, b), 0) / unit;
    const width = 2 ** Math.ceil(Math.log2(most * ROWS_PER_WORD + 1));
    let word = words.find(({ end }) => end * width <= EXACT);
    if (!word) words.push((word = { table: new Float64Array(weights.length), digits: [], end: 1 }));
    for (let code = 0; code < weights.length; code++)
      word.table[code] =
        (word.table[code] as number) + ((weights[code] as number) / unit) * word.end;
    word.digits.push({ measure, unit, scale: word.end });
    word.end *= width;
  }
  const [first = { table: new Float64Array(kindsOf(form).length << 8), digits: [] }, ...others] =
    words;
  return [first, ...others];
}

/** Unpacks a packed sum and adds each field to the sum of its measure. */
export function takeApart(
  { digits }: Word,
  sum: number,
  slot: number,
  sums: readonly Float64Array[],
): void {
  let rest = sum;
  for (let i = digits.length - 1; i >= 0; i--) {
    const { measure, unit, scale } = digits[i] as Digit;
    const digit = Math.floor(rest / scale);
    rest -= digit * scale;
    const of = sums[measure] as Float64Array;
    of[slot] = (of[slot] as number) + digit * unit;
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
