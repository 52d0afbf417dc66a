import type { Block, Bytes } from "../../src/panel/columns/block.ts";
import { CODES } from "../../src/panel/columns/code.ts";
import { CountSink } from "../../src/panel/columns/count.ts";
import { RunningTotals } from "../../src/panel/columns/store.ts";
import { masksFor, type Limits } from "../../src/panel/columns/swar.ts";
import { Tallies } from "../../src/panel/columns/tallies.ts";
import { SumSink } from "../../src/statement/bulk/sum.ts";
import { table, type Row } from "../support/table.ts";

const limits: Limits = { age: 129, c2s: 3, seen: 0, actions: 15 };
const ROWS = 19;
const ALONE = 1;
const AMONG_FOUR = 0;

const bytes = (each: number, four: number): Bytes => ({
  each: new Uint8Array(ROWS).fill(each),
  four: new Uint32Array(ROWS >> 2).fill(four * 0x01010101),
});

/** A block whose patients are of one age when they are read one by one, and of another four by four: what is counted tells how they were read. */
function twoFaced(refused: number | undefined): Block {
  const age = bytes(ALONE, AMONG_FOUR);
  if (refused !== undefined) age.four[refused] = 130 << 16;
  return {
    from: 0,
    rows: ROWS,
    age,
    ald: bytes(0, 0),
    c2s: bytes(0, 0),
    seen: bytes(0, 0),
    actions: bytes(0, 0),
    masks: undefined,
    limits,
    swar: masksFor(limits),
  };
}

interface Rows {
  readonly from: number;
  readonly to: number;
  /** Four rows that are refused when they are read together. */
  readonly refused?: number;
}

interface Read {
  readonly alone: number;
  readonly amongFour: number;
}

const noRefusal = (row: number): never => {
  throw new Error(`row ${row} is refused`);
};

function tallies(): Tallies {
  const one = new Tallies([]);
  one.grow(1);
  return one;
}

/** A number that sums those of one age, and thousands of the other. */
function summing(): SumSink {
  const weights = new Float64Array(CODES);
  weights[AMONG_FOUR] = 1;
  weights[ALONE] = 1000;
  return new SumSink(
    tallies(),
    [{ table: weights, digits: [{ measure: 0, unit: 1, scale: 1 }] }],
    1,
  );
}

function readBy({ sums }: SumSink): Read {
  const [sum = 0] = sums[0] as Float64Array;
  return { alone: Math.floor(sum / 1000), amongFour: sum % 1000 };
}

const stretches: Row<Rows, Read>[] = [
  ["fours", { from: 0, to: 16 }, { alone: 0, amongFour: 16 }],
  ["rows before a four and after it", { from: 1, to: 15 }, { alone: 3 + 3, amongFour: 8 }],
  ["one four", { from: 4, to: 8 }, { alone: 0, amongFour: 4 }],
  ["rows within a four", { from: 5, to: 7 }, { alone: 2, amongFour: 0 }],
  ["rows of two fours", { from: 3, to: 6 }, { alone: 3, amongFour: 0 }],
  ["rows that end a four", { from: 1, to: 4 }, { alone: 3, amongFour: 0 }],
  ["the last rows", { from: 15, to: 19 }, { alone: 1 + 3, amongFour: 0 }],
  ["fours of which one is refused", { from: 0, to: 16, refused: 1 }, { alone: 4, amongFour: 12 }],
  [
    "fours of which the last is refused",
    { from: 2, to: 18, refused: 3 },
    { alone: 2 + 4 + 2, amongFour: 8 },
  ],
];

table("rows of one physician are summed four by four", stretches, ({ from, to, refused }) => {
  const sink = summing();
  sink.together(twoFaced(refused), 0, from, to, noRefusal);
  return readBy(sink);
});

table("rows of one physician are counted four by four", stretches, ({ from, to, refused }) => {
  const store = new RunningTotals();
  store.open(AMONG_FOUR);
  store.open(ALONE);
  new CountSink(tallies(), store).together(twoFaced(refused), 0, from, to, noRefusal);
  store.end();
  const counts = [0, 0];
  store.each(0, (_, age, patients) => (counts[age] = patients));
  return { alone: counts[ALONE] as number, amongFour: counts[AMONG_FOUR] as number };
});

table<number | undefined, Read>(
  "rows of many physicians are summed four by four",
  [
    ["all but the last", undefined, { alone: 3, amongFour: 16 }],
    ["but those that are refused", 2, { alone: 4 + 3, amongFour: 12 }],
  ],
  (refused) => {
    const sink = summing();
    sink.apart(twoFaced(refused), new Int32Array(ROWS), 1, noRefusal);
    sink.end();
    return readBy(sink);
  },
);
