import fc from "fast-check";
import { expect, test } from "vitest";
import {
  computePhysicians,
  panelsFromColumns,
  computeColumns,
  computePanels,
  type PanelColumns,
  type Patient,
} from "../../src/index.ts";
import { times } from "../support/runs.ts";
import { columnsOf, patientOf, worlds, type Forms, type Row, type World } from "./worlds.ts";

/** Values that no row may have, and the same as a row has them. */
const faults: readonly (readonly [keyof Row, number])[] = [
  ["age", 130],
  ["age", 255],
  ["ald", 2],
  ["ald", 255],
  ["c2s", 4],
  ["seen", 2],
  ["physician", 99],
];

function faulty(row: Row, fault: number): Row {
  const [field, value] = faults[fault] ?? [];
  return field === undefined ? row : { ...row, [field]: value };
}

/** A row as an object, with what is wrong in it. */
function objectOf(row: Row, world: World): Patient {
  const { age, ald, c2s, seen } = row;
  const wrong = {
    ...(ald > 1 && { ald }),
    ...(c2s > 3 && { c2s }),
    ...(world.forms.seen === "seen" && seen > 1 && { seen }),
    ...(age > 129 && { age }),
  };
  return { ...patientOf(row, world), ...wrong } as unknown as Patient;
}

test("rows are refused for the reasons that the row path has, and the others are priced", () => {
  fc.assert(
    fc.property(
      worlds,
      fc.array(fc.nat(40), { minLength: 200, maxLength: 200 }),
      (world, draws) => {
        const forms: Forms = { ...world.forms, age: "age" };
        const rows = world.rows.map((row, i) => faulty(row, draws[i] as number));
        const spoilt = { ...world, forms };
        const options = { ...world.options, physicians: world.physicians, limit: 1000 };
        const byRows = computePhysicians(
          { physicians: world.physicians, patients: rows.map((row) => objectOf(row, spoilt)) },
          world.options,
        );
        const expected = byRows.rejected.map(({ kind, index, refusals }) => ({
          kind,
          index,
          codes: refusals.map(({ code }) => code),
        }));
        const byColumns = computeColumns(columnsOf(rows, spoilt), options);
        const panels = panelsFromColumns(columnsOf(rows, spoilt), options);
        for (const { listed, rows: count } of [byColumns.rejected, panels.rejected]) {
          expect(
            listed.map(({ kind, index, refusals }) => ({
              kind,
              index,
              codes: refusals.map(({ code }) => code),
            })),
          ).toEqual(expected);
          expect(count).toBe(expected.length);
        }
        const totals = byRows.statements.map(({ total }) => Math.round(Number(total) * 100));
        expect([...byColumns.totalCents]).toEqual(totals);
        expect([...computePanels(panels, world.options).totalCents]).toEqual(totals);
      },
    ),
    times(2),
  );
});

const good = { age: [40, 50], ald: [0, 1], c2s: [0, 3] };

test("refused rows are counted beyond those that are listed", () => {
  const age = new Uint8Array(1000).fill(200);
  const { rejected: rows } = computeColumns(
    { age, ald: new Uint8Array(1000), c2s: new Uint8Array(1000) },
    { year: 2026, limit: 3 },
  );
  expect(rows.byCode).toEqual({ AGE_INVALID: 1000 });
  expect(rows.listed.map(({ index }) => index)).toEqual([0, 1, 2]);
  expect(rows.listed[0]?.refusals[0]).toMatchObject({ path: "columns.age[0]", found: "200" });
});

test("a physician who is refused takes his rows with him", () => {
  const physicians = [{ id: "a" }, { id: "b", zone: "moon" as "ZIP" }];
  const { physicianIds: ids, rejected: rows } = computeColumns(
    { ...good, physicianId: ["b", "a"] },
    { year: 2026, physicians },
  );
  expect(ids).toEqual(["a"]);
  expect(rows.byCode).toEqual({ PHYSICIAN_REFUSED: 1 });
  expect(rows.listed.map(({ kind, index }) => [kind, index])).toEqual([
    ["physician", 1],
    ["patient", 0],
  ]);
});

function throwing(): never {
  throw new TypeError("a hostile value");
}

test("a row is listed without the name of a physician that is no name", () => {
  const { listed } = computeColumns(
    { ...good, physicianId: ["a", { toString: throwing }] } as PanelColumns,
    { year: 2026 },
  ).rejected;
  expect(listed).toEqual([
    { kind: "patient", index: 1, refusals: [expect.objectContaining({ code: "ID_INVALID" })] },
  ]);
});
