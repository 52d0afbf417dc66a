import { type Block, codeAt } from "../../panel/columns/block.ts";
import type { Refuse, RowSink } from "../../panel/columns/columns.ts";
import { grown } from "../../panel/columns/grown.ts";
import type { Tallies } from "../../panel/columns/tallies.ts";
import type { Slot } from "../../panel/columns/roster.ts";
import { areUnsure } from "../../panel/columns/swar.ts";
import { ROWS_PER_WORD, takeApart, type Words } from "./words.ts";

/** Sums measures in one pass over the rows, without keeping panels. */
export class SumSink implements RowSink {
  readonly tallies: Tallies;
  /** One array per measure, indexed by physician. */
  sums: Float64Array[];
  readonly #words: Words;
  /**
   * Packed sums of shuffled rows, by word and physician, until they are unpacked; `#counts` packs
   * the number of rows and of actions.
   */
  #pending: Float64Array[];
  #counts: Float64Array = new Float64Array(0);
  #pendingRows = 0;

  constructor(tallies: Tallies, words: Words, measures: number) {
    this.tallies = tallies;
    this.#words = words;
    this.sums = Array.from({ length: measures }, () => new Float64Array(0));
    this.#pending = words.map(() => new Float64Array(0));
  }

  together(block: Block, slot: Slot, from: number, to: number, refuse: Refuse): void {
    this.#grow();
    const { patients, actions } = this.tallies;
    const [word, ...others] = this.#words;
    takeApart(word, sumRows(block, word.table, from, to, slot, refuse), slot, this.sums);
    patients[slot] = (patients[slot] as number) + to - from - counted.refused;
    actions[slot] = (actions[slot] as number) + counted.actions;
    for (const other of others)
      takeApart(other, sumRows(block, other.table, from, to, slot, undefined), slot, this.sums);
  }

