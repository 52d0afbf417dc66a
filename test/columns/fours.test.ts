import { expect } from "vitest";
import {
  panelsFromColumns,
  computeColumns,
  type ErrorCode,
  type PanelColumns,
} from "../../src/index.ts";
import { table } from "../support/table.ts";

/** Eleven patients of one physician, whose rows are read four by four; a row of a test gives the sixth of them a value. */
const SIXTH = 5;
const ELEVEN = 11;

interface Sixth {
  readonly column: keyof PanelColumns;
  readonly value: number;
  readonly options?: object;
}

/** Why the sixth row is refused, if it is; both ways of reading columns must say the same. */
function refusedSixth({ column, value, options = {} }: Sixth): Partial<Record<ErrorCode, number>> {
  const bytes = (): Uint8Array => new Uint8Array(ELEVEN);
  const columns = {
    age: bytes().fill(40),
    ald: bytes(),
    c2s: bytes(),
    [column]: bytes().fill(value, SIXTH, SIXTH + 1),
  };
  const { rejected, patients } = computeColumns(columns, { year: 2026, ...options });
  expect(panelsFromColumns(columns, { year: 2026, ...options }).rejected).toEqual(rejected);
  expect(rejected.listed.map(({ index }) => index)).toEqual(rejected.rows === 0 ? [] : [SIXTH]);
  expect([...patients]).toEqual([ELEVEN - rejected.rows]);
  return rejected.byCode;
}

const free = { year: 2025, readings: { "precarity-of": "free" } };

table<Sixth, Partial<Record<ErrorCode, number>>>(
  "the last value that is allowed, and the one after it",
  [
    ["age 129", { column: "age", value: 129 }, {}],
    ["age 130", { column: "age", value: 130 }, { AGE_INVALID: 1 }],
    ["ALD 1", { column: "ald", value: 1 }, {}],
    ["ALD 2", { column: "ald", value: 2 }, { ALD_INVALID: 1 }],
    ["C2S 3", { column: "c2s", value: 3 }, {}],
    ["C2S 4", { column: "c2s", value: 4 }, { C2S_INVALID: 1 }],
    ["C2S 2 where its kind is asked for", { column: "c2s", value: 2, options: free }, {}],
    [
      "C2S 3 where its kind is asked for",
      { column: "c2s", value: 3, options: free },
      { C2S_KIND_MISSING: 1 },
    ],
    ["seen 1", { column: "seen", value: 1 }, {}],
    ["seen 2", { column: "seen", value: 2 }, { SEEN_INVALID: 1 }],
    ["years since a visit 255", { column: "yearsSinceSeen", value: 255 }, {}],
    ["actions 15", { column: "prevention", value: 15 }, {}],
    ["actions 16", { column: "prevention", value: 16 }, { PREVENTION_INVALID: 1 }],
  ],
  refusedSixth,
);
