import { type Block, codeAt, masksOf, refusedOfFour } from "../../panel/columns/block.ts";
import type { Refuse, RowSink } from "../../panel/columns/columns.ts";
import { grown } from "../../panel/columns/grown.ts";
import type { Tallies } from "../../panel/columns/tallies.ts";
import type { Slot } from "../../panel/columns/roster.ts";
import { ROWS_PER_WORD, takeApart, type Word } from "./words.ts";

/** Sums measures over rows without keeping panels. */
export class SumSink implements RowSink {
  readonly tallies: Tallies;
  /** Of each measure, an array over physicians. */
  sums: Float64Array[];
  readonly #words: readonly Word[];
  /** Sums of rows that came apart, of each word, not yet taken apart; and their patients and actions. */
  #pending: Float64Array[];
  readonly #counts: Counts = { patients: new Int32Array(0), actions: new Int32Array(0) };
  #pendingRows = 0;

  constructor(tallies: Tallies, words: readonly Word[], measures: number) {
    this.tallies = tallies;
    this.#words = words;
    this.sums = Array.from({ length: measures }, () => new Float64Array(0));
    this.#pending = words.map(() => new Float64Array(0));
  }

  together(block: Block, slot: Slot, from: number, to: number, refuse: Refuse): void {
    this.#grow();
    const { patients, actions } = this.tallies;
    const [word, ...others] = this.#words;
    if (!word) return;
    takeApart(word, sumRows(block, word.table, from, to, slot, refuse), slot, this.sums);
    patients[slot] = (patients[slot] as number) + to - from - counted.refused;
    actions[slot] = (actions[slot] as number) + counted.actions;
    for (const other of others) takeApart(other, sumRows(block, other.table, from, to, slot, undefined), slot, this.sums);
  }

