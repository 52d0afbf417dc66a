import { grown } from "../columns/grown.ts";
import type { Slot } from "../columns/roster.ts";
import { type Block, codeAt } from "./block.ts";
import { type PackedSum, type PackedSums, ROWS_PER_SUM, unpack } from "./packed-sums.ts";
import type { Refuse, RowSink } from "./scan.ts";
import { areUnsure, firstCode, fourthCode, secondCode, thirdCode } from "./swar.ts";
import type { Tallies } from "./tallies.ts";

/** Sums weights of patients in one pass over the rows, without keeping panels. */
export class SumSink implements RowSink {
  readonly tallies: Tallies;
  /** One array per table of weights, indexed by physician; complete after `end`. */
  sums: Float64Array[];
  readonly #packed: PackedSums;
  /** Packed sums by physician, until they are unpacked. */
  #pending: Float64Array[];
  /** Patients and actions of the same rows, as `patients + actions * ACTION`. */
  #counts: Float64Array = new Float64Array(0);
  #pendingRows = 0;

  /** @param tables number of tables of weights that are packed */
  constructor(tallies: Tallies, packed: PackedSums, tables: number) {
    this.tallies = tallies;
    this.#packed = packed;
    this.sums = Array.from({ length: tables }, () => new Float64Array(0));
    this.#pending = packed.map(() => new Float64Array(0));
  }

  fours(block: Block, slot: Slot, first: number, end: number): number {
    this.#makeRoom((end - first) << 2);
    let stop = end;
    for (let i = 0; i < this.#packed.length; i++) {
      const { table } = this.#packed[i] as PackedSum;
      const sums = this.#pending[i] as Float64Array;
      const counts = i === 0 ? this.#counts : undefined;
      stop = sumFours(block, table, slot, first, stop, sums, counts);
    }
    this.#pendingRows += (stop - first) << 2;
    return stop;
  }

  rows(block: Block, slot: Slot, from: number, to: number, refuse: Refuse): void {
    this.#makeRoom(to - from);
    for (let row = from; row < to; row++) this.#row(block, row, slot, refuse);
  }

  apart(block: Block, slots: Int32Array, count: number, refuse: Refuse): void {
    this.#makeRoom(block.rows);
    const end = block.rows >> 2;
    for (let four = 0; four < end; four++) {
      four = this.#foursApart(block, slots, count, four, end);
      if (four < end) this.#rowsApart(block, slots, count, four << 2, (four << 2) + 4, refuse);
    }
    this.#rowsApart(block, slots, count, end << 2, block.rows, refuse);
  }

