import { expect, test } from "vitest";
import { computeColumns } from "../../src/index.ts";
import type { Block, Bytes } from "../../src/panel/columns/block.ts";
import { CODES } from "../../src/panel/columns/code.ts";
import { masksFor, type Limits } from "../../src/panel/columns/swar.ts";
import { Tallies } from "../../src/panel/columns/tallies.ts";
import { SumSink } from "../../src/statement/bulk/sum.ts";
import { table } from "../support/table.ts";
import { byVillage, withoutUplifts } from "./each-way.ts";

const MILLION = 2 ** 20;
const BLOCK = 2 ** 15;

test("more shuffled rows than a number holds: 40.95 a million times is just under 2^32 cents, after which another amount begins", () => {
  const rows = MILLION + BLOCK;
  const physician = new Uint8Array(rows);
  for (let from = 0; from < rows; from += BLOCK)
    for (let row = 1; row < 128; row += 2) physician[from + row] = 1;
  const options = byVillage({
    ...withoutUplifts,
    "amounts.base.cases": {
      ald: { when: { ald: true }, amount: "40.95" },
      none: { when: { ald: false }, amount: "0.01" },
    },
  });
  const columns = {
    physicianId: physician,
    age: new Uint8Array(rows).fill(40),
    ald: new Uint8Array(rows).fill(1),
    c2s: new Uint8Array(rows),
  };
  const { patients, componentCents } = computeColumns(columns, {
    ...options,
    physicians: [{}, {}],
    match: "index",
  });
  const ofSecond = 33 * 64;
  expect([...patients]).toEqual([rows - ofSecond, ofSecond]);
  expect([...(componentCents["base"] as Float64Array)]).toEqual([
    (rows - ofSecond) * 4095,
    ofSecond * 4095,
  ]);
  expect([...(componentCents["c2s"] as Float64Array)]).toEqual([0, 0]);
});

/** Sums one for each row of physician 0. */
function summing(): SumSink {
  const tallies = new Tallies([]);
  tallies.grow(1);
  return new SumSink(
    tallies,
    [{ table: new Float64Array(CODES).fill(1), digits: [{ measure: 0, unit: 1, scale: 1 }] }],
    1,
  );
}

const limits: Limits = { age: 129, c2s: 3, seen: 0, actions: 15 };
const zeros = new Uint8Array(MILLION);
const column: Bytes = { each: zeros, four: new Uint32Array(zeros.buffer) };
const block = (rows: number): Block => ({
  from: 0,
  rows,
  age: column,
  ald: column,
  c2s: column,
  seen: column,
  actions: column,
  masks: undefined,
  limits,
  swar: masksFor(limits),
});

table<number[], number[]>(
  "shuffled rows are summed a million at a time: what is taken apart before the end, and after it",
  [
    ["a few rows", [4, 4], [0, 8]],
    ["a million", [4, MILLION - 4], [0, MILLION]],
    ["and one more", [4, MILLION - 4, 1], [MILLION, MILLION + 1]],
    ["and a million more", [MILLION, MILLION, 4], [2 * MILLION, 2 * MILLION + 4]],
  ],
  (blocks) => {
    const sink = summing();
    const slots = new Int32Array(MILLION);
    const sum = (): number => sink.sums[0]?.[0] as number;
    for (const rows of blocks) sink.apart(block(rows), slots, 1, () => undefined);
    const before = sum();
    sink.end();
    return [before, sum()];
  },
);

test("the sums stand in the same arrays until there are more physicians than these hold", () => {
  const sink = summing();
  sink.end();
  const { sums } = sink;
  sink.end();
  expect(sink.sums).toBe(sums);
  sink.tallies.grow(65);
  sink.end();
  expect(sink.sums).not.toBe(sums);
});
