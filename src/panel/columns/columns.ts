import { BLOCK, type Block, codeAt } from "./block.ts";
import type { Fields } from "./fields.ts";
import { keysOf } from "./keys.ts";
import { BlockReader } from "./reader.ts";
import { RefusedRows, type RejectedRows } from "./refused.ts";
import { endOfRun, isShuffled, pairsOf } from "./runs.ts";
import { Slots } from "./slots.ts";
import type { Tallies } from "./tallies.ts";
import type { Roster, Slot } from "./roster.ts";

/** Rejects a row of a block. */
export type Refuse = (row: number, slot: Slot) => void;

/** Consumer of rows. It also validates them, so that each row is read only once. */
export interface RowSink {
  readonly tallies: Tallies;
  /** Rows `from` to `to` (excluded) of a block, all of one physician. */
  together(block: Block, slot: Slot, from: number, to: number, refuse: Refuse): void;
  /**
   * All rows of a block. `slots` holds each row's physician index, which is valid from 0 to `count`
   * (excluded).
   */
  apart(block: Block, slots: Int32Array, count: number, refuse: (row: number) => void): void;
}

/** Reads a list in one pass, block by block, whether it is grouped by physician or shuffled. */
export function readColumns(
  fields: Fields,
  roster: Roster,
  byIndex: boolean,
  limit: number,
  sink: RowSink,
): RejectedRows {
  const refused = new RefusedRows(fields, limit);
  const slots = fields.physician && new Slots(keysOf(fields.physician), roster, byIndex);
  const reader = new BlockReader(fields);
  sink.tallies.grow(roster.count);
  for (let from = 0; from < fields.rows; from += BLOCK) {
    const block = reader.read(from);
    const refuse: Refuse = (row, slot) => refused.add(from + row, slot);
    if (slots) readBlock(block, slots, slots.keys.block(from, from + block.rows), sink, refuse);
    else give(block, roster.only, 0, block.rows, sink, refuse, roster.count);
  }
  sink.tallies.grow(roster.count);
  return refused.end(roster.rejected);
}

const slotsOfBlock = new Int32Array(BLOCK);

function readBlock(
  block: Block,
  slots: Slots,
  keys: Int32Array,
  sink: RowSink,
  refuse: Refuse,
): void {
  if (isShuffled(keys)) {
    const all = slots.areKeys ? keys : slotsOfBlock;
    if (!slots.areKeys) slots.ofAll(keys, slotsOfBlock);
    sink.tallies.grow(slots.count);
    sink.apart(block, all, slots.count, (row) => refuse(row, slots.of(keys[row] as number)));
    if (block.masks)
      countMasks(block, 0, block.rows, (row) => all[row] as Slot, slots.count, sink.tallies);
    return;
  }
  const pairs = pairsOf(keys);
  for (let from = 0; from < block.rows;) {
    const to = endOfRun(keys, pairs, from);
    const slot = slots.of(keys[from] as number);
    give(block, slot, from, to, sink, refuse, slots.count);
    from = to;
  }
}

/** Passes rows of one physician to the sink, or rejects them if no physician was found. */
function give(
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
  sink.together(block, slot, from, to, refuse);
  if (block.masks) countMasks(block, from, to, () => slot, count, sink.tallies);
}

/** Counts the validated indicators of the accepted rows. */
function countMasks(
  block: Block,
  from: number,
  to: number,
  slotAt: (row: number) => Slot,
  count: number,
  tallies: Tallies,
): void {
  const masks = block.masks as Uint32Array;
  for (let row = from; row < to; row++) {
    const mask = masks[row] as number;
    const slot = mask === 0 ? -1 : slotAt(row);
    if (slot >= 0 && slot < count && codeAt(block, row) >= 0) tallies.validate(slot, mask);
  }
}
