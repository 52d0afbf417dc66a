import type { DuckDBConnection } from "@duckdb/node-api";
import {
  computePhysicians,
  computeShares,
  getSchedule,
  toSql,
  type ComputeOptions,
  type SqlDialect,
} from "../../src/index.ts";
import { caseTables } from "./case-tables.ts";
import type { SqlCase } from "./cases.ts";
import { amountsOf } from "./duck.ts";

/** The amounts that were compared, and those that differ. */
export interface Compared {
  readonly lists: number;
  readonly amounts: number;
  readonly differences: readonly string[];
}

type Rows = readonly Readonly<Record<string, string | null>>[];

/** What pays a list as a whole has no amounts of patients in SQL. */
const paysLists = ({ schedule }: SqlCase): boolean =>
  Object.values(getSchedule(schedule).amounts).some(({ per }) => per === "slab" || per === "point");

const optionsOf = ({ year, schedule, readings, patch }: SqlCase): ComputeOptions => ({
  year,
  schedule,
  readings,
  patch,
});

/** The queries of a case: by physician, and by patient if they have amounts. */
export function queriesOf(one: SqlCase, dialect: SqlDialect): string[] {
  const target = {
    dialect,
    columns: one.columns,
    ...(one.physicians && { physicians: "physicians" }),
  } as const;
  const options = optionsOf(one);
  const byPhysician = toSql(target, options);
  return paysLists(one)
    ? [byPhysician]
    : [byPhysician, toSql({ ...target, grain: "patient" }, options)];
}

/** One case on DuckDB against the row path: every component of every physician, and of every patient. */
export async function compareCase(connection: DuckDBConnection, one: SqlCase): Promise<Compared> {
  for (const [table, rows] of Object.entries(caseTables(one, "duckdb")))
    await connection.run(`CREATE OR REPLACE TABLE ${table} AS ${rows}`);
  const found: Rows[] = [];
  for (const query of queriesOf(one, "duckdb")) found.push(await amountsOf(connection, query));
  return compared(one, found);
}

/** The rows that the queries of a case give against the row path. */
export function compared(one: SqlCase, rows: readonly Rows[]): Compared {
  const options = optionsOf(one);
  const { statements, rejected } = computePhysicians(
    { patients: one.patients, ...(one.physicians && { physicians: one.physicians }) },
    options,
  );
  if (rejected.length > 0)
    throw new Error(`a generated row is refused: ${JSON.stringify(rejected[0])}`);

  const expected = new Map<string, string>();
  for (const { physicianId, patients, components, total } of statements) {
    // Without a table of physicians, SQL knows those of the list only.
    if (patients === 0 && !one.physicians) continue;
    expected.set(`${physicianId} patients`, String(patients));
    for (const [id, amount] of Object.entries({ ...components, total }))
      expected.set(`${physicianId} ${id}`, amount);
    const physicianRow = one.physicians?.find(({ id }) => id === physicianId) ?? {
      id: physicianId as string,
    };
    const list = one.patients.filter((row) => row.physicianId === physicianId);
    if (paysLists(one)) continue;
    for (const share of computeShares({ physician: physicianRow, patients: list }, options)
      .shares) {
      for (const [id, amount] of Object.entries({ ...share.components, total: share.total }))
        expected.set(`${physicianId} ${share.id} ${id}`, amount);
    }
  }

  const found = new Map<string, string | null>();
  for (const { physicianId, id, ...rest } of rows.flat()) {
    const who = id === undefined ? physicianId : `${physicianId} ${id}`;
    for (const [name, value] of Object.entries(rest)) found.set(`${who} ${name}`, value);
  }

  const about = `${one.schedule} ${one.year} ${JSON.stringify(one.readings)} ${JSON.stringify(one.patch)}`;
  const differences = [...new Set([...expected.keys(), ...found.keys()])].flatMap((key) =>
    expected.get(key) === found.get(key)
      ? []
      : [`${about}: ${key}: row path ${expected.get(key)}, SQL ${found.get(key)}`],
  );
  return { lists: statements.length, amounts: expected.size, differences };
}
