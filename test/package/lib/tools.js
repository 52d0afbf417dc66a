import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { here } from "./paths.js";
import { run } from "./run.js";

/** Installs this folder's tools, unless they are already those of the lock file. */
export async function installTools() {
  const installed = join(here, "node_modules", ".package-lock.json");
  const wanted = join(here, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: here });
}