  #foursApart(block: Block, slots: Int32Array, count: number, first: number, end: number): number {
    let stop = end;
    for (let i = 0; i < this.#packed.length; i++) {
      const { table } = this.#packed[i] as PackedSum;
      const sums = this.#pending[i] as Float64Array;
      const counts = i === 0 ? this.#counts : undefined;
      stop = scatterFours(block, table, slots, count, first, stop, sums, counts);
    }
    this.#pendingRows += (stop - first) << 2;
    return stop;
  }

  #rowsApart(
    block: Block,
    slots: Int32Array,
    count: number,
    from: number,
    to: number,
    refuse: Refuse,
  ): void {
    for (let row = from; row < to; row++) {
      const slot = slots[row] as Slot;
      if (slot < 0 || slot >= count) refuse(row, slot);
      else this.#row(block, row, slot, refuse);
    }
  }

  #row(block: Block, row: number, slot: Slot, refuse: Refuse): void {
    const code = codeAt(block, row);
    if (code < 0) {
      refuse(row, slot);
      return;
    }
    for (const [i, { table }] of this.#packed.entries())
      add(this.#pending[i] as Float64Array, slot, table[code] as number);
    add(this.#counts, slot, 1 + (block.actions.each[row] as number) * ACTION);
    this.#pendingRows += 1;
  }

  /** Unpacks the pending sums. */
  end(): void {
    this.#grow();
    const counts = this.#counts;
    for (let slot = 0; slot < counts.length; slot++) {
      const count = counts[slot] as number;
      // Sums are unpacked every million rows, of which most physicians have none.
      if (count === 0) continue;
      const actions = Math.floor(count / ACTION);
      this.tallies.add(slot, count - actions * ACTION, actions);
      for (const [i, packed] of this.#packed.entries())
        unpack(packed, (this.#pending[i] as Float64Array)[slot] as number, slot, this.sums);
    }
    for (const pending of [counts, ...this.#pending]) pending.fill(0);
    this.#pendingRows = 0;
  }

  /** Ensures that so many more rows can be added to the pending sum of any physician. */
  #makeRoom(rows: number): void {
    this.#grow();
    if (this.#pendingRows + rows > ROWS_PER_SUM) this.end();
  }

  #grow(): void {
    const slots = this.tallies.patients.length;
    if (slots <= this.#counts.length) return;
    this.sums = this.sums.map((sums) => grown(sums, slots));
    this.#pending = this.#pending.map((sums) => grown(sums, slots));
    this.#counts = grown(this.#counts, slots);
  }
}

/** Weight of an action in a number that also counts patients, `ROWS_PER_SUM` of them at most. */
const ACTION = 2 * ROWS_PER_SUM;

/**
 * Adds the weights of one physician's rows, and counts them.
 * @param counts undefined if the same rows are counted with another table
 * @returns the first word that was not taken
 */
function sumFours(
  block: Block,
  table: Float64Array,
  slot: Slot,
  first: number,
  end: number,
  sums: Float64Array,
  counts: Float64Array | undefined,
): number {
  const ages = block.age.four;
  const alds = block.ald.four;
  const c2ss = block.c2s.four;
  const seens = block.seen.four;
  const dones = block.actions.four;
  const { age: ageMask, c2s: c2sMask, seen: seenMask, actions: actionsMask } = block.swar;
  let sum = 0;
  let actions = 0;
  let four = first;
  for (; four < end; four++) {
    const a = ages[four] as number;
    const l = alds[four] as number;
    const c = c2ss[four] as number;
    const s = seens[four] as number;
    const d = dones[four] as number;
    if (areUnsure(a, l, c, s, d, ageMask, c2sMask, seenMask, actionsMask)) break;
    // Profiles of the four rows, one per byte.
    const kinds = (s << 3) | (c << 1) | l;
    sum +=
      (table[firstCode(kinds, a)] as number) +
      (table[secondCode(kinds, a)] as number) +
      ((table[thirdCode(kinds, a)] as number) + (table[fourthCode(kinds, a)] as number));
    // The product's highest byte is the sum of four bytes of 63 at most, so none carries.
    actions += Math.imul(d, 0x01010101) >>> 24;
  }
  add(sums, slot, sum);
  if (counts) add(counts, slot, ((four - first) << 2) + actions * ACTION);
  return four;
}

/** The same for rows of many physicians. Also stops at a physician who is not there. */
function scatterFours(
  block: Block,
  table: Float64Array,
  slots: Int32Array,
  count: number,
  first: number,
  end: number,
  sums: Float64Array,
  counts: Float64Array | undefined,
): number {
  const ages = block.age.four;
  const alds = block.ald.four;
  const c2ss = block.c2s.four;
  const seens = block.seen.four;
  const dones = block.actions.four;
  const { age: ageMask, c2s: c2sMask, seen: seenMask, actions: actionsMask } = block.swar;
  let four = first;
  for (; four < end; four++) {
    const a = ages[four] as number;
    const l = alds[four] as number;
    const c = c2ss[four] as number;
    const s = seens[four] as number;
    const d = dones[four] as number;
    const row = four << 2;
    const p = slots[row] as Slot;
    const q = slots[row + 1] as Slot;
    const r = slots[row + 2] as Slot;
    const t = slots[row + 3] as Slot;
    if (
      areUnsure(a, l, c, s, d, ageMask, c2sMask, seenMask, actionsMask) ||
      (p | q | r | t) < 0 ||
      p >= count ||
      q >= count ||
      r >= count ||
      t >= count
    )
      break;
    // Profiles of the four rows, one per byte.
    const kinds = (s << 3) | (c << 1) | l;
    sums[p] = (sums[p] as number) + (table[firstCode(kinds, a)] as number);
    sums[q] = (sums[q] as number) + (table[secondCode(kinds, a)] as number);
    sums[r] = (sums[r] as number) + (table[thirdCode(kinds, a)] as number);
    sums[t] = (sums[t] as number) + (table[fourthCode(kinds, a)] as number);
    if (counts === undefined) continue;
    counts[p] = (counts[p] as number) + (1 + (d & 255) * ACTION);
    counts[q] = (counts[q] as number) + (1 + ((d >>> 8) & 255) * ACTION);
    counts[r] = (counts[r] as number) + (1 + ((d >>> 16) & 255) * ACTION);
    counts[t] = (counts[t] as number) + (1 + (d >>> 24) * ACTION);
  }
  return four;
}

function add(sums: Float64Array, slot: Slot, value: number): void {
  sums[slot] = (sums[slot] as number) + value;
}