  apart(block: Block, slots: Int32Array, count: number, refuse: (row: number) => void): void {
    this.#grow();
    if (this.#pendingRows + block.rows > ROWS_PER_WORD) this.end();
    this.#pendingRows += block.rows;
    for (const [i, { table }] of this.#words.entries()) {
      if (i === 0)
        scatterRows(
          block,
          table,
          slots,
          count,
          this.#pending[i] as Float64Array,
          this.#counts,
          refuse,
        );
      else
        scatterRows(
          block,
          table,
          slots,
          count,
          this.#pending[i] as Float64Array,
          undefined,
          undefined,
        );
    }
  }

  /** Unpacks the pending sums. */
  end(): void {
    this.#grow();
    const { patients, actions } = this.tallies;
    const counts = this.#counts;
    for (let slot = 0; slot < patients.length; slot++) {
      const count = counts[slot] as number;
      if (count === 0) continue;
      const done = Math.floor(count / ACTION);
      patients[slot] = (patients[slot] as number) + count - done * ACTION;
      actions[slot] = (actions[slot] as number) + done;
      for (const [i, word] of this.#words.entries())
        takeApart(word, (this.#pending[i] as Float64Array)[slot] as number, slot, this.sums);
    }
    for (const pending of [counts, ...this.#pending]) pending.fill(0);
    this.#pendingRows = 0;
  }

  #grow(): void {
    const slots = this.tallies.patients.length;
    if (slots <= this.#counts.length) return;
    this.sums = this.sums.map((sums) => grown(sums, slots));
    this.#pending = this.#pending.map((sums) => grown(sums, slots));
    this.#counts = grown(this.#counts, slots);
  }
}

/** Weight of an action in a number that also counts patients, `ROWS_PER_WORD` of them at most. */
const ACTION = 2 * ROWS_PER_WORD;

/** Further results of `sumRows`, here so that no call allocates an object. */
const counted = { actions: 0, refused: 0 };

/**
 * Sum of a table over the rows of one physician, four at a time (SWAR, see `refusedOfFour`). Four
 * rows of which one is invalid are read one by one.
 */
function sumRows(
  block: Block,
  table: Float64Array,
  from: number,
  to: number,
  slot: Slot,
  refuse: Refuse | undefined,
): number {
  const ages = block.age.four;
  const alds = block.ald.four;
  const c2ss = block.c2s.four;
  const seens = block.seen.four;
  const dones = block.actions.four;
  const { age: ageMask, c2s: c2sMask, seen: seenMask, actions: actionsMask } = block.swar;
  const firstFour = (from + 3) >> 2;
  const lastFour = Math.max(firstFour, to >> 2);
  counted.actions = 0;
  counted.refused = 0;
  let sum = sumEach(block, table, from, Math.min(to, firstFour << 2), slot, refuse);
  let done = 0;
  for (let four = firstFour; four < lastFour; four++) {
    for (; four < lastFour; four++) {
      const a = ages[four] as number;
      const l = alds[four] as number;
      const c = c2ss[four] as number;
      const s = seens[four] as number;
      const d = dones[four] as number;
      if (areUnsure(a, l, c, s, d, ageMask, c2sMask, seenMask, actionsMask)) break;
      // The profiles of the four rows, one per byte.
      const kinds = (s << 3) | (c << 1) | l;
      sum +=
        (table[((kinds & 255) << 8) | (a & 255)] as number) +
        (table[(kinds & 0xff00) | ((a >>> 8) & 255)] as number) +
        ((table[((kinds >>> 8) & 0xff00) | ((a >>> 16) & 255)] as number) +
          (table[((kinds >>> 16) & 0xff00) | (a >>> 24)] as number));
      // The product's highest byte is the sum of four bytes of 63 at most, so none carries.
      done += Math.imul(d, 0x01010101) >>> 24;
    }
    if (four < lastFour) sum += sumEach(block, table, four << 2, (four << 2) + 4, slot, refuse);
  }
  sum += sumEach(block, table, lastFour << 2, to, slot, refuse);
  counted.actions += done;
  return sum;
}

function sumEach(
  block: Block,
  table: Float64Array,
  from: number,
  to: number,
  slot: Slot,
  refuse: Refuse | undefined,
): number {
  let sum = 0;
  for (let row = from; row < to; row++) {
    const code = codeAt(block, row);
    if (code < 0) {
      counted.refused += 1;
      refuse?.(row, slot);
    } else {
      sum += table[code] as number;
      counted.actions += block.actions.each[row] as number;
    }
  }
  return sum;
}

/**
 * Adds each row's value in the table to the sum of its physician, and the row and its actions to
 * the physician's counts.
 */
function scatterRows(
  block: Block,
  table: Float64Array,
  slots: Int32Array,
  count: number,
  sums: Float64Array,
  counts: Float64Array | undefined,
  refuse: ((row: number) => void) | undefined,
): void {
  const { rows } = block;
  const ages = block.age.four;
  const alds = block.ald.four;
  const c2ss = block.c2s.four;
  const seens = block.seen.four;
  const dones = block.actions.four;
  const { age: ageMask, c2s: c2sMask, seen: seenMask, actions: actionsMask } = block.swar;
  const lastFour = rows >> 2;
  for (let four = 0; four < lastFour; four++) {
    for (; four < lastFour; four++) {
      const a = ages[four] as number;
      const l = alds[four] as number;
      const c = c2ss[four] as number;
      const s = seens[four] as number;
      const d = dones[four] as number;
      const row = four << 2;
      const p = slots[row] as number;
      const q = slots[row + 1] as number;
      const r = slots[row + 2] as number;
      const t = slots[row + 3] as number;
      if (
        areUnsure(a, l, c, s, d, ageMask, c2sMask, seenMask, actionsMask) ||
        (p | q | r | t) < 0 ||
        p >= count ||
        q >= count ||
        r >= count ||
        t >= count
      )
        break;
      // The profiles of the four rows, one per byte.
      const kinds = (s << 3) | (c << 1) | l;
      sums[p] = (sums[p] as number) + (table[((kinds & 255) << 8) | (a & 255)] as number);
      sums[q] = (sums[q] as number) + (table[(kinds & 0xff00) | ((a >>> 8) & 255)] as number);
      sums[r] =
        (sums[r] as number) + (table[((kinds >>> 8) & 0xff00) | ((a >>> 16) & 255)] as number);
      sums[t] = (sums[t] as number) + (table[((kinds >>> 16) & 0xff00) | (a >>> 24)] as number);
      if (counts === undefined) continue;
      counts[p] = (counts[p] as number) + (1 + (d & 255) * ACTION);
      counts[q] = (counts[q] as number) + (1 + ((d >>> 8) & 255) * ACTION);
      counts[r] = (counts[r] as number) + (1 + ((d >>> 16) & 255) * ACTION);
      counts[t] = (counts[t] as number) + (1 + (d >>> 24) * ACTION);
    }
    if (four < lastFour)
      scatterEach(block, table, slots, count, sums, counts, refuse, four << 2, (four << 2) + 4);
  }
  scatterEach(block, table, slots, count, sums, counts, refuse, lastFour << 2, rows);
}

function scatterEach(
  block: Block,
  table: Float64Array,
  slots: Int32Array,
  count: number,
  sums: Float64Array,
  counts: Float64Array | undefined,
  refuse: ((row: number) => void) | undefined,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row++) {
    const slot = slots[row] as Slot;
    const code = codeAt(block, row);
    if (code < 0 || slot < 0 || slot >= count) {
      refuse?.(row);
      continue;
    }
    sums[slot] = (sums[slot] as number) + (table[code] as number);
    if (counts)
      counts[slot] = (counts[slot] as number) + 1 + (block.actions.each[row] as number) * ACTION;
  }
}
