import fc from "fast-check";
import { expect, test } from "vitest";
import {
  computePhysician,
  computePhysicians,
  panelsFromColumns,
  computeColumns,
  computePanels,
  type ColumnarStatements,
  type Statement,
} from "../../src/index.ts";
import { times } from "../support/runs.ts";
import { asFromColumns } from "../support/statements.ts";
import { columnsOf, grouped, patientOf, worlds, worldsOfLists, type World } from "./worlds.ts";

/** The row path equals the oracle to the cent (`npm run test:oracle`); what equals the row path equals the oracle. */

function byRows(world: World): Statement[] {
  return world.physicians.map((physician, i) => {
    const patients = world.rows
      .filter((row) => row.physician === i)
      .map((row) => patientOf(row, world));
    return computePhysician({ physician, patients }, world.options);
  });
}

const cents = (euros: string | undefined): number => Math.round(Number(euros) * 100);

/** The amounts of statements, in columns. */
function columnsOfStatements(all: readonly Statement[]): unknown {
  const components = Object.keys(all[0]?.components ?? {});
  return {
    physicians: all.map(({ physicianId }) => physicianId),
    patients: all.map(({ patients }) => patients),
    components: Object.fromEntries(
      components.map((id) => [id, all.map((one) => cents(one.components[id]))]),
    ),
    total: all.map(({ total }) => cents(total)),
  };
}

function plain({
  physicianIds,
  patients,
  componentCents,
  totalCents,
}: ColumnarStatements): unknown {
  return {
    physicians: physicianIds,
    patients: [...patients],
    components: Object.fromEntries(
      Object.entries(componentCents).map(([id, amounts]) => [id, [...amounts]]),
    ),
    total: [...totalCents],
  };
}

test("columns give what rows give: every component, in one pass and from panels, grouped and shuffled", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const expected = columnsOfStatements(byRows(world));
      for (const rows of [world.rows, grouped(world.rows)]) {
        const options = { ...world.options, physicians: world.physicians };
        const columns = columnsOf(rows, world);
        const inOnePass = computeColumns(columns, options);
        expect(plain(inOnePass)).toEqual(expected);
        expect(inOnePass.rejected).toEqual({ rows: 0, byCode: {}, listed: [] });
        expect(plain(computePanels(panelsFromColumns(columns, options), world.options))).toEqual(
          expected,
        );
      }
    }),
    times(6),
  );
});

test("a statement on demand is the statement of the rows, to the last notice", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const panels = panelsFromColumns(columnsOf(world.rows, world), {
        ...world.options,
        physicians: world.physicians,
      });
      const { statement } = computePanels(panels, world.options);
      expect(world.physicians.map((_, i) => statement(i))).toEqual(
        byRows(world).map(asFromColumns),
      );
    }),
    times(6),
  );
});

test("physicians whom the list alone names are those whom rows name", () => {
  fc.assert(
    fc.property(worldsOfLists, (world) => {
      const { statements: byName } = computePhysicians(
        { patients: world.rows.map((row) => patientOf(row, world)) },
        world.options,
      );
      const columns = columnsOf(world.rows, world);
      const panels = computePanels(panelsFromColumns(columns, world.options), world.options);
      expect(byName.map((_, i) => panels.statement(i))).toEqual(byName.map(asFromColumns));
      for (const all of [computeColumns(columns, world.options), panels]) {
        expect([all.physicianIds, [...all.totalCents]]).toEqual([
          byName.map(({ physicianId }) => physicianId),
          byName.map(({ total }) => cents(total)),
        ]);
      }
    }),
    times(3),
  );
});

test("physicians by their place in the array are the physicians by id", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const columns = {
        ...columnsOf(world.rows, world),
        physicianId: Uint32Array.from(world.rows, ({ physician }) => physician),
      };
      const options = { ...world.options, physicians: world.physicians, match: "index" } as const;
      expect(plain(computeColumns(columns, options))).toEqual(columnsOfStatements(byRows(world)));
    }),
    times(1),
  );
});

test("sums are of every physician", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { sums, totalCents, componentCents } = computeColumns(columnsOf(world.rows, world), {
        ...world.options,
        physicians: world.physicians,
      });
      const sum = (amounts: Float64Array): number => amounts.reduce((a, b) => a + b, 0);
      expect(sums.totalCents).toBe(sum(totalCents));
      expect(sums.componentCents).toEqual(
        Object.fromEntries(
          Object.entries(componentCents).map(([id, amounts]) => [id, sum(amounts)]),
        ),
      );
    }),
    times(1),
  );
});
