/** Writes dist/THIRD-PARTY-LICENCES.txt: each package whose code is bundled in dist, and its licence. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTimePackages } from "./run-time-packages.js";

const root = join(import.meta.dirname, "..");

const licences = [...(await runTimePackages())].sort().map((id) => {
  const folder = join(root, "node_modules", id.slice(0, id.lastIndexOf("@")));
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.\w+)?$/i.test(name));
  if (file === undefined) throw new Error(`${id} has no file of its licence`);
  return `${id}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
});

const rule = `\n${"-".repeat(80)}\n\n`;
const title = "Files of this folder contain code of these packages, under these licences.\n";
writeFileSync(join(root, "dist", "THIRD-PARTY-LICENCES.txt"), [title, ...licences].join(rule));
