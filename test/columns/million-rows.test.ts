import { expect, test } from "vitest";
import { computeColumns, computePanels, panelsFromColumns } from "../../src/index.ts";
import { table } from "../support/table.ts";
import { byVillage, withoutUplifts } from "./each-way.ts";

const MILLION = 2 ** 20;
const BLOCK = 2 ** 15;
const ROWS = MILLION + BLOCK;
const OF_SECOND = 33 * 64;

/** 40.95 a million times is just under 2^32 cents, after which another amount begins. */
const options = byVillage({
  ...withoutUplifts,
  "amounts.base.cases": {
    ald: { when: { ald: true }, amount: "40.95" },
    none: { when: { ald: false }, amount: "0.01" },
  },
});

/** Within the first 128 rows of each block, the physicians take turns. */
const isOfSecond = (row: number): boolean => row % BLOCK < 128 && row % 2 === 1;

table<(row: number) => boolean, object>(
  "more rows of a physician than one number holds, or one lane of a panel",
  [
    ["shuffled", isOfSecond],
    ["one physician after the other", (row: number) => row >= ROWS - OF_SECOND],
  ].map(([title, ofSecond]) => [
    title as string,
    ofSecond as (row: number) => boolean,
    {
      patients: [ROWS - OF_SECOND, OF_SECOND],
      base: [(ROWS - OF_SECOND) * 4095, OF_SECOND * 4095],
      c2s: [0, 0],
    },
  ]),
  (ofSecond) => {
    const columns = {
      physicianId: Uint8Array.from({ length: ROWS }, (_, row) => (ofSecond(row) ? 1 : 0)),
      age: new Uint8Array(ROWS).fill(40),
      ald: new Uint8Array(ROWS).fill(1),
      c2s: new Uint8Array(ROWS),
    };
    const given = { ...options, physicians: [{}, {}], match: "index" } as const;
    const { patients, componentCents } = computeColumns(columns, given);
    const kept = computePanels(panelsFromColumns(columns, given), options);
    expect({ ...kept.componentCents }).toEqual({ ...componentCents });
    const [base, c2s] = ["base", "c2s"].map((id) => componentCents[id] as Float64Array);
    return { patients: [...patients], base: [...(base ?? [])], c2s: [...(c2s ?? [])] };
  },
);

test("more rows of a physician than one number holds, of which every fourth row is refused", () => {
  const rows = Math.ceil(((MILLION + BLOCK) * 4) / 3);
  const kept = rows - Math.floor(rows / 4);
  const columns = {
    age: Uint8Array.from({ length: rows }, (_, row) => (row % 4 === 3 ? 200 : 40)),
    ald: new Uint8Array(rows).fill(1),
    c2s: new Uint8Array(rows),
  };
  const { patients, componentCents, rejected } = computeColumns(columns, { ...options, limit: 0 });
  expect([patients[0], rejected.rows]).toEqual([kept, rows - kept]);
  expect(componentCents["base"]?.[0]).toBe(kept * 4095);
});
