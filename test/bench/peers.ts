import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contest, medianOf, peakOf, type Contestant } from "./contest.ts";

const SCRIPTS = join(import.meta.dirname, "python");

/**
 * One pass over the same columns by other tools, in Python, each on one thread: the values are
 * checked, base amount, C2S and prevention are added up for each physician. Without facts of
 * physicians, so without uplifts. All must give the library's total of each physician.
 */
export async function comparePeers(rows: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bench-peers-"));
  try {
    const python = install(join(folder, "venv"));
    if (python === undefined) return;
    const ours = join(import.meta.dirname, "peers-ours.mjs");
    const others = ["numpy", "polars", "duckdb", "openfisca"].map((name): Contestant => ({
      name,
      command: [python, "-B", join(SCRIPTS, `by_${name}.py`), folder],
    }));
    const all = await contest(
      [{ name: "library", command: [process.execPath, ours, folder, `${rows}`] }, ...others],
      rounds,
    );

    const time = medianOf(all[0] as (typeof all)[number], "processor");
    print("one thread", "processor", "clock", "a row", "to ours", "peak memory");
    for (const one of all) {
      const [processor, wall] = [medianOf(one, "processor"), medianOf(one, "wall")];
      print(
        one.name,
        `${processor.toFixed(1)} ms`,
        `${wall.toFixed(1)} ms`,
        `${((processor * 1e6) / rows).toFixed(1)} ns`,
        (processor / time).toFixed(1),
        `${peakOf(one).toFixed(0)} MB`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Python with what it is compared with; undefined, and a message, where that cannot be had. */
function install(venv: string): string | undefined {
  const python = join(venv, "bin/python");
  const isMade = spawnSync("python3", ["-m", "venv", venv], { stdio: "ignore" }).status === 0;
  if (!isMade) {
    console.log("Skipped: numpy, polars, DuckDB and OpenFisca-Core need python3 with venv.");
    return undefined;
  }
  const requirements = join(SCRIPTS, "requirements.txt");
  const { status } = spawnSync(
    python,
    ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements],
    { stdio: "inherit" },
  );
  if (status !== 0) {
    console.log("Skipped: pip does not install test/bench/python/requirements.txt.");
    return undefined;
  }
  console.log(execFileSync(python, ["--version"], { encoding: "utf8" }).trim());
  return python;
}

function print(...cells: readonly string[]): void {
  console.log(
    cells
      .map((cell, i) => cell.padEnd(i === 0 ? 16 : 12))
      .join("")
      .trimEnd(),
  );
}
