/**
 * All that docs/performance.md compares in memory, in one run:
 * `npm run bench:full [-- [--old COMMIT] [ROWS [ROUNDS [PANELS]]]]`. It needs git with the older
 * commit, python3, and `npm ci --prefix test/bench` once. An older commit or a Python that is not
 * there is skipped, with a message.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildOld } from "./old-build.ts";
import { comparePatches } from "./patches.ts";
import { comparePeers } from "./peers.ts";

const { values, positionals } = parseArgs({
  options: { old: { type: "string", default: "d6fd5db" } },
  allowPositionals: true,
});
const [rows = 10_000_000, rounds = 9, panels = 50_000] = positionals.map(Number);

title("Beside the kernel by hand and scripts");
bench(`${rows}`, `${rounds}`);

const folder = mkdtempSync(join(tmpdir(), "bench-old-"));
try {
  title(`Beside the build of ${values.old}`);
  const old = buildOld(values.old, folder);
  if (old !== undefined) {
    bench("--against", old, `${rows}`, `${rounds}`);
    title(`1,000 patches over ${panels} panels`);
    await comparePatches(old, panels);
  }
} finally {
  rmSync(folder, { recursive: true });
}

title(`One pass over ${rows} rows, beside tools in Python`);
await comparePeers(rows, rounds);

/** `npm run bench` in a process of its own, which leaves nothing behind for the next measure. */
function bench(...args: readonly string[]): void {
  execFileSync(process.execPath, [join(import.meta.dirname, "run.mjs"), ...args], {
    stdio: "inherit",
  });
}

function title(text: string): void {
  console.log(`\n== ${text} (load ${loadavg()[0]?.toFixed(1)})\n`);
}
