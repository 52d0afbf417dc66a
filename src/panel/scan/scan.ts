/**
 * Layout of the column road. The loops that validate, count and sum rows stand in this folder; what
 * a column is stands in `../columns`. No amount is known here: pricing hands in tables of weights.
 *
 *   columns --blocks--> words of four rows --codes--> counts (panels kept) or sums (one pass)
 *
 * BLOCK (`block.ts`). 32,768 rows, one byte per row and column: few enough for the processor's
 * cache. `block-reader.ts` makes it: columns of bytes are used where they are, all others are
 * copied into a buffer, with 255 for a value that is missing, null or out of range. Only a last
 * block may be shorter. Physicians are not bytes but 32-bit keys (`../columns/keys.ts`).
 *
 *   row        0    1    2    3    4    5    6    7  ...
 *   age     |  82   40    5  255 | 61   ...                 bytes, `age.each`
 *           |<----- word 0 ----->|<----- word 1 -----> ...  the same memory, `age.four`
 *
 * CODE (`../columns/code.ts`). All facts of a patient in 13 bits, the index of every table below:
 *
 *    12   11 | 10    9 |  8  | 7                0
 *   +--------+---------+-----+-------------------+
 *   |  seen  |   c2s   | ald |        age        |      seen << 11 | c2s << 9 | ald << 8 | age
 *   +--------+---------+-----+-------------------+
 *    `------- kind -------'
 *
 * The kind (profile) has all but the age. Actions are summed apart, since they only add up.
 *
 * SWAR (`swar.ts`), "SIMD within a register": one 32-bit operation works on four rows. A mask of
 * `127 - limit` per byte is added to the word of each column; bit 7 of a byte is then set if its
 * value was over the limit, and set before if the value was over 127. Here for actions, 15 at most:
 *
 *   actions               0         3        15        16
 *   + 112 each          112       115       127       128
 *   & 0x80808080          0         0         0       128    not 0: the four are unsure
 *
 * Unsure rows are read one by one (`codeAt`). Of the others, `seen << 3 | c2s << 1 | ald` of three
 * words are the four kinds, a byte each, and `firstCode` to `fourthCode` put a kind over its age.
 * Three loops do this: `CountSink.fours`, `sumFours` and `scatterFours` (rows of many physicians).
 * They share these functions and not their loop: a pass that writes the codes of a block to memory
 * before they are counted or summed took 1.4 times as long for sums, a pass that only validates a
 * block 1.15 times.
 *
 * PACKED SUM (`packed-sums.ts`). In one pass, a patient weighs something in several measures, such
 * as cents of a component. Their weights stand side by side in one double, in fields so wide that a
 * million rows do not fill them, and 2^53 is not reached; one addition adds them all:
 *
 *   table[code]:  | weight 2 / unit 2 | weight 1 / unit 1 | weight 0 / unit 0 |
 *               2^53               scale 2             scale 1          scale 0 = 1
 *
 * PREFIX COUNTS (`prefix-counts.ts`). For panels that are kept: how many patients of a kind have at
 * most each age, so that an age band of any schedule is one difference. Each physician has a lane
 * of 16-bit counters (several lanes above 65,535 patients). A chunk interleaves 32 lanes:
 *
 *                     lane  0    1    2   ...  31
 *   kinds[0], age   0     |    |    |    |    |    |    index of a counter =
 *             age   1     |    |    |    |    |    |      (k * AGES + age) * LANES + lane % LANES
 *             ...                                       where `kinds[k]` is its kind
 *             age 129     |    |    |    |    |    |
 *   kinds[1], age   0     |    |    |    |    |    |    kinds in the order in which they come
 *
 * Counting adds 1 to a counter of one lane; `end` sums downwards; pricing reads along the rows.
 *
 * Read in this order: this file, which finds runs of rows of one physician (`runs.ts`,
 * `physician-index.ts`) and hands them on; `block.ts`, `swar.ts`; `count-rows.ts` with
 * `prefix-counts.ts`; `sum-rows.ts` with `packed-sums.ts`; `block-reader.ts` and the readers of
 * bytes and masks.
 */
