import { expect, test } from "vitest";
import { panelsFromColumns, computeColumns, type PanelColumns } from "../../../src/index.ts";
import { isColumn } from "../../../src/panel/columns/vector.ts";
import { refused, why, withoutMessage, type Why } from "../../support/refused.ts";
import { table } from "../../support/table.ts";

const good = { age: [40, 50], ald: [0, 1], c2s: [0, 3] };

/** Why a list is refused for its columns; both ways of reading them must say the same. */
function whyColumns(columns: object): Why {
  const list = { ...good, ...columns } as PanelColumns;
  const reason = refused(() => computeColumns(list, { year: 2026 }));
  expect(refused(() => panelsFromColumns(list, { year: 2026 }))).toEqual(reason);
  return reason;
}

const wholes = { type: { typeId: 2 }, offset: 0, nullCount: 0 };
const aColumn = [
  "un tableau typé, ou un vecteur Arrow",
  "a typed array, or an Arrow vector",
] as const;
const indicators =
  "flu, covid, pneumococcus, mmr, meningococcus, hpv, breast, cervix, colorectal, glycaemia, ckd, hba1c, exam-9m, exam-24m, dental";

table<object, Why>(
  "what is no column is refused",
  [
    [
      "a vector whose second piece has fewer values than rows",
      {
        ald: {
          length: 2,
          data: [
            { ...wholes, length: 1, values: Int32Array.of(0) },
            { ...wholes, length: 1, values: new Int32Array() },
          ],
          get: () => 0,
        },
      },
      why("COLUMN_INVALID", "columns.ald", "{length, data, get}", ...aColumn),
    ],
    [
      "an indicator that is not there",
      { prevention: { flu: undefined } },
      why("COLUMN_INVALID", "columns.prevention.flu", "undefined", ...aColumn),
    ],
    [
      "an indicator whose name is that of a method",
      { prevention: { get: () => 0 } },
      why("PREVENTION_UNKNOWN", "columns.prevention", '"get"', indicators),
    ],
  ],
  whyColumns,
);

table<unknown, boolean>(
  "a column is",
  [
    ["an array", [], true],
    ["a typed array", new Float32Array(), true],
    ["what has a length and gives values", { length: 0, get: () => 0 }, true],
    ["not what has a length alone", { length: 0 }, false],
    ["not what gives values alone", { get: () => 0 }, false],
    [
      "not a function, though it has a length and gives values",
      Object.assign(() => 0, { get: () => 0 }),
      false,
    ],
    [
      "not a view of bytes without a type",
      Object.assign(new DataView(new ArrayBuffer(2)), { length: 2, get: () => 0 }),
      false,
    ],
    ["not text", "ab", false],
    ["not null", null, false],
    ["not nothing", undefined, false],
  ],
  isColumn,
);

test("bits fill their bytes to the last", () => {
  const ald = {
    length: 2,
    data: [
      {
        type: { typeId: 6 },
        length: 2,
        offset: 6,
        nullCount: 1,
        nullBitmap: Uint8Array.of(0b1100_0000),
        values: Uint8Array.of(0b1000_0000),
      },
    ],
    get: () => 0,
  };
  expect([...computeColumns({ ...good, c2s: [0, 0], ald }, { year: 2026 }).totalCents]).toEqual([
    (5 + 55) * 100,
  ]);
});

const given = ["un des médecins donnés", "one of the physicians that were given"] as const;
const missing = ["l'identifiant d'un médecin", "the identifier of a physician"] as const;
const text = {
  type: { typeId: 5 },
  length: 2,
  offset: 0,
  nullCount: 0,
  values: new TextEncoder().encode("bab"),
  valueOffsets: Int32Array.of(1, 2, 3),
};
const dictionary = {
  ...wholes,
  type: { typeId: -1 },
  length: 2,
  values: Int32Array.of(0, 1),
  dictionary: { get: (code: number) => ["a", "b"][code] },
};
const ofData = (...data: readonly object[]): object => ({ length: 2, data, get: () => 0 });

table<unknown, unknown>(
  "a refused row names its physician as the column has him",
  [
    [
      "in texts",
      ofData(text),
      {
        index: 1,
        physicianId: "b",
        refusals: [why("PHYSICIAN_UNKNOWN", "columns.physicianId[1]", '"b"', ...given)],
      },
    ],
    [
      "in a dictionary",
      ofData(dictionary),
      {
        index: 1,
        physicianId: "b",
        refusals: [why("PHYSICIAN_UNKNOWN", "columns.physicianId[1]", '"b"', ...given)],
      },
    ],
    [
      "in a text that is empty",
      ofData({ ...text, valueOffsets: Int32Array.of(1, 2, 2) }),
      {
        index: 1,
        physicianId: "",
        refusals: [why("PHYSICIAN_MISSING", "columns.physicianId[1]", '""', ...missing)],
      },
    ],
  ],
  (physician) => {
    const list = { ...good, c2s: [0, 0], physicianId: physician } as PanelColumns;
    const { listed } = computeColumns(list, { year: 2026, physicians: [{ id: "a" }] }).rejected;
    expect(
      panelsFromColumns(list, { year: 2026, physicians: [{ id: "a" }] }).rejected.listed,
    ).toEqual(listed);
    return listed.map(({ index, physicianId, refusals }) => ({
      index,
      physicianId,
      refusals: refusals.map(withoutMessage),
    }))[0];
  },
);
