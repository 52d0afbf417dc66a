import { join } from "node:path";
import { openBuild, type Build } from "./build.ts";
import { makeColumns, makePatients, makePhysicians, YEAR } from "./list.ts";
import { timePairs } from "./measure.ts";

/** What is timed; every call has a number of its own. */
type Measures = Readonly<Record<string, (call: number) => unknown>>;

const OURS = join(import.meta.dirname, "../../dist");
const OF_ROWS = 1_000_000;

/**
 * Times two builds in turns in one process. For each measure it prints old / new of the rounds,
 * which is above 1 where the new build is faster.
 * @param dist folder of the old build
 */
export async function compareBuilds(dist: string, rows: number, rounds: number): Promise<void> {
  const lists = makeLists(rows);
  const old = measuresOf(await openBuild(dist), lists);
  const now = measuresOf(await openBuild(OURS), lists);

  console.log(`old: ${dist}; processor time; old / new, of each round\n`);
  print("measure", "median", "lowest", "highest", "old", "new");
  for (const [name, measure] of Object.entries(now)) {
    const before = old[name] as (call: number) => unknown;
    checkEqual(name, before(0), measure(0));
    const pairs = timePairs(before, measure, rounds);
    const { median, lowest, highest } = pairs.ratio;
    print(
      name,
      ...[median, lowest, highest].map((ratio) => ratio.toFixed(3)),
      ...[pairs.first, pairs.second].map((time) => `${time.median.toFixed(1)} ms`),
    );
  }
}

interface Lists {
  readonly physicians: ReturnType<typeof makePhysicians>;
  readonly grouped: ReturnType<typeof makeColumns>;
  readonly shuffled: ReturnType<typeof makeColumns>;
  readonly batch: Parameters<Build["rows"]>[0];
}

function makeLists(rows: number): Lists {
  const physicians = makePhysicians(Math.max(1, rows / 1000));
  const grouped = makeColumns(rows, physicians.length);
  const count = Math.min(rows, OF_ROWS);
  const ofRows = physicians.slice(0, Math.ceil(count / 1000));
  return {
    physicians,
    grouped,
    shuffled: makeColumns(rows, physicians.length, true),
    batch: { physicians: ofRows, patients: makePatients(grouped, count) },
  };
}

function measuresOf(build: Build, { physicians, grouped, shuffled, batch }: Lists): Measures {
  const options = { year: YEAR, physicians, match: "index" } as const;
  const fpmt = { year: YEAR - 1, schedule: "fr.fpmt.2024" } as const;
  const proposal = { year: YEAR, schedule: "fr.proposal.2024-02-08" } as const;
  const panels = build.panels(grouped, options);
  return {
    "grouped, one pass": () => build.columns(grouped, options),
    "grouped, panels kept": () => build.panels(grouped, options),
    "shuffled, one pass": () => build.columns(shuffled, options),
    "shuffled, panels kept": () => build.panels(shuffled, options),
    "re-pricing, same": () => build.reprice(panels, { year: YEAR }),
    "re-pricing, FPMT 2024": () => build.reprice(panels, fpmt),
    "re-pricing, proposal": () => build.reprice(panels, proposal),
    "re-pricing, new patch": (call) =>
      build.reprice(panels, { year: YEAR, patch: { "base.ald-80+.amount": `${100 + call}` } }),
    rows: () => build.rows(batch, { year: YEAR }),
    "rows, FPMT 2024": () => build.rows(batch, fpmt),
  };
}

/** Times mean something only where the amounts are the same. Panels are compared by what they are re-priced to. */
function checkEqual(name: string, old: unknown, now: unknown): void {
  if (!isAmounts(old) || !isAmounts(now)) return;
  const at = now.findIndex((amount: unknown, i) => amount !== old[i]);
  if (at >= 0 || old.length !== now.length)
    throw new Error(`${name}, physician ${at}: ${old[at]} by the old build, ${now[at]} by the new`);
}

function isAmounts(value: unknown): value is readonly (number | string)[] {
  return Array.isArray(value) || value instanceof Float64Array;
}

function print(...cells: readonly string[]): void {
  const widths = [26, 10, 10, 10, 12, 12];
  console.log(
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("")
      .trimEnd(),
  );
}
