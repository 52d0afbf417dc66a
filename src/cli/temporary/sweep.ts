import { promises } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENTRIES, PREFIX, REMOVED } from "./names.ts";

const NAME = new RegExp(`^${PREFIX}(?:(\\d+)-)?[A-Za-z0-9]{6}(?:${REMOVED})?$`);
/** Version 0.1.0 let DuckDB spill into the folder itself. */
const SPILLED = /^duckdb_temp_/;
const DAY = 24 * 60 * 60 * 1000;

/** Removes the folders that killed processes of the same user left behind more than a day ago. */
export async function sweepTempFolders(): Promise<void> {
  const folder = tmpdir();
  for (const name of await promises.readdir(folder).catch(() => [])) {
    const match = NAME.exec(name);
    if (match) await sweep(join(folder, name), match[1]).catch(() => {});
  }
}

async function sweep(path: string, pid: string | undefined): Promise<void> {
  const stats = await promises.lstat(path);
  const isOwn = stats.isDirectory() && stats.uid === (process.getuid?.() ?? stats.uid);
  const isOld = Date.now() - stats.mtimeMs > DAY;
  if (!isOwn || !isOld || (pid !== undefined && isAnotherProcess(Number(pid)))) return;
  const entries = await promises.readdir(path);
  if (entries.every(isKnown)) await promises.rm(path, { recursive: true, force: true });
}

/** A folder that contains anything else may be the user's. */
function isKnown(entry: string): boolean {
  return (ENTRIES as readonly string[]).includes(entry) || SPILLED.test(entry);
}

function isAnotherProcess(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
