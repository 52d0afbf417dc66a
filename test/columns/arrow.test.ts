import {
  Bool,
  Dictionary,
  Int16,
  Int32,
  Int64,
  makeVector,
  RecordBatch,
  Table,
  Uint8,
  Utf8,
  Vector,
  vectorFromArray,
} from "apache-arrow";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  panelsFromColumns,
  computeColumns,
  computePanels,
  type ColumnarStatements,
  type PanelColumns,
} from "../../src/index.ts";
import { times } from "../support/runs.ts";
import { columnsOf, grouped, worlds, type Row, type World } from "./worlds.ts";

/** The same list as Arrow vectors: texts or a dictionary for physicians, bits for booleans, long integers. */
function arrowOf(
  rows: readonly Row[],
  { forms, referenceYear }: World,
  names: Utf8 | Dictionary,
): PanelColumns {
  const typed = columnsOf(rows, { forms, referenceYear });
  return {
    ...typed,
    physicianId: vectorFromArray(
      rows.map(({ physician }) => `dr-${physician}`),
      names,
    ),
    ald: vectorFromArray(
      rows.map(({ ald }) => ald === 1),
      new Bool(),
    ),
    c2s: vectorFromArray(
      rows.map(({ c2s }) => BigInt(c2s)),
      new Int64(),
    ),
    ...(forms.age === "birthYear"
      ? {
          birthYear: vectorFromArray(
            rows.map(({ age }) => referenceYear - age),
            new Int16(),
          ),
        }
      : {
          age: vectorFromArray(
            rows.map(({ age }) => age),
            new Int32(),
          ),
        }),
    ...(forms.seen === "seen" && {
      seen: vectorFromArray(
        rows.map(({ seen }) => seen === 1),
        new Bool(),
      ),
    }),
  };
}

const plain = ({
  physicianIds,
  patients,
  totalCents,
  componentCents,
}: ColumnarStatements): unknown => ({
  physicianIds,
  patients,
  totalCents,
  componentCents,
});

/** Cuts a vector in pieces, as a table of several record batches has it. */
function inPieces(vector: Vector, at: readonly number[]): Vector {
  const edges = [0, ...at.filter((edge) => edge < vector.length), vector.length].sort(
    (a, b) => a - b,
  );
  return new Vector(
    edges
      .slice(1)
      .map((end, i) => vector.slice(edges[i] as number, end).data[0])
      .filter((piece) => piece !== undefined),
  );
}

test.each([
  ["texts", () => new Utf8()],
  ["a dictionary", () => new Dictionary(new Utf8(), new Int32())],
])("Arrow vectors give what typed arrays give; physicians as %s", (_, names) => {
  fc.assert(
    fc.property(
      worlds,
      fc.array(fc.nat(200), { maxLength: 4 }),
      fc.boolean(),
      (world, cuts, inOrder) => {
        const rows = inOrder ? grouped(world.rows) : world.rows;
        if (rows.length === 0) return;
        const expected = plain(
          computeColumns(columnsOf(rows, world), {
            ...world.options,
            physicians: world.physicians,
          }),
        );
        const vectors = arrowOf(rows, world, names());
        const cut = Object.fromEntries(
          Object.entries(vectors).map(([name, column]) => [
            name,
            column instanceof Vector ? inPieces(column, cuts) : column,
          ]),
        ) as unknown as PanelColumns;
        for (const columns of [vectors, cut]) {
          const options = { ...world.options, physicians: world.physicians };
          expect(plain(computeColumns(columns, options))).toEqual(expected);
          expect(plain(computePanels(panelsFromColumns(columns, options), world.options))).toEqual(
            expected,
          );
        }
      },
    ),
    times(1),
  );
});

test("a null in a vector is refused", () => {
  const columns = {
    age: vectorFromArray([40, null, 50], new Uint8()),
    ald: vectorFromArray([true, true, null], new Bool()),
    c2s: makeVector(new Uint8Array(3)),
  };
  expect(computeColumns(columns, { year: 2026 }).rejected.byCode).toEqual({
    AGE_MISSING: 1,
    ALD_MISSING: 1,
  });
});

test("a physician who is null in a dictionary is refused", () => {
  const columns = {
    physicianId: vectorFromArray(["a", null, "a"], new Dictionary(new Utf8(), new Int32())),
    age: [40, 41, 42],
    ald: [0, 0, 0],
    c2s: [0, 0, 0],
  };
  const { patients, rejected } = computeColumns(columns, { year: 2026 });
  expect([...patients]).toEqual([2]);
  expect(rejected.byCode).toEqual({ PHYSICIAN_MISSING: 1 });
});

test("columns of a table with several record batches", () => {
  const batch = (ages: number[]): RecordBatch =>
    new Table({ age: makeVector(Uint8Array.from(ages)) }).batches[0] as RecordBatch;
  const age = new Table([batch([40, 82]), batch([5])]).getChild("age") as Vector;
  expect([
    ...computeColumns({ age, ald: [0, 1, 0], c2s: [0, 0, 0] }, { year: 2026 }).totalCents,
  ]).toEqual([(5 + 100 + 15) * 100]);
});

test("true in a column of C2S is a C2S whose kind is not told, not the free one", () => {
  const panels = panelsFromColumns(
    { age: [40], ald: [0], c2s: vectorFromArray([true], new Bool()) },
    { year: 2025 },
  );
  expect([...computePanels(panels, { year: 2025 }).totalCents]).toEqual([500 + 45]);
  expect(() => computePanels(panels, { year: 2025, readings: { "precarity-of": "free" } })).toThrow(
    "C2S_KIND_MISSING",
  );
});
