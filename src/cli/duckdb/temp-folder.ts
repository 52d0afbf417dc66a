import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of our own, which is removed when it is asked for, or else when the process ends. */
export function openTempFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "forfait-mt-"));
  const removeFolder = (): void => rmSync(path, { recursive: true, force: true });
  process.once("exit", removeFolder);
  const remove = (): void => {
    removeFolder();
    process.off("exit", removeFolder);
  };
  return { path, remove };
}
