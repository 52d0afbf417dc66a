import { Dictionary, Int32, Utf8, Vector, vectorFromArray } from "apache-arrow";
import { expect } from "vitest";
import { panelsFromColumns, computeColumns, type Column, type ErrorCode } from "../../src/index.ts";
import { table } from "../support/table.ts";

/** Whom a list names, how many patients each has, and why others have nobody; both ways of reading columns must say the same. */
interface Named {
  readonly ids: readonly (string | null)[];
  readonly patients: readonly number[];
  readonly refused: Partial<Record<ErrorCode, number>>;
}

function named(given: unknown): Named {
  const physician = given as Column;
  const rows = physician.length;
  const columns = {
    physicianId: physician,
    age: new Uint8Array(rows).fill(40),
    ald: new Uint8Array(rows),
    c2s: new Uint8Array(rows),
  };
  const { physicianIds, patients, rejected } = computeColumns(columns, { year: 2026 });
  const panels = panelsFromColumns(columns, { year: 2026 });
  expect([panels.physicianIds, panels.patients, panels.rejected]).toEqual([
    physicianIds,
    patients,
    rejected,
  ]);
  return { ids: physicianIds, patients: [...patients], refused: rejected.byCode };
}

const missing = { PHYSICIAN_MISSING: 1 };
const pieces = (...all: Vector[]): Vector => new Vector(all.flatMap(({ data }) => data));

/** Codes of a dictionary that stands for itself, in two pieces; it has no word for another code than 0 and 1. */
function coded(dictionary: object | null): object {
  const piece = { type: { typeId: -1 }, length: 2, offset: 0, nullCount: 0, dictionary };
  return {
    length: 4,
    data: [
      { ...piece, values: Int32Array.of(0, 1) },
      { ...piece, values: Int32Array.of(1, 1) },
    ],
    get: () => undefined,
  };
}

function wordOf(code: number): string {
  return ["a", "b"][code] ?? outside(code);
}

function outside(code: number): never {
  throw new RangeError(`no word for ${code}`);
}

table<unknown, Named>(
  "a physician is named by a text or a number",
  [
    [
      "in an array, of which a hole names nobody",
      ["a", undefined, "b", "a"],
      { ids: ["a", "b"], patients: [2, 1], refused: missing },
    ],
    [
      "a number is the same name as its text",
      [12, "12", "a"],
      { ids: ["12", "a"], patients: [2, 1], refused: {} },
    ],
    [
      "in pieces, of which one has nulls",
      pieces(vectorFromArray(["a", "b"], new Utf8()), vectorFromArray([null, "b"], new Utf8())),
      { ids: ["a", "b"], patients: [1, 2], refused: missing },
    ],
    [
      "in pieces of a dictionary",
      vectorFromArray(["a", null, "a"], new Dictionary(new Utf8(), new Int32())),
      { ids: ["a"], patients: [2], refused: missing },
    ],
    [
      "in a dictionary that is asked for no code but those of its rows",
      coded({ get: wordOf }),
      { ids: ["a", "b"], patients: [1, 3], refused: {} },
    ],
    [
      "in a dictionary without a word for a code",
      coded({ get: (code: number) => ["a"][code] }),
      { ids: ["a"], patients: [1], refused: { PHYSICIAN_MISSING: 3 } },
    ],
    [
      "not by codes without a dictionary",
      coded(null),
      { ids: [], patients: [], refused: { PHYSICIAN_MISSING: 4 } },
    ],
  ],
  named,
);
