import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Duckdb } from "../../src/cli/duckdb/duckdb.ts";
import { readFiles } from "../../src/cli/input/batch.ts";
import { nodeIo } from "../../src/cli/node-io.ts";
import { MOST_INDICATORS, OLDEST } from "../../src/facts.ts";
import {
  applyPatch,
  computeColumns,
  computePanels,
  computePhysicians,
  getSchedule,
  panelsFromColumns,
  panelsFromCounts,
  toSql,
  type Panels,
  type Patient,
  type Schedule,
} from "../../src/index.ts";
import { compile } from "../../src/statement/compile.ts";
import { csvAsParquet } from "../road/typed.ts";
import { refused } from "../support/refused.ts";
import { fillTables, openDuck, rowsOf } from "./duck.ts";

const folder = mkdtempSync(join(tmpdir(), "limits-"));
afterAll(() => rmSync(folder, { recursive: true }));

const io = nodeIo();
const connection = await openDuck();
const fmt = getSchedule("fr.fmt.2026");
const year = 2026;
const adult = { age: 40, ald: false, c2s: false };

/** Eight patients, each of a physician of their own; the sixth is another. */
function eight(sixth: Partial<Patient>): Patient[] {
  return Array.from({ length: 8 }, (_, i) => ({
    ...adult,
    ...(i === 5 && sixth),
    physicianId: `m${i}`,
    id: `p${i}`,
  }));
}

/** How many of some patients each road refuses. */
async function refusedBy(
  patients: readonly Patient[],
  schedule: Schedule,
): Promise<Record<string, number>> {
  const options = { schedule, year };
  const bytes = (value: (patient: Patient) => unknown): Uint8Array =>
    Uint8Array.from(patients, (patient) => Number(value(patient)));
  const columns = {
    age: bytes(({ age }) => age),
    ald: bytes(({ ald }) => ald),
    c2s: bytes(({ c2s }) => c2s),
    prevention: bytes(({ prevention }) => prevention ?? 0),
  };
  const { age, ...others } = columns;
  const births = { ...others, birthYear: Int16Array.from(age, (one) => year - 1 - one) };
  const longer = {
    ...columns,
    age: Float64Array.from(age),
    prevention: Int32Array.from(columns.prevention),
  };

  await fillTables(connection, patients, undefined, {});
  const sql = await rowsOf(
    connection,
    toSql({ dialect: "duckdb", columns: { seen: null } }, options),
  );
  return {
    rows: computePhysicians({ patients }, options).rejected.length,
    columns: computeColumns(columns, options).rejected.rows,
    "columns of births": computeColumns(births, options).rejected.rows,
    "columns of other types": computeColumns(longer, options).rejected.rows,
    panels: panelsFromColumns(columns, options).rejected.rows,
    "panels of births": panelsFromColumns(births, options).rejected.rows,
    sql: sql.filter(({ total }) => total === null).length,
    duckdb: await refusedByDuckdb(patients, schedule),
  };
}

async function refusedByDuckdb(patients: readonly Patient[], schedule: Schedule): Promise<number> {
  const cells = ["physicianId", "id", "age", "ald", "c2s", "prevention"] as const;
  const cell = (value: unknown): unknown => (Array.isArray(value) ? value.join(" ") : value);
  const lines = patients.map((patient) => cells.map((name) => cell(patient[name])).join(","));
  const list = await csvAsParquet(
    join(folder, "list.parquet"),
    [cells.join(","), ...lines, ""].join("\n"),
  );
  const engine = new Duckdb();
  const { counts } = await readFiles(io, compile(schedule), { year }, { list, map: {}, engine });
  await engine.close();
  return counts.rejected;
}

const everyRoad = (count: number): Record<string, number> => ({
  rows: count,
  columns: count,
  "columns of births": count,
  "columns of other types": count,
  panels: count,
  "panels of births": count,
  sql: count,
  duckdb: count,
});

test("every road accepts the oldest age, and refuses the next one", async () => {
  expect(await refusedBy(eight({ age: OLDEST }), fmt)).toEqual(everyRoad(0));
  expect(await refusedBy(eight({ age: OLDEST + 1 }), fmt)).toEqual(everyRoad(1));
  const counted = (age: number): Panels => panelsFromCounts([{ ...adult, age, n: 1 }], { year });
  expect([...counted(OLDEST).patients]).toEqual([1]);
  expect(refused(() => counted(OLDEST + 1)).code).toBe("BAND_INVALID");
});

const paid = Object.keys(fmt.amounts["prevention"]?.cases ?? {});
const another = { fr: "un autre", en: "another", source: "AVIS-28-29" };
const fewer = applyPatch(fmt, { "prevention.flu": null });
const more = applyPatch(fmt, { "prevention.another": another });

test.each<[string, Schedule, number]>([
  ["the FMT", fmt, 15],
  ["the FMT without an indicator", fewer, 14],
  ["the FMT with one more", more, 16],
  ["a schedule that pays any indicator", getSchedule("fr.proposal.2024-02-08"), MOST_INDICATORS],
])("every road accepts as many actions as indicators are paid: %s", async (_, schedule, most) => {
  expect(await refusedBy(eight({ prevention: most }), schedule)).toEqual(everyRoad(0));
  expect(await refusedBy(eight({ prevention: most + 1 }), schedule)).toEqual(everyRoad(1));
});

test("a list of every indicator is accepted, however many the schedule pays", async () => {
  const all = eight({ prevention: [...paid, "another"] });
  expect(computePhysicians({ patients: all }, { schedule: more, year }).rejected).toEqual([]);
  expect(await refusedByDuckdb(all, more)).toBe(0);
});

test("panels are refused by a schedule that pays fewer indicators than one patient has actions", () => {
  const columns = (most: number): Record<"age" | "ald" | "c2s" | "prevention", Uint8Array> => ({
    age: new Uint8Array(9).fill(40),
    ald: new Uint8Array(9),
    c2s: new Uint8Array(9),
    prevention: Uint8Array.of(0, 3, 1, 0, 0, most, 2, 0, 8),
  });
  const any = { schedule: "fr.proposal.2024-02-08", year };
  const panels = panelsFromColumns(columns(15), any);
  expect(computePanels(panels, { year }).totalCents[0]).toBe((9 * 5 + 29 * 5) * 100);
  const overfull = panelsFromColumns(columns(16), any);
  expect(computePanels(overfull, any).patients[0]).toBe(9);
  expect(refused(() => computePanels(overfull, { year }))).toMatchObject({
    code: "PREVENTION_INVALID",
    path: "columns.prevention",
    found: "16",
    allowed: { en: "a whole number from 0 to 15" },
  });
  expect(computePanels(overfull, { schedule: more, year }).totalCents[0]).toBe(
    (9 * 5 + 30 * 5) * 100,
  );
});
