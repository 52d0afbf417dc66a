import { expect } from "vitest";
import {
  panelsFromColumns,
  computeColumns,
  computePanels,
  type ColumnarStatements,
  type ErrorCode,
  type PanelColumns,
  type Physician,
  type RejectedRows,
  type RejectedRow,
} from "../../src/index.ts";
import { table } from "../support/table.ts";
import { byVillage, withoutUplifts } from "./each-way.ts";

const ROWS = 43;
/** The first row, each of four that are read together, and the last, which is read alone. */
const PLACES = [0, 20, 21, 22, 23, ROWS - 1];

type Order = "grouped" | "shuffled";
const ORDERS: readonly Order[] = ["grouped", "shuffled"];

/** A village whose amounts one number does not hold. */
const options = byVillage({
  ...withoutUplifts,
  "amounts.base.cases": {
    ald: { when: { ald: true }, amount: "40.96" },
    none: { when: { ald: false }, amount: "0.01" },
  },
  "amounts.care.cases.hpv": {},
});
/** What a patient without ALD brings, with the C2S and one action. */
const EACH = 1 + 400 + 300;

/** Everybody is alike: physicians 0 and 1 take turns, or 0 has all. */
function columnsIn(order: Order): PanelColumns & { physicianId: Int32Array } {
  const bytes = (value: number): Uint8Array => new Uint8Array(ROWS).fill(value);
  return {
    physicianId: Int32Array.from({ length: ROWS }, (_, row) => (order === "grouped" ? 0 : row % 2)),
    age: bytes(40),
    ald: bytes(0),
    c2s: bytes(1),
    seen: bytes(1),
    prevention: bytes(1),
  };
}

function patientsOf({ listed }: RejectedRows): RejectedRow[] {
  return listed.filter(({ kind }) => kind === "patient");
}

function figuresOf({ patients, totalCents, rejected }: ColumnarStatements): unknown {
  return {
    patients: [...patients],
    total: [...totalCents],
    refused: rejected.rows,
    indexes: patientsOf(rejected).map(({ index }) => index),
  };
}

/** The patients of each of two physicians, but for one row. */
function without(refused: number, order: Order): number[] {
  const { physicianId } = columnsIn(order);
  return [0, 1].map((one) => physicianId.filter((of, row) => row !== refused && of === one).length);
}

/** Why one row is refused wherever it stands, in every way of reading; all others count, and are paid. */
function whyEverywhere(
  physicians: Physician[],
  match: "id" | "index",
  spoil: (columns: PanelColumns & { physicianId: Int32Array }, row: number) => PanelColumns,
): ErrorCode[] {
  const codes = new Set<ErrorCode>();
  for (const order of ORDERS) {
    for (const row of PLACES) {
      const columns = spoil(columnsIn(order), row);
      const given = { ...options, physicians, match };
      const patients = without(row, order);
      const expected = {
        patients,
        total: patients.map((count) => count * EACH),
        refused: 1,
        indexes: [row],
      };
      const inOnePass = computeColumns(columns, given);
      expect(figuresOf(inOnePass)).toStrictEqual(expected);
      expect(figuresOf(computePanels(panelsFromColumns(columns, given), options))).toStrictEqual(
        expected,
      );
      for (const { refusals } of patientsOf(inOnePass.rejected))
        for (const { code } of refusals) codes.add(code);
    }
  }
  return [...codes];
}

table<[column: "age" | "ald" | "c2s" | "seen" | "prevention", value: number], ErrorCode[]>(
  "a row is refused wherever it stands among four",
  [
    ["an age of 130", ["age", 130], ["AGE_INVALID"]],
    ["2 for an ALD", ["ald", 2], ["ALD_INVALID"]],
    ["a C2S of 4", ["c2s", 4], ["C2S_INVALID"]],
    ["2 for a seen", ["seen", 2], ["SEEN_INVALID"]],
    ["16 actions", ["prevention", 16], ["PREVENTION_INVALID"]],
  ],
  ([column, value]) =>
    whyEverywhere([{}, {}], "index", (columns, row) => {
      (columns[column] as Uint8Array)[row] = value;
      return columns;
    }),
);

const moon = { id: "moon", zone: "moon" } as unknown as Physician;

table<number, ErrorCode[]>(
  "a place that no physician has is refused wherever it stands among four",
  [
    ["the first that is free", 2, ["PHYSICIAN_UNKNOWN"]],
    ["one far after it", 1000, ["PHYSICIAN_UNKNOWN"]],
    ["one below 0", -1, ["PHYSICIAN_UNKNOWN"]],
    ["another below 0", -2, ["PHYSICIAN_UNKNOWN"]],
    ["one more below 0", -3, ["PHYSICIAN_UNKNOWN"]],
  ],
  (place) =>
    whyEverywhere([{}, {}], "index", (columns, row) => {
      columns.physicianId[row] = place;
      return columns;
    }),
);

table<unknown, ErrorCode[]>(
  "a name that no physician has is refused wherever it stands among four",
  [
    ["of nobody", "c", ["PHYSICIAN_UNKNOWN"]],
    ["of a refused one", "moon", ["PHYSICIAN_REFUSED"]],
    ["none", null, ["PHYSICIAN_MISSING"]],
    ["no text", true, ["ID_INVALID"]],
  ],
  (name) =>
    whyEverywhere([{ id: "a" }, { id: "b" }, moon], "id", ({ physicianId, ...columns }, row) => {
      const names: unknown[] = Array.from(physicianId, (one) => ["a", "b"][one]);
      names[row] = name;
      return { ...columns, physicianId: names };
    }),
);

table<number, ErrorCode[]>(
  "places are told from those of refused physicians, wherever these stand among four",
  [
    ["the place of a refused physician", 0, ["PHYSICIAN_REFUSED"]],
    ["a place that nobody has", 3, ["PHYSICIAN_UNKNOWN"]],
  ],
  (place) =>
    whyEverywhere([moon, {}, {}], "index", (columns, row) => {
      const physicianId = columns.physicianId.map((one) => one + 1);
      physicianId[row] = place;
      return { ...columns, physicianId };
    }),
);
