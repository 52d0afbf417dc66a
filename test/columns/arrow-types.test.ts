import {
  Dictionary,
  Float16,
  Float32,
  Float64,
  Int16,
  Int32,
  Int64,
  LargeUtf8,
  Null,
  Uint32,
  Utf8,
  vectorFromArray,
  type Vector,
} from "apache-arrow";
import { expect } from "vitest";
import { panelsFromColumns, computeColumns, type PanelColumns } from "../../src/index.ts";
import { withoutMessage, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

/** Patients of each physician, and why rows are refused; both ways of reading columns must say the same. */
function told(
  columns: object,
): readonly [patients: Record<string, number>, refused: Record<number, Why[]>] {
  const list = { age: [40, 82, 5], ald: [0, 0, 0], c2s: [0, 0, 0], ...columns } as PanelColumns;
  const { physicianIds, patients, rejected } = computeColumns(list, { year: 2026 });
  const panels = panelsFromColumns(list, { year: 2026 });
  expect([panels.physicianIds, panels.patients, panels.rejected]).toEqual([
    physicianIds,
    patients,
    rejected,
  ]);
  const why = rejected.listed.map(({ index, refusals }) => [index, refusals.map(withoutMessage)]);
  return [
    Object.fromEntries(physicianIds.map((id, i) => [id, patients[i]])),
    Object.fromEntries(why),
  ];
}

/** Euros of a list whose ages, which are paid for in different ways, stand in a vector. */
function euros(age: unknown): number {
  const columns = { age, ald: [0, 0, 0], c2s: [0, 0, 0] } as PanelColumns;
  return (computeColumns(columns, { year: 2026 }).totalCents[0] as number) / 100;
}

const ages = [40, 82, 5];

/** A vector in two pieces of a type that is not known, as another library may have it. */
function ofAnotherType(values: readonly unknown[]): object {
  const piece = { type: { typeId: 99 }, offset: 0, nullCount: 0, values: [] };
  return {
    length: 3,
    data: [
      { ...piece, length: 1 },
      { ...piece, length: 2 },
    ],
    get: (row: number) => values[row],
  };
}

/** A vector that says nothing of how it is laid out. */
function bare(values: readonly unknown[]): object {
  return { length: 3, get: (row: number) => values[row] };
}

table<unknown, number>(
  "ages of 40, 82 and 5 are paid for, whatever the type of their vector",
  [
    ["Int16", vectorFromArray(ages, new Int16()), 5 + 55 + 15],
    ["Int64", vectorFromArray(ages.map(BigInt), new Int64()), 5 + 55 + 15],
    ["Uint32", vectorFromArray(ages, new Uint32()), 5 + 55 + 15],
    ["Float16", vectorFromArray(ages, new Float16()), 5 + 55 + 15],
    ["Float32", vectorFromArray(ages, new Float32()), 5 + 55 + 15],
    ["Float64", vectorFromArray(ages, new Float64()), 5 + 55 + 15],
    [
      "a dictionary of numbers",
      vectorFromArray(ages, new Dictionary(new Int16(), new Int32())),
      5 + 55 + 15,
    ],
    ["one that is not known", ofAnotherType(ages), 5 + 55 + 15],
    ["one that is not known, of long numbers", ofAnotherType(ages.map(BigInt)), 5 + 55 + 15],
    ["none", bare(ages), 5 + 55 + 15],
  ],
  euros,
);

const anAge = ["un entier de 0 à 129", "a whole number from 0 to 129"] as const;
const aPhysician = ["l'identifiant d'un médecin", "the identifier of a physician"] as const;
const texts = (...names: (string | null)[]): Vector => vectorFromArray(names, new Utf8());

table<object, readonly [Record<string, number>, Record<number, Why[]>]>(
  "a vector holds what it says",
  [
    [
      "long texts",
      { physicianId: vectorFromArray(["a", "b", "a"], new LargeUtf8()) },
      [{ a: 2, b: 1 }, {}],
    ],
    [
      "long numbers",
      { physicianId: vectorFromArray([7n, 8n, 7n], new Int64()) },
      [{ 7: 2, 8: 1 }, {}],
    ],
    [
      "numbers above 2^31",
      { physicianId: vectorFromArray([4e9, 3e9, 4e9], new Uint32()) },
      [{ 4000000000: 2, 3000000000: 1 }, {}],
    ],
    [
      "numbers above 2^31 beside a null",
      { physicianId: vectorFromArray([4e9, 3e9, null], new Uint32()) },
      [
        { 4000000000: 1, 3000000000: 1 },
        { 2: [why("PHYSICIAN_MISSING", "columns.physicianId[2]", "null", ...aPhysician)] },
      ],
    ],
    [
      "a dictionary of long numbers",
      { physicianId: vectorFromArray([7n, 8n, 7n], new Dictionary(new Int64(), new Int32())) },
      [{ 7: 2, 8: 1 }, {}],
    ],
    [
      "names of a type that is not known",
      { physicianId: ofAnotherType(["a", "b", "a"]) },
      [{ a: 2, b: 1 }, {}],
    ],
    ["names of no type", { physicianId: bare(["a", "b", "a"]) }, [{ a: 2, b: 1 }, {}]],
    [
      "an age that is text",
      { age: texts("40", "8", "5") },
      [
        { null: 0 },
        Object.fromEntries(
          ["40", "8", "5"].map((found, row) => [
            row,
            [why("AGE_INVALID", `columns.age[${row}]`, `"${found}"`, ...anAge)],
          ]),
        ),
      ],
    ],
    [
      "an age in a dictionary of texts",
      { age: vectorFromArray(["1", "1", "1"], new Dictionary(new Utf8(), new Int32())) },
      [
        { null: 0 },
        Object.fromEntries(
          [0, 1, 2].map((row) => [
            row,
            [why("AGE_INVALID", `columns.age[${row}]`, '"1"', ...anAge)],
          ]),
        ),
      ],
    ],
    [
      "an age that is null for all",
      { age: vectorFromArray([null, null, null], new Null()) },
      [
        { null: 0 },
        Object.fromEntries(
          [0, 1, 2].map((row) => [
            row,
            [why("AGE_MISSING", `columns.age[${row}]`, "null", ...anAge)],
          ]),
        ),
      ],
    ],
    [
      "half years in half floats",
      { age: vectorFromArray([40, 82.5, 5], new Float16()) },
      [{ null: 2 }, { 1: [why("AGE_INVALID", "columns.age[1]", "82.5", ...anAge)] }],
    ],
  ],
  told,
);
