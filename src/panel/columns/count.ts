import { type Block, codeAt, masksOf, refusedOfFour } from "./block.ts";
import type { Refuse, RowSink } from "./columns.ts";
import { LANES, type RunningTotals } from "./store.ts";
import type { Tallies } from "./tallies.ts";
import type { Slot } from "./roster.ts";

/** Counts rows into panels that are kept. */
export class CountSink implements RowSink {
  readonly tallies: Tallies;
  readonly #store: RunningTotals;

  constructor(tallies: Tallies, store: RunningTotals) {
    this.tallies = tallies;
    this.#store = store;
  }

  together(block: Block, slot: Slot, from: number, to: number, refuse: Refuse): void {
    const { patients, actions } = this.tallies;
    const store = this.#store;
    const { age, ald, c2s, seen, actions: done } = block;
    const ages = age.four;
    const alds = ald.four;
    const c2ss = c2s.four;
    const seens = seen.four;
    const dones = done.four;
    const { seen: seenMask, c2s: c2sMask } = masksOf(block.limits);
    const lane = store.laneFor(slot, to - from);
    const within = lane & (LANES - 1);
    const places = store.places;
    let counts = store.chunkOf(lane);
    const lastFour = to - 3;
    let refused = 0;
    let sum = 0;
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
          const first = places[((kinds & 255) << 8) | (a & 255)] as number;
          const second = places[(kinds & 0xff00) | ((a >>> 8) & 255)] as number;
          const third = places[((kinds >>> 8) & 0xff00) | ((a >>> 16) & 255)] as number;
          const fourth = places[((kinds >>> 16) & 0xff00) | (a >>> 24)] as number;
          if ((first | second | third | fourth) >= 0) {
            (counts[first + within] as number)++;
            (counts[second + within] as number)++;
            (counts[third + within] as number)++;
            (counts[fourth + within] as number)++;
            sum += Math.imul(d, 0x01010101) >>> 24;
            row += 4;
            continue;
          }
        }
      }
      const code = codeAt(block, row);
      if (code < 0) {
        refused += 1;
        refuse(row, slot);
      } else {
        if ((places[code] as number) < 0) {
          store.open(code);
          counts = store.chunkOf(lane);
        }
        (counts[(places[code] as number) + within] as number)++;
        sum += done.each[row] as number;
      }
      row += 1;
    }
    patients[slot] = (patients[slot] as number) + to - from - refused;
    actions[slot] = (actions[slot] as number) + sum;
  }

  apart(block: Block, slots: Int32Array, count: number, refuse: Refuse): void {
    const { patients, actions } = this.tallies;
    for (let row = 0; row < block.rows; row++) {
      const slot = slots[row] as Slot;
      const code = codeAt(block, row);
      if (code < 0 || slot < 0 || slot >= count) {
        refuse(row, slot >= count ? -1 : slot);
        continue;
      }
      this.#store.add(slot, code, 1);
      patients[slot] = (patients[slot] as number) + 1;
      actions[slot] = (actions[slot] as number) + (block.actions.each[row] as number);
    }
  }
}
