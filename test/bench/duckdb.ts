/**
 * The DuckDB engine against DuckDB merely reading the file, and our SQL over a table of DuckDB, on two threads.
 * `node --import tsx test/bench/duckdb.ts [ROWS [PHYSICIANS [ROUNDS]]]`
 */
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { nodeIo } from "../../src/cli/node-io.ts";
import { run } from "../../src/cli/run.ts";
import { toSql, type Physician } from "../../src/index.ts";
import { makeColumns, makePhysicians, YEAR, type Columns } from "./list.ts";
import { median } from "./measure.ts";

/** Milliseconds, medians: on the clock, and of the processor over all threads. */
export interface Time {
  readonly clock: number;
  readonly processor: number;
}

export interface DuckdbTimes {
  /** `COUNT(*)` and the sum of the lengths of every column of the file. */
  readonly read: Time;
  /** The engine, from the same file to the totals of each physician. */
  readonly engine: Time;
  /** The same of a file that has ids of patients, which must not come twice. */
  readonly readWithIds: Time;
  readonly engineWithIds: Time;
  /** Our SQL over a table of DuckDB that is in memory. */
  readonly sql: Time;
}

const THREADS = 2;

/** Times mean something only where the machine does little else: the clock counts what other programs take, the processor does not. */
export async function timeDuckdb(
  rows: number,
  count: number,
  rounds: number,
): Promise<DuckdbTimes> {
  const folder = mkdtempSync(join(tmpdir(), "bench-duckdb-"));
  const files = {
    plain: join(folder, "plain.csv"),
    withIds: join(folder, "ids.csv"),
    physicians: join(folder, "physicians.csv"),
  };
  const physicians = makePhysicians(count);
  try {
    const columns = makeColumns(rows, count);
    await writeCsv(files.plain, columns, false);
    await writeCsv(files.withIds, columns, true);
    writePhysicians(files.physicians, physicians);
    const connection = await (
      await DuckDBInstance.create(":memory:", { threads: String(THREADS) })
    ).connect();
    await fillTables(connection, files.plain, physicians);
    const sql = toSql(
      { dialect: "duckdb", physicians: "physicians" },
      { schedule: "fr.fmt.2026", year: YEAR },
    );
    return await medians(
      {
        read: () => merelyRead(connection, files.plain),
        engine: () => engine(files.plain, files.physicians),
        readWithIds: () => merelyRead(connection, files.withIds),
        engineWithIds: () => engine(files.withIds, files.physicians),
        sql: () => connection.run(`CREATE OR REPLACE TABLE result AS ${sql}`),
      },
      rounds,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writeCsv(path: string, columns: Columns, withIds: boolean): Promise<void> {
  const file = createWriteStream(path);
  const names = [
    "physicianId",
    ...(withIds ? ["id"] : []),
    "age",
    "ald",
    "c2s",
    "seen",
    "prevention",
  ];
  let text = `${names.join()}\n`;
  for (let i = 0; i < columns.age.length; i++) {
    const flag = (column: Uint8Array): boolean => column[i] === 1;
    const c2s = ["false", "free", "contributory"][columns.c2s[i] as number];
    text += `${columns.physicianId[i]},${withIds ? `p${i},` : ""}${columns.age[i]},${flag(columns.ald)},${c2s},${flag(columns.seen)},${columns.prevention[i]}\n`;
    if (text.length < 1 << 20) continue;
    if (!file.write(text)) await once(file, "drain");
    text = "";
  }
  file.end(text);
  await once(file, "close");
}

function writePhysicians(path: string, physicians: readonly Physician[]): void {
  const lines = physicians.map(({ id, zone, birthDate, firstInstallation, sector }) =>
    [id, zone, birthDate, firstInstallation, sector].join(),
  );
  writeFileSync(path, ["id,zone,birthDate,firstInstallation,sector", ...lines].join("\n"));
}

async function fillTables(
  connection: DuckDBConnection,
  csv: string,
  physicians: readonly Physician[],
): Promise<void> {
  const types =
    "{physicianId: 'VARCHAR', age: 'UTINYINT', ald: 'BOOLEAN', c2s: 'VARCHAR', seen: 'BOOLEAN', prevention: 'UTINYINT'}";
  await connection.run(
    `CREATE TABLE panel AS SELECT * REPLACE (REPLACE(c2s, 'false', 'none') AS c2s) FROM read_csv('${csv}', columns = ${types})`,
  );
  await connection.run(
    'CREATE TABLE physicians (id VARCHAR, zone VARCHAR, "birthDate" VARCHAR, "firstInstallation" VARCHAR, sector VARCHAR, contract BOOLEAN, "activeFrom" VARCHAR, "activeUntil" VARCHAR)',
  );
  const values = physicians.map(
    ({ id, zone, birthDate, firstInstallation, sector }) =>
      `('${id}', '${zone}', '${birthDate}', '${firstInstallation}', '${sector}', NULL, NULL, NULL)`,
  );
  await connection.run(`INSERT INTO physicians VALUES ${values.join()}`);
}

async function merelyRead(connection: DuckDBConnection, file: string): Promise<void> {
  const source = `read_csv('${file}', all_varchar = true)`;
  const names = (await connection.run(`SELECT * FROM ${source} LIMIT 0`)).columnNames();
  await connection.run(
    `SELECT COUNT(*), ${names.map((name) => `SUM(LENGTH("${name}"))`).join()} FROM ${source}`,
  );
}

async function engine(list: string, physicians: string): Promise<void> {
  const quiet = { write: () => {}, isTerminal: false };
  const argv = ["compute", list, "--physicians", physicians, "--year", String(YEAR)];
  const code = await run([...argv, "--engine", "duckdb"], { ...nodeIo(), err: quiet });
  if (code > 0) throw new Error(`exit code ${code}`);
}

async function medians<Name extends string>(
  subjects: Readonly<Record<Name, () => Promise<unknown>>>,
  rounds: number,
): Promise<Record<Name, Time>> {
  const names = Object.keys(subjects) as Name[];
  const times = Object.fromEntries(
    names.map((name) => [name, { clock: [], processor: [] }]),
  ) as unknown as Record<Name, { clock: number[]; processor: number[] }>;
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const [clock, processor] = [performance.now(), process.cpuUsage()];
      await subjects[name]();
      const { user, system } = process.cpuUsage(processor);
      if (round < 0) continue;
      times[name].clock.push(performance.now() - clock);
      times[name].processor.push((user + system) / 1000);
    }
  }
  return Object.fromEntries(
    names.map((name) => [
      name,
      { clock: median(times[name].clock), processor: median(times[name].processor) },
    ]),
  ) as Record<Name, Time>;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [rows = 10_000_000, count = 10_000, rounds = 5] = process.argv.slice(2).map(Number);
  const times = await timeDuckdb(rows, count, rounds);
  console.log(
    `${rows} patients, ${count} physicians, ${THREADS} threads, medians of ${rounds} interleaved rounds (ms: clock, processor)`,
  );
  for (const [name, { clock, processor }] of Object.entries(times))
    console.log(
      `${name.padEnd(14)} ${clock.toFixed(0).padStart(7)} ${processor.toFixed(0).padStart(7)}`,
    );
  const ratio = (a: Time, b: Time): string =>
    `${(a.clock / b.clock).toFixed(2)} by the clock, ${(a.processor / b.processor).toFixed(2)} of the processor`;
  console.log(
    `engine / reading            ${ratio(times.engine, times.read)} (wanted: 1.3 at most)`,
  );
  console.log(`engine / reading, with ids  ${ratio(times.engineWithIds, times.readWithIds)}`);
}
