import fc from "fast-check";
import { expect, test } from "vitest";
import { computePhysicians, panelsFromColumns, priceColumns, statements, type PanelColumns, type Patient } from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { times } from "../support/runs.ts";
import { columnsOf, patientOf, worlds, type Forms, type Row, type World } from "./worlds.ts";

/** Values that no row may have, and the same as a row has them. */
const faults: readonly (readonly [keyof Row, number])[] = [["age", 130], ["age", 255], ["ald", 2], ["ald", 255], ["c2s", 4], ["seen", 2], ["physician", 99]];

function faulty(row: Row, fault: number): Row {
  const [field, value] = faults[fault] ?? [];
  return field === undefined ? row : { ...row, [field]: value };
}

/** A row as an object, with what is wrong in it. */
function objectOf(row: Row, world: World): Patient {
  const { age, ald, c2s, seen } = row;
  const wrong = { ...(ald > 1 && { ald }), ...(c2s > 3 && { c2s }), ...(world.forms.seen === "seen" && seen > 1 && { seen }), ...(age > 129 && { age }) };
  return { ...patientOf(row, world), ...wrong } as unknown as Patient;
}

test("rows are refused for the reasons that the row path has, and the others are priced", () => {
  fc.assert(
    fc.property(worlds, fc.array(fc.nat(40), { minLength: 200, maxLength: 200 }), (world, draws) => {
      const forms: Forms = { ...world.forms, age: "age" };
      const rows = world.rows.map((row, i) => faulty(row, draws[i] as number));
      const spoilt = { ...world, forms };
      const options = { ...world.options, physicians: world.physicians, limit: 1000 };
      const byRows = computePhysicians({ physicians: world.physicians, patients: rows.map((row) => objectOf(row, spoilt)) }, world.options);
      const expected = byRows.rejected.map(({ kind, index, refusals }) => ({ kind, index, codes: refusals.map(({ code }) => code) }));
      const byColumns = priceColumns(columnsOf(rows, spoilt), options);
      const panels = panelsFromColumns(columnsOf(rows, spoilt), options);
      for (const { listed, rows: count } of [byColumns.refused, panels.refused]) {
        expect(listed.map(({ kind, index, refusals }) => ({ kind, index, codes: refusals.map(({ code }) => code) }))).toEqual(expected);
        expect(count).toBe(expected.length);
      }
      const totals = byRows.statements.map(({ total }) => Math.round(Number(total) * 100));
      expect([...byColumns.total]).toEqual(totals);
      expect([...statements(panels, world.options).total]).toEqual(totals);
    }),
    times(2),
  );
}, 60_000);

const good = { age: [40, 50], ald: [0, 1], c2s: [0, 3] };
const codesOf = (columns: object, options: object = {}): unknown => priceColumns({ ...good, ...columns } as PanelColumns, { year: 2026, ...options }).refused.byCode;

test.each([
  ["a null is refused, never guessed", { age: [40, null] }, { AGE_MISSING: 1 }],
  ["nothing where there should be a number", { ald: [undefined, 1] }, { ALD_MISSING: 1 }],
  ["NaN is no age", { age: Float64Array.of(40, Number.NaN) }, { AGE_INVALID: 1 }],
  ["half a year is no age", { age: Float64Array.of(40, 40.5) }, { AGE_INVALID: 1 }],
  ["an age below 0", { age: Int8Array.of(-128, -1) }, { AGE_INVALID: 2 }],
  ["a long age", { age: BigInt64Array.of(40n, 2n ** 40n) }, { AGE_INVALID: 1 }],
  ["a birth after the reference day", { age: undefined, birthYear: [2026, 1985] }, { BORN_AFTER_REFERENCE: 1 }],
  ["a birth too long ago", { age: undefined, birthYear: [1895, 1896] }, { AGE_INVALID: 1 }],
  ["a birth year that is a text", { age: undefined, birthYear: ["x", 1985] }, { DATE_INVALID: 1 }],
  ["years below 0", { yearsSinceSeen: [-1, 3] }, { SEEN_INVALID: 1 }],
  ["a seen that is missing", { seen: [true, null] }, { SEEN_MISSING: 1 }],
  ["more than 15 actions", { prevention: [16, 15] }, { PREVENTION_INVALID: 1 }],
  ["a null count of actions", { prevention: [null, 15] }, { PREVENTION_INVALID: 1 }],
  ["a bit for no indicator", { prevention: { mask: [4, 3], indicators: ["flu", "hpv"] } }, { PREVENTION_INVALID: 1 }],
  ["a flag that is none", { prevention: { flu: [0, 2] } }, { PREVENTION_INVALID: 1 }],
  ["a physician who is missing", { physician: ["a", null] }, { PHYSICIAN_MISSING: 1 }],
  ["a physician who is no name", { physician: ["a", {}] }, { ID_INVALID: 1 }],
  ["several reasons in one row", { age: [40, 130], ald: [0, 2] }, { AGE_INVALID: 1, ALD_INVALID: 1 }],
])("%s", (_, columns, codes) => expect(codesOf(columns)).toEqual(codes));

