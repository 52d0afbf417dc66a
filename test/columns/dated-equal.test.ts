import fc from "fast-check";
import { expect, test } from "vitest";
import {
  computeColumns,
  computePanels,
  computePhysicians,
  panelsFromColumns,
  type BatchResult,
  type ColumnarStatements,
  type PanelColumns,
  type Patient,
  type PanelStatements,
} from "../../src/index.ts";
import { times } from "../support/runs.ts";
import { columnsOf, patientOf, worlds, type Row, type World } from "./worlds.ts";
import { paysAdvances } from "../support/reference-day.ts";

const DATES = [
  "registeredFrom",
  "registeredUntil",
  "diedOn",
  "aldFrom",
  "aldUntil",
  "c2sFrom",
  "c2sUntil",
] as const;

/** Days after the reference day; undefined where there is no date. */
type Dates = Partial<Record<(typeof DATES)[number], number | undefined>>;
interface Dated {
  readonly row: Row;
  readonly dates: Dates;
}

/** A world whose patients may be born after the day, and of whom some facts are wrong. */
interface DatedWorld {
  readonly world: World;
  readonly all: readonly Dated[];
}

const offset = fc.option(fc.constantFrom(-800, -400, -1, 0, 1, 300, 800), {
  nil: undefined,
  freq: 2,
});
const dates = fc.record(Object.fromEntries(DATES.map((name) => [name, offset])));
const fault = fc.constantFrom<Partial<Row>>({}, {}, {}, {}, {}, { ald: 2 }, { c2s: 4 });

/** Schedules whose advances rest on the list of an earlier day are not among them. */
const datedWorlds: fc.Arbitrary<DatedWorld> = worlds
  .filter(({ options }) => !paysAdvances(String(options.schedule)))
  .chain((world) =>
    fc
      .array(fc.tuple(dates, fault, fc.nat(20)), {
        minLength: world.rows.length,
        maxLength: world.rows.length,
      })
      .map((drawn) => ({
        world: { ...world, forms: { ...world.forms, age: "birthYear" } } as World,
        all: world.rows.map((row, i): Dated => {
          const [told, wrong, unborn] = drawn[i] as [Dates, Partial<Row>, number];
          return { row: { ...row, ...wrong, ...(unborn === 0 && { age: -1 }) }, dates: told };
        }),
      })),
  );

const MILLISECONDS = 86_400_000;
const dayOf = ({ referenceYear }: World): number => Date.UTC(referenceYear, 11, 31) / MILLISECONDS;
const isoOf = (day: number): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);

function patientsOf({ world, all }: DatedWorld): Patient[] {
  return all.map(({ row, dates }) => ({
    ...patientOf(row, world),
    ...(row.ald > 1 && { ald: row.ald as unknown as boolean }),
    ...(row.c2s > 3 && { c2s: row.c2s as unknown as boolean }),
    ...Object.fromEntries(
      DATES.flatMap((name) => {
        const after = dates[name];
        return after === undefined ? [] : [[name, isoOf(dayOf(world) + after)]];
      }),
    ),
  }));
}

function datedColumnsOf({ world, all }: DatedWorld): PanelColumns {
  const day = dayOf(world);
  const columns = DATES.map((name) => [
    name,
    all.map(({ dates }) => (dates[name] === undefined ? null : day + dates[name])),
  ]);
  return {
    ...columnsOf(
      all.map(({ row }) => row),
      world,
    ),
    ...(Object.fromEntries(columns) as Partial<PanelColumns>),
  };
}

const cents = (euros: string | undefined): number => Math.round(Number(euros) * 100);

function ofRows({ statements, counts, rejected }: BatchResult): unknown {
  return {
    physicians: statements.map(({ physicianId }) => physicianId),
    patients: statements.map(({ patients }) => patients),
    total: statements.map(({ total }) => cents(total)),
    counts,
    rejected: rejected.map(({ index, refusals }) => [
      index,
      refusals.map(({ code }) => code).sort(),
    ]),
  };
}

function ofColumns(result: ColumnarStatements): unknown {
  return {
    physicians: result.physicianIds,
    patients: [...result.patients],
    total: [...result.totalCents],
    counts: result.counts,
    rejected: result.rejected.listed.map(({ index, refusals }) => [
      index,
      refusals.map(({ code }) => code).sort(),
    ]),
  };
}

function panelsOf(columns: PanelColumns, world: World): PanelStatements {
  const given = { ...world.options, physicians: world.physicians, limit: 1000 };
  return computePanels(panelsFromColumns(columns, given), world.options);
}

test("a dated list gives in columns what it gives in rows, counts and refusals included", () => {
  fc.assert(
    fc.property(datedWorlds, (dated) => {
      const { world } = dated;
      const { physicians, options } = world;
      const byRows = computePhysicians({ physicians, patients: patientsOf(dated) }, options);
      const columns = datedColumnsOf(dated);
      const panels = panelsOf(columns, world);
      expect(ofColumns(panels)).toEqual(ofRows(byRows));
      expect(ofColumns(computeColumns(columns, { ...options, physicians, limit: 1000 }))).toEqual(
        ofRows(byRows),
      );
      expect(physicians.map((_, i) => ({ ...panels.statement(i), warnings: undefined }))).toEqual(
        byRows.statements.map((statement) => ({ ...statement, warnings: undefined })),
      );
    }),
    times(4),
  );
});

test("leaving out a row is not giving it", () => {
  fc.assert(
    fc.property(datedWorlds, (dated) => {
      const { world, all } = dated;
      const { leftOut } = computePhysicians(
        { physicians: world.physicians, patients: patientsOf(dated) },
        world.options,
      );
      const isOut = new Set(leftOut.map(({ index }) => index));
      const kept = { world, all: all.filter((_, i) => !isOut.has(i)) };
      const [given, notGiven] = [dated, kept].map((one) => panelsOf(datedColumnsOf(one), world));
      expect([...(given as PanelStatements).totalCents]).toEqual([
        ...(notGiven as PanelStatements).totalCents,
      ]);
      expect(given?.counts).toMatchObject({ leftOut: isOut.size });
      expect(notGiven?.counts).toMatchObject({ leftOut: 0, read: kept.all.length });
    }),
    times(2),
  );
});

test("dating a fact that holds changes nothing", () => {
  fc.assert(
    fc.property(datedWorlds, ({ world }) => {
      const day = dayOf(world);
      const plain = columnsOf(world.rows, world);
      const always = {
        registeredFrom: world.rows.map(() => day),
        registeredUntil: world.rows.map(() => day),
        diedOn: world.rows.map(() => day + 1),
        aldFrom: world.rows.map(({ ald }) => (ald === 1 ? day : null)),
        c2sUntil: world.rows.map(({ c2s }) => (c2s > 0 ? day : null)),
      };
      const [undated, holding] = [plain, { ...plain, ...always }].map((columns) => {
        const { statement, ...columnar } = panelsOf(columns, world);
        return { ...columnar, statements: world.physicians.map((_, i) => statement(i)) };
      });
      expect(holding).toEqual(undated);
    }),
    times(2),
  );
});
