import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeAt, type Block } from "../../../src/panel/scan/block.ts";
import { C2S } from "../../../src/list/cell.ts";
import { c2sOf, CODES, kindOf } from "../../../src/panel/columns/code.ts";
import { CountSink } from "../../../src/panel/scan/count-rows.ts";
import { PrefixCounts } from "../../../src/panel/scan/prefix-counts.ts";
import type { Limits } from "../../../src/panel/columns/fields.ts";
import { areUnsure, masksFor } from "../../../src/panel/scan/swar.ts";
import { Tallies } from "../../../src/panel/scan/tallies.ts";
import { SumSink } from "../../../src/panel/scan/sum-rows.ts";
import { runs } from "../../support/runs.ts";

const COLUMNS = ["age", "ald", "c2s", "seen", "actions"] as const;
type ColumnName = (typeof COLUMNS)[number];
type Rows = Readonly<Record<ColumnName, readonly number[]>>;

function blockOf(rows: Rows, limits: Limits): Block {
  const column = (name: ColumnName): Block["age"] => {
    const each = Uint8Array.from(rows[name]);
    return { each, four: new Uint32Array(each.buffer, 0, each.length >> 2) };
  };
  return {
    from: 0,
    rows: rows.age.length,
    age: column("age"),
    ald: column("ald"),
    c2s: column("c2s"),
    seen: column("seen"),
    actions: column("actions"),
    masks: undefined,
    limits,
    swar: masksFor(limits),
  };
}

/** Whether the first four rows of a block must be validated one by one. */
function areFirstUnsure({ age, ald, c2s, seen, actions, swar }: Block): boolean {
  const [a, l, c, s, d] = [age, ald, c2s, seen, actions].map(({ four }) => four[0]) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return areUnsure(a, l, c, s, d, swar.age, swar.c2s, swar.seen, swar.actions);
}

const zeros: Rows = {
  age: [0, 0, 0, 0],
  ald: [0, 0, 0, 0],
  c2s: [0, 0, 0, 0],
  seen: [0, 0, 0, 0],
  actions: [0, 0, 0, 0],
};
const limits: Limits = { age: 129, c2s: 3, seen: 2, actions: 15 };

/** Highest byte that passes among four: valid ones above it are validated one by one. */
const passing = { age: 127, ald: 1, c2s: 127, seen: 127, actions: 63 };

describe.each(COLUMNS)("four rows at once: %s", (name) => {
  const highest = name === "ald" ? [1] : [0, 1, 2, 3, 14, 15, 30, 62, 63, 64, 100, 120, 125, 126];
  const ofAge = name === "age" || name === "actions" ? [127, 128, 129, 200, 253, 254] : [];

  test.each([...highest, ...ofAge])("0 to %i, for each byte at each place", (limit) => {
    const of = { ...limits, [name]: limit };
    const wrong: { byte: number; place: number }[] = [];
    for (let byte = 0; byte <= 255; byte++)
      for (let place = 0; place < 4; place++) {
        const column = zeros[name].map((zero, i) => (i === place ? byte : zero));
        const block = blockOf({ ...zeros, [name]: column }, of);
        const isValid = byte <= limit;
        const isUnsure = !isValid || byte > passing[name];
        if (codeAt(block, place) >= 0 !== isValid || areFirstUnsure(block) !== isUnsure)
          wrong.push({ byte, place });
      }
    expect(wrong).toEqual([]);
  });
});

test("no invalid byte passes, whatever stands beside it and whatever the limits", () => {
  const byte = fc.oneof(fc.nat(3), fc.constantFrom(15, 16, 120, 125, 127, 128, 255), fc.nat(255));
  const four = fc.tuple(byte, byte, byte, byte);
  const rows = fc.record({ age: four, ald: four, c2s: four, seen: four, actions: four });
  const anyLimits = fc.record({
    age: fc.integer({ min: 3, max: 254 }),
    c2s: fc.constantFrom(2, 3),
    seen: fc.nat(2),
    actions: fc.integer({ min: 1, max: 254 }),
  });
  fc.assert(
    fc.property(rows, anyLimits, (bytes, of) => {
      const block = blockOf(bytes, of);
      const areValid = [0, 1, 2, 3].every((row) => codeAt(block, row) >= 0);
      if (!areValid) expect(areFirstUnsure(block)).toBe(true);
      const areLow = COLUMNS.every((name) => bytes[name].every((one) => one <= passing[name]));
      if (areValid && areLow) expect(areFirstUnsure(block)).toBe(false);
    }),
    runs(2000),
  );
});

describe("where the oldest age is 120, one of eight patients who is 125 is refused", () => {
  const ages = [40, 41, 42, 43, 44, 125, 46, 120];
  const none = ages.map(() => 0);
  const young = { ...limits, age: 120 };
  const block = blockOf({ age: ages, ald: none, c2s: none, seen: none, actions: none }, young);
  const slots = new Int32Array(ages.length);
  const tallies = (): Tallies => {
    const one = new Tallies([]);
    one.grow(1);
    return one;
  };
  const ones = { table: new Float64Array(CODES).fill(1), fields: [] };

  test.each([
    ["summed", () => new SumSink(tallies(), [ones], 0)],
    ["counted", () => new CountSink(tallies(), new PrefixCounts())],
  ])("%s", (_, open) => {
    const [together, apart] = [open(), open()];
    const refused: number[] = [];
    const refuse = (row: number): unknown => refused.push(row);
    for (let four = 0; four < 2; four++) {
      four = together.fours(block, 0, four, 2);
      if (four < 2) together.rows(block, 0, 4 * four, 4 * four + 4, refuse);
    }
    apart.apart(block, slots, 1, refuse);
    for (const sink of [together, apart]) if (sink instanceof SumSink) sink.end();
    expect(refused).toEqual([5, 5]);
    expect([together.tallies.patients[0], apart.tallies.patients[0]]).toEqual([7, 7]);
  });
});

test("a row's code holds every C2S", () => {
  for (const c2s of C2S.keys()) expect(c2sOf(kindOf(1, c2s, 2))).toBe(c2s);
});