test("a C2S whose kind is not told is refused where the reading asks for it", () => {
  const options = { year: 2025, readings: { "precarity-of": "free" } };
  expect(codesOf({}, options)).toEqual({ C2S_KIND_MISSING: 1 });
  expect(codesOf({ c2s: [false, true] }, options)).toEqual({ C2S_KIND_MISSING: 1 });
});

test("refused rows are counted beyond those that are listed", () => {
  const age = new Uint8Array(1000).fill(200);
  const { refused: rows } = priceColumns({ age, ald: new Uint8Array(1000), c2s: new Uint8Array(1000) }, { year: 2026, limit: 3 });
  expect(rows.byCode).toEqual({ AGE_INVALID: 1000 });
  expect(rows.listed.map(({ index }) => index)).toEqual([0, 1, 2]);
  expect(rows.listed[0]?.refusals[0]).toMatchObject({ path: "columns.age[0]", found: "200" });
});

test("a physician who is refused takes his rows with him", () => {
  const physicians = [{ id: "a" }, { id: "b", zone: "moon" as "ZIP" }];
  const { physicians: ids, refused: rows } = priceColumns({ ...good, physician: ["b", "a"] }, { year: 2026, physicians });
  expect(ids).toEqual(["a"]);
  expect(rows.byCode).toEqual({ PHYSICIAN_REFUSED: 1 });
  expect(rows.listed.map(({ kind, index }) => [kind, index])).toEqual([["physician", 1], ["patient", 0]]);
});

function throwing(): never {
  throw new TypeError("a hostile value");
}

/** A vector of two 32-bit integers, as Arrow lays it out, which says something that is not so. */
function ofArrow(lie: object): object {
  return { length: 2, data: [{ type: { typeId: 2 }, length: 2, offset: 0, nullCount: 0, values: Int32Array.of(0, 1), ...lie }], get: () => 0 };
}

test.each([
  ["columns of two lengths", { ald: [0] }, "COLUMN_INVALID"],
  ["no age", { age: undefined }, "COLUMN_INVALID"],
  ["two ages", { birthYear: [1980, 1981] }, "COLUMN_INVALID"],
  ["a column that is none", { ald: 3 }, "COLUMN_INVALID"],
  ["a column that is not known", { agee: [1, 2] }, "COLUMN_INVALID"],
  ["an indicator that is not known", { prevention: { yoga: [0, 1] } }, "PREVENTION_UNKNOWN"],
  ["an indicator without a name", { prevention: { mask: [0, 1], indicators: [{}] } }, "PREVENTION_INVALID"],
  ["prevention that is neither a column nor columns", { prevention: null }, "COLUMN_INVALID"],
  ["a column that throws when it is read", { ald: { length: 2, get: throwing } }, "COLUMN_INVALID"],
  ["an Arrow vector with fewer values than rows", { ald: ofArrow({ values: Int32Array.of(0) }) }, "COLUMN_INVALID"],
  ["an Arrow vector with fewer null bits than rows", { ald: ofArrow({ nullCount: 1, nullBitmap: new Uint8Array() }) }, "COLUMN_INVALID"],
  ["an Arrow vector whose values are no typed array", { ald: ofArrow({ values: { 0: 0, 1: 1, length: 2 } }) }, "COLUMN_INVALID"],
  ["an Arrow vector below its first row", { ald: ofArrow({ offset: -1, nullCount: 1, nullBitmap: new Uint8Array(1) }) }, "COLUMN_INVALID"],
])("%s: the list is refused", (_, columns, code) => expect(refused(() => codesOf(columns)).code).toBe(code));

test.each([
  ["physicians that are no list", { physicians: "" }, "physicians"],
  ["a limit that is no number of rows", { limit: 1.5 }, "options.limit"],
  ["a limit below zero", { limit: -1 }, "options.limit"],
])("%s: the options are refused", (_, options, path) => expect(refused(() => codesOf({}, options))).toMatchObject({ code: "INPUT_INVALID", path }));

test("a row is listed without the name of a physician that is no name", () => {
  const { listed } = priceColumns({ ...good, physician: ["a", { toString: throwing }] } as PanelColumns, { year: 2026 }).refused;
  expect(listed).toEqual([{ kind: "patient", index: 1, refusals: [expect.objectContaining({ code: "ID_INVALID" })] }]);
});
