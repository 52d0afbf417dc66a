import type { Slot } from "../columns/roster.ts";
import { type Block, codeAt } from "./block.ts";
import { LANES, type PrefixCounts } from "./prefix-counts.ts";
import type { Refuse, RowSink } from "./scan.ts";
import { actionsMaskFor, areUnsure, firstCode, fourthCode, secondCode, thirdCode } from "./swar.ts";
import type { Tallies } from "./tallies.ts";

/** Counts rows into panels, which are kept for pricing. */
export class CountSink implements RowSink {
  readonly tallies: Tallies;
  /**
   * Most actions of any row so far. Four rows of which one has more are read one by one, so that
   * the loop over fours keeps no maximum; this happens at most once per number of actions.
   */
  mostActions = 0;
  #actionsMask = actionsMaskFor(0);
  readonly #store: PrefixCounts;

  constructor(tallies: Tallies, store: PrefixCounts) {
    this.tallies = tallies;
    this.#store = store;
  }

  /** Also stops at a code without counters, which `rows` opens. */
  fours(block: Block, slot: Slot, first: number, end: number): number {
    const store = this.#store;
    const ages = block.age.four;
    const alds = block.ald.four;
    const c2ss = block.c2s.four;
    const seens = block.seen.four;
    const dones = block.actions.four;
    const { age: ageMask, c2s: c2sMask, seen: seenMask } = block.swar;
    const actionsMask = this.#actionsMask;
    const lane = store.laneFor(slot, (end - first) << 2);
    const within = lane & (LANES - 1);
    const counts = store.chunkOf(lane);
    const offsets = store.offsets;
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
      const p = offsets[firstCode(kinds, a)] as number;
      const q = offsets[secondCode(kinds, a)] as number;
      const r = offsets[thirdCode(kinds, a)] as number;
      const t = offsets[fourthCode(kinds, a)] as number;
      if ((p | q | r | t) < 0) break;
      counts[p + within] = (counts[p + within] as number) + 1;
      counts[q + within] = (counts[q + within] as number) + 1;
      counts[r + within] = (counts[r + within] as number) + 1;
      counts[t + within] = (counts[t + within] as number) + 1;
      // The product's highest byte is the sum of four bytes of 63 at most, so none carries.
      actions += Math.imul(d, 0x01010101) >>> 24;
    }
    const patients = (four - first) << 2;
    store.hold(lane, patients);
    this.tallies.add(slot, patients, actions);
    return four;
  }

  rows(block: Block, slot: Slot, from: number, to: number, refuse: Refuse): void {
    for (let row = from; row < to; row++) this.#row(block, row, slot, refuse);
  }

  apart(block: Block, slots: Int32Array, count: number, refuse: Refuse): void {
    const { patients, actions } = this.tallies;
    for (let row = 0; row < block.rows; row++) {
      const slot = slots[row] as Slot;
      const code = codeAt(block, row);
      if (code < 0 || slot < 0 || slot >= count) {
        refuse(row, slot);
        continue;
      }
      this.#store.add(slot, code);
      patients[slot] = (patients[slot] as number) + 1;
      actions[slot] = (actions[slot] as number) + this.#actionsOf(block, row);
    }
  }

  #row(block: Block, row: number, slot: Slot, refuse: Refuse): void {
    const code = codeAt(block, row);
    if (code < 0) {
      refuse(row, slot);
      return;
    }
    this.#store.add(slot, code);
    this.tallies.add(slot, 1, this.#actionsOf(block, row));
  }

  #actionsOf({ actions }: Block, row: number): number {
    const done = actions.each[row] as number;
    if (done > this.mostActions) {
      this.mostActions = done;
      this.#actionsMask = actionsMaskFor(done);
    }
    return done;
  }
}
