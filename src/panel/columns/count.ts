import { type Block, codeAt } from "./block.ts";
import type { Refuse, RowSink } from "./columns.ts";
import { LANES, type RunningTotals } from "./store.ts";
import type { Tallies } from "./tallies.ts";
import type { Slot } from "./roster.ts";
import { actionsMaskFor, areUnsure } from "./swar.ts";

/** Counts rows into panels, which are kept for pricing. */
export class CountSink implements RowSink {
  readonly tallies: Tallies;
  /**
   * Most actions of any row so far. Four rows of which one has more are read one by one, so that
   * the loop over fours keeps no maximum; this happens at most once per number of actions.
   */
  mostActions = 0;
  #actionsMask = actionsMaskFor(0);
  readonly #store: RunningTotals;

  constructor(tallies: Tallies, store: RunningTotals) {
    this.tallies = tallies;
    this.#store = store;
  }

  together(block: Block, slot: Slot, from: number, to: number, refuse: Refuse): void {
    const store = this.#store;
    const ages = block.age.four;
    const alds = block.ald.four;
    const c2ss = block.c2s.four;
    const seens = block.seen.four;
    const dones = block.actions.four;
    const { age: ageMask, c2s: c2sMask, seen: seenMask } = block.swar;
    const lane = store.laneFor(slot, to - from);
    const within = lane & (LANES - 1);
    const places = store.places;
    const firstFour = (from + 3) >> 2;
    const lastFour = Math.max(firstFour, to >> 2);
    let actions = 0;
    this.#each(block, slot, lane, from, Math.min(to, firstFour << 2), refuse);
    for (let four = firstFour; four < lastFour; four++) {
      const counts = store.chunkOf(lane);
      const actionsMask = this.#actionsMask;
      for (; four < lastFour; four++) {
        const a = ages[four] as number;
        const l = alds[four] as number;
        const c = c2ss[four] as number;
        const s = seens[four] as number;
        const d = dones[four] as number;
        if (areUnsure(a, l, c, s, d, ageMask, c2sMask, seenMask, actionsMask)) break;
        // The profiles of the four rows, one per byte.
        const kinds = (s << 3) | (c << 1) | l;
        const first = places[((kinds & 255) << 8) | (a & 255)] as number;
        const second = places[(kinds & 0xff00) | ((a >>> 8) & 255)] as number;
        const third = places[((kinds >>> 8) & 0xff00) | ((a >>> 16) & 255)] as number;
        const fourth = places[((kinds >>> 16) & 0xff00) | (a >>> 24)] as number;
        if ((first | second | third | fourth) < 0) break;
        counts[first + within] = (counts[first + within] as number) + 1;
        counts[second + within] = (counts[second + within] as number) + 1;
        counts[third + within] = (counts[third + within] as number) + 1;
        counts[fourth + within] = (counts[fourth + within] as number) + 1;
        // The product's highest byte is the sum of four bytes of 63 at most, so none carries.
        actions += Math.imul(d, 0x01010101) >>> 24;
      }
      if (four < lastFour) this.#each(block, slot, lane, four << 2, (four << 2) + 4, refuse);
    }
    this.#each(block, slot, lane, lastFour << 2, to, refuse);
    const { tallies } = this;
    tallies.patients[slot] = (tallies.patients[slot] as number) + to - from;
    tallies.actions[slot] = (tallies.actions[slot] as number) + actions;
  }

  /**
   * Counts row by row. The caller counts all rows as patients; rejected rows are subtracted here.
   */
  #each(block: Block, slot: Slot, lane: number, from: number, to: number, refuse: Refuse): void {
    const { patients, actions } = this.tallies;
    const store = this.#store;
    for (let row = from; row < to; row++) {
      const code = codeAt(block, row);
      if (code < 0) {
        patients[slot] = (patients[slot] as number) - 1;
        refuse(row, slot);
        continue;
      }
      store.open(code);
      const counts = store.chunkOf(lane);
      const at = (store.places[code] as number) + (lane & (LANES - 1));
      counts[at] = (counts[at] as number) + 1;
      actions[slot] = (actions[slot] as number) + this.#actionsOf(block, row);
    }
  }

  apart(block: Block, slots: Int32Array, count: number, refuse: (row: number) => void): void {
    const { patients, actions } = this.tallies;
    for (let row = 0; row < block.rows; row++) {
      const slot = slots[row] as Slot;
      const code = codeAt(block, row);
      if (code < 0 || slot < 0 || slot >= count) {
        refuse(row);
        continue;
      }
      this.#store.add(slot, code, 1);
      patients[slot] = (patients[slot] as number) + 1;
      actions[slot] = (actions[slot] as number) + this.#actionsOf(block, row);
    }
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
