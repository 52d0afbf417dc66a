import { once } from "node:events";
import { createWriteStream, existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Physician } from "../../src/index.ts";
import { makeColumns, makePhysicians, type Columns } from "./list.ts";

/** Files of one list, of a thousand patients for each physician. */
export interface ListFiles {
  readonly rows: number;
  readonly physicians: string;
  readonly withIds: string;
  readonly withoutIds: string;
}

/** Writes a list into a folder, unless it is there. */
export async function listFiles(folder: string, rows: number): Promise<ListFiles> {
  const named = (what: string): string => join(folder, `${rows}-${what}.csv`);
  const files = {
    rows,
    physicians: named("physicians"),
    withIds: named("ids"),
    withoutIds: named("no-ids"),
  };
  if (existsSync(files.physicians)) return files;
  const count = Math.ceil(rows / 1000);
  const columns = makeColumns(rows, count);
  await writePatients(files.withIds, columns, true);
  await writePatients(files.withoutIds, columns, false);
  writePhysicians(files.physicians, makePhysicians(count));
  return files;
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