import type { Fields } from "../columns/fields.ts";
import { keysOf } from "../columns/keys.ts";
import { OtherRows, type Others } from "../columns/others.ts";
import type { Roster, Slot } from "../columns/roster.ts";
import { BLOCK, type Block, codeAt } from "./block.ts";
import { BlockReader } from "./block-reader.ts";
import { PhysicianIndex } from "./physician-index.ts";
import { endOfRun, isShuffled, pairsOf } from "./runs.ts";
import type { Tallies } from "./tallies.ts";

/** Passes on a row of a block that is not computed: rejected, or not on the list on the day. */
export type Refuse = (row: number, slot: Slot) => void;

/** Consumer of rows. It also validates them, so that each row is read only once. */
export interface RowSink {
  readonly tallies: Tallies;
  /**
   * Words `first` to `end` (excluded) of a block, four rows each, all of one physician.
   * @returns the first word that it did not take, of which a row may be invalid
   */
  fours(block: Block, slot: Slot, first: number, end: number): number;
  /** Rows `from` to `to` (excluded) of one physician, validated one by one. */
  rows(block: Block, slot: Slot, from: number, to: number, refuse: Refuse): void;
  /**
   * All rows of a block. `slots` holds each row's physician index, which is valid from 0 to `count`
   * (excluded).
   */
  apart(block: Block, slots: Int32Array, count: number, refuse: Refuse): void;
}

/** Reads a list in one pass, block by block, whether it is grouped by physician or shuffled. */
export function scanColumns(
  fields: Fields,
  roster: Roster,
  byIndex: boolean,
  limit: number,
  sink: RowSink,
): Others {
  const others = new OtherRows(fields, limit);
  const index =
    fields.physician && new PhysicianIndex(keysOf(fields.physician, BLOCK), roster, byIndex);
  const reader = new BlockReader(fields);
  sink.tallies.grow(roster.count);
  for (let from = 0; from < fields.rows; from += BLOCK) {
    const block = reader.read(from);
    const refuse: Refuse = (row, slot) => others.add(from + row, slot);
    if (index) scanBlock(block, index, index.keys.block(from, from + block.rows), sink, refuse);
    else scanRun(block, roster.only, 0, block.rows, sink, refuse, roster.count);
  }
  sink.tallies.grow(roster.count);
  return others.end(roster.rejected);
}

function scanBlock(
  block: Block,
  index: PhysicianIndex,
  keys: Int32Array,
  sink: RowSink,
  refuse: Refuse,
): void {
  if (isShuffled(keys)) {
    const slots = index.ofBlock(keys);
    sink.tallies.grow(index.count);
    sink.apart(block, slots, index.count, (row) => refuse(row, index.of(keys[row] as number)));
    if (block.masks) countMasks(block, 0, block.rows, (row) => slots[row] as Slot, sink.tallies);
    return;
  }
  const pairs = pairsOf(keys);
  for (let from = 0; from < block.rows;) {
    const to = endOfRun(keys, pairs, from);
    const slot = index.of(keys[from] as number);
    scanRun(block, slot, from, to, sink, refuse, index.count);
    from = to;
  }
}

/** Passes rows of one physician to the sink, or rejects them if no physician was found. */
function scanRun(
  block: Block,
  slot: Slot,
  from: number,
  to: number,
  sink: RowSink,
  refuse: Refuse,
  count: number,
): void {
  if (slot < 0) {
    for (let row = from; row < to; row++) refuse(row, slot);
    return;
  }
  sink.tallies.grow(count);
  const first = (from + 3) >> 2;
  const end = Math.max(first, to >> 2);
  sink.rows(block, slot, from, Math.min(to, first << 2), refuse);
  for (let four = first; four < end; four++) {
    four = sink.fours(block, slot, four, end);
    if (four < end) sink.rows(block, slot, four << 2, (four << 2) + 4, refuse);
  }
  sink.rows(block, slot, end << 2, to, refuse);
  if (block.masks) countMasks(block, from, to, () => slot, sink.tallies);
}

/** Counts the validated indicators of the accepted rows; a slot past the last is nobody's. */
function countMasks(
  block: Block,
  from: number,
  to: number,
  slotAt: (row: number) => Slot,
  tallies: Tallies,
): void {
  const masks = block.masks as Uint32Array;
  for (let row = from; row < to; row++) {
    const mask = masks[row] as number;
    if (mask === 0 || codeAt(block, row) < 0) continue;
    const slot = slotAt(row);
    if (slot >= 0) tallies.validate(slot, mask);
  }
}
