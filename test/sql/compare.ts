import type { DuckDBConnection } from "@duckdb/node-api";
import {
  computePhysicians,
  computeShares,
  getSchedule,
  type ComputeOptions,
} from "../../src/index.ts";
import { toSql } from "../../src/sql/to-sql.ts";
import type { SqlCase } from "./cases.ts";
import { fillTables, rowsOf } from "./duck.ts";

/** The amounts that were compared, and those that differ. */
export interface Compared {
  readonly lists: number;
  readonly amounts: number;
  readonly differences: readonly string[];
}

/** What pays a list as a whole has no amounts of patients in SQL. */
const paysLists = ({ schedule }: SqlCase): boolean =>
  Object.values(getSchedule(schedule).amounts).some(({ per }) => per === "slab" || per === "point");

/** One case on DuckDB against the row path: every component of every physician, and of every patient. */
export async function compareCase(connection: DuckDBConnection, one: SqlCase): Promise<Compared> {
  await fillTables(connection, one.patients, one.physicians, one.columns);
  const options: ComputeOptions = {
    year: one.year,
    schedule: one.schedule,
    readings: one.readings,
    patch: one.patch,
  };
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
  const target = {
    dialect: "duckdb",
    columns: one.columns,
    ...(one.physicians && { physicians: "physicians" }),
  } as const;
  for (const { physicianId, ...rest } of await rowsOf(connection, toSql(target, options))) {
    for (const [name, value] of Object.entries(rest)) found.set(`${physicianId} ${name}`, value);
  }
  const ofPatients = paysLists(one)
    ? []
    : await rowsOf(connection, toSql({ ...target, grain: "patient" }, options));
  for (const { physicianId, id, ...rest } of ofPatients) {
    for (const [name, value] of Object.entries(rest))
      found.set(`${physicianId} ${id} ${name}`, value);
  }

  const about = `${one.schedule} ${one.year} ${JSON.stringify(one.readings)} ${JSON.stringify(one.patch)}`;
  const differences = [...new Set([...expected.keys(), ...found.keys()])].flatMap((key) =>
    expected.get(key) === found.get(key)
      ? []
      : [`${about}: ${key}: row path ${expected.get(key)}, SQL ${found.get(key)}`],
  );
  return { lists: statements.length, amounts: expected.size, differences };
}
