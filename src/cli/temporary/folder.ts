import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeAtEnd } from "./at-end.ts";
import { PREFIX, REMOVED, type Entry } from "./names.ts";
import { sweepTempFolders } from "./sweep.ts";

export interface TempFolder {
  readonly at: (entry: Entry) => string;
  readonly remove: () => void;
}

/**
 * Creates a folder that only its user can read, and that is removed when the process ends if not
 * before.
 */
export function openTempFolder(): TempFolder {
  void sweepTempFolders();
  let path: string | undefined;
  const removeFolder = (): void => {
    if (path !== undefined) removeWhole(path);
  };
  const cancel = removeAtEnd(removeFolder);
  try {
    path = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  } catch (error) {
    cancel();
    throw error;
  }
  const created = path;
  return {
    at: (entry) => join(created, entry),
    remove: () => {
      removeFolder();
      cancel();
    },
  };
}

/**
 * Renames the folder before removing it, so that a thread that is still writing cannot create files
 * in it.
 */
function removeWhole(path: string): void {
  let last = path;
  try {
    renameSync(path, `${path}${REMOVED}`);
    last = `${path}${REMOVED}`;
  } catch {
    // The folder is gone already, or Windows does not rename one in use.
  }
  rmSync(last, { recursive: true, force: true, maxRetries: 3 });
}