  apart(block: Block, slots: Int32Array, count: number, refuse: Refuse): void {
    this.#grow();
    if (this.#pendingRows + block.rows > ROWS_PER_WORD) this.end();
    this.#pendingRows += block.rows;
    for (const [i, { table }] of this.#words.entries()) {
      if (i === 0) scatterRows(block, table, slots, count, this.#pending[i] as Float64Array, this.#counts, refuse);
      else scatterRows(block, table, slots, count, this.#pending[i] as Float64Array, undefined, undefined);
    }
  }

  /** Takes apart what is pending. */
  end(): void {
    this.#grow();
    const { patients, actions } = this.tallies;
    const counts = this.#counts;
    for (let slot = 0; slot < patients.length; slot++) {
      if (counts.patients[slot] === 0) continue;
      patients[slot] = (patients[slot] as number) + (counts.patients[slot] as number);
      actions[slot] = (actions[slot] as number) + (counts.actions[slot] as number);
      for (const [i, word] of this.#words.entries()) takeApart(word, (this.#pending[i] as Float64Array)[slot] as number, slot, this.sums);
    }
    for (const pending of [counts.patients, counts.actions, ...this.#pending]) pending.fill(0);
    this.#pendingRows = 0;
  }

  #grow(): void {
    const slots = this.tallies.patients.length;
    if (slots <= this.#counts.patients.length) return;
    this.sums = this.sums.map((sums) => grown(sums, slots));
    this.#pending = this.#pending.map((sums) => grown(sums, slots));
    this.#counts.patients = grown(this.#counts.patients, slots);
    this.#counts.actions = grown(this.#counts.actions, slots);
  }
}

/** Patients and actions of each physician, of few enough rows to fit 32 bits. */
interface Counts {
  patients: Int32Array;
  actions: Int32Array;
}

/** What `sumRows` has counted besides. */
const counted = { actions: 0, refused: 0 };

/** The sum of a table over rows of one physician. */
function sumRows(block: Block, table: Float64Array, from: number, to: number, slot: Slot, refuse: Refuse | undefined): number {
  const { age, ald, c2s, seen, actions } = block;
  const ages = age.four;
  const alds = ald.four;
  const c2ss = c2s.four;
  const seens = seen.four;
  const dones = actions.four;
  const { seen: seenMask, c2s: c2sMask } = masksOf(block.limits);
  const lastFour = to - 3;
  let sum = 0;
  let done = 0;
  let refused = 0;
  for (let row = from; row < to; ) {
    if ((row & 3) === 0 && row < lastFour) {
      const four = row >> 2;
      const a = ages[four] as number;
      const l = alds[four] as number;
      const c = c2ss[four] as number;
      const s = seens[four] as number;
      const d = dones[four] as number;
      if (refusedOfFour(a, l, c, s, d, seenMask, c2sMask) === 0) {
        const kinds = (s << 3) | (c << 1) | l;
        sum +=
          (table[((kinds & 255) << 8) | (a & 255)] as number) +
          (table[(kinds & 0xff00) | ((a >>> 8) & 255)] as number) +
          ((table[((kinds >>> 8) & 0xff00) | ((a >>> 16) & 255)] as number) + (table[((kinds >>> 16) & 0xff00) | (a >>> 24)] as number));
        done += Math.imul(d, 0x01010101) >>> 24;
        row += 4;
        continue;
      }
    }
    const code = codeAt(block, row);
    if (code < 0) {
      refused += 1;
      refuse?.(row, slot);
    } else {
      sum += table[code] as number;
      done += actions.each[row] as number;
    }
    row += 1;
  }
  counted.actions = done;
  counted.refused = refused;
  return sum;
}

/** Adds a table's value of each row to the sum of its physician. */
function scatterRows(block: Block, table: Float64Array, slots: Int32Array, count: number, sums: Float64Array, counts: Counts | undefined, refuse: Refuse | undefined): void {
  const { age, ald, c2s, seen, actions, rows } = block;
  const ages = age.four;
  const alds = ald.four;
  const c2ss = c2s.four;
  const seens = seen.four;
  const dones = actions.four;
  const patients = counts?.patients;
  const done = counts?.actions;
  const { seen: seenMask, c2s: c2sMask } = masksOf(block.limits);
  const lastFour = rows - 3;
  for (let row = 0; row < rows; ) {
    if ((row & 3) === 0 && row < lastFour) {
      const four = row >> 2;
      const a = ages[four] as number;
      const l = alds[four] as number;
      const c = c2ss[four] as number;
      const s = seens[four] as number;
      const d = dones[four] as number;
      const p = slots[row] as number;
      const q = slots[row + 1] as number;
      const r = slots[row + 2] as number;
      const t = slots[row + 3] as number;
      if (refusedOfFour(a, l, c, s, d, seenMask, c2sMask) === 0 && (p | q | r | t) >= 0 && p < count && q < count && r < count && t < count) {
        const kinds = (s << 3) | (c << 1) | l;
        sums[p] = (sums[p] as number) + (table[((kinds & 255) << 8) | (a & 255)] as number);
        sums[q] = (sums[q] as number) + (table[(kinds & 0xff00) | ((a >>> 8) & 255)] as number);
        sums[r] = (sums[r] as number) + (table[((kinds >>> 8) & 0xff00) | ((a >>> 16) & 255)] as number);
        sums[t] = (sums[t] as number) + (table[((kinds >>> 16) & 0xff00) | (a >>> 24)] as number);
        if (patients && done) {
          patients[p] = (patients[p] as number) + 1;
          patients[q] = (patients[q] as number) + 1;
          patients[r] = (patients[r] as number) + 1;
          patients[t] = (patients[t] as number) + 1;
          if (d !== 0) {
            done[p] = (done[p] as number) + (d & 255);
            done[q] = (done[q] as number) + ((d >>> 8) & 255);
            done[r] = (done[r] as number) + ((d >>> 16) & 255);
            done[t] = (done[t] as number) + (d >>> 24);
          }
        }
        row += 4;
        continue;
      }
    }
    const slot = slots[row] as Slot;
    const code = codeAt(block, row);
    if (code < 0 || slot < 0 || slot >= count) {
      refuse?.(row, slot >= count ? -1 : slot);
    } else {
      sums[slot] = (sums[slot] as number) + (table[code] as number);
      if (patients && done) {
        patients[slot] = (patients[slot] as number) + 1;
        done[slot] = (done[slot] as number) + (actions.each[row] as number);
      }
    }
    row += 1;
  }
}
