import { once } from "node:events";
import { createWriteStream, existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Physician } from "../../src/index.ts";
import { makeColumns, makePhysicians, type Columns } from "./list.ts";

/** Files of one list, of a thousand patients for each physician. */
export interface ListFiles {
  readonly rows: number;
  readonly physicians: string;
  readonly withIds: string;
  readonly withoutIds: string;
  /** The same two lists in Parquet, typed. */
  readonly typedWithIds: string;
  readonly typedWithoutIds: string;
}

/** Writes a list into a folder, unless it is there. */
export async function listFiles(folder: string, rows: number): Promise<ListFiles> {
  const named = (what: string, kind = "csv"): string => join(folder, `${rows}-${what}.${kind}`);
  const files = {
    rows,
    physicians: named("physicians"),
    withIds: named("ids"),
    withoutIds: named("no-ids"),
    typedWithIds: named("ids", "parquet"),
    typedWithoutIds: named("no-ids", "parquet"),
  };
  if (!existsSync(files.physicians)) await writeLists(files);
  if (!existsSync(files.typedWithoutIds)) {
    await writeParquet(files.withIds, files.typedWithIds, true);
    await writeParquet(files.withoutIds, files.typedWithoutIds, false);
  }
  return files;
}

async function writeLists({ rows, physicians, withIds, withoutIds }: ListFiles): Promise<void> {
  const count = Math.ceil(rows / 1000);
  const columns = makeColumns(rows, count);
  await writePatients(withIds, columns, true);
  await writePatients(withoutIds, columns, false);
  writePhysicians(physicians, makePhysicians(count));
}

/** Has DuckDB write a list as Parquet, with the types that a database gives such columns. */
async function writeParquet(csv: string, parquet: string, withIds: boolean): Promise<void> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const columns = Object.entries({
    physicianId: "VARCHAR",
    ...(withIds && { id: "VARCHAR" }),
    age: "UTINYINT",
    ald: "BOOLEAN",
    c2s: "VARCHAR",
    seen: "BOOLEAN",
    prevention: "UTINYINT",
  }).map(([name, type]) => `'${name}': '${type}'`);
  const [from, to] = [csv, parquet].map((path) => `'${path.replaceAll("'", "''")}'`);
  await connection.run(
    `COPY (SELECT * FROM read_csv(${from}, header = true, columns = { ${columns.join()} })) ` +
      `TO ${to} (FORMAT parquet)`,
  );
}

async function writePatients(path: string, columns: Columns, withIds: boolean): Promise<void> {
  const file = createWriteStream(path);
  let text = `physicianId,${withIds ? "id," : ""}age,ald,c2s,seen,prevention\n`;
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

/** Written last, under its name once it is whole: it says that the others are there. */
function writePhysicians(path: string, physicians: readonly Physician[]): void {
  const lines = physicians.map(({ id, zone, birthDate, firstInstallation, sector }) =>
    [id, zone, birthDate, firstInstallation, sector].join(),
  );
  const part = `${path}.part`;
  writeFileSync(part, ["id,zone,birthDate,firstInstallation,sector", ...lines, ""].join("\n"));
  renameSync(part, path);
}
