/**
 * How fast the library is: `npm run bench [-- ROWS [ROUNDS]]` beside code by hand and other libraries, and
 * `npm run bench -- --against DIR [ROWS [ROUNDS]]` beside an older build of itself, of which DIR is the `dist`.
 * `npm run bench -- --floors [ROWS [ROUNDS]]` also fails if a ratio is under its floor, and names it.
 * Figures and how to read them: docs/performance.md.
 * It checks that all it compares give the same amounts; it is never a test, for a machine that is shared has no steady speed.
 */
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  options: { against: { type: "string" }, floors: { type: "boolean", default: false } },
  allowPositionals: true,
});
const [rows = 10_000_000, rounds = 15] = positionals.map(Number);

const load = loadavg().map((one) => one.toFixed(1));
console.log(
  `${cpus()[0]?.model} x ${cpus().length}, load ${load.join(" ")}, Node ${process.version}`,
);

// Each is a program of its own, so that one runs without what the other compares the library with.
if (values.against === undefined) {
  const program = "./alone.mjs";
  const { timeAlone } = (await import(program)) as typeof import("./alone.ts");
  const under = timeAlone(rows, rounds);
  if (values.floors) for (const line of under) console.error(line);
  if (values.floors && under.length > 0) process.exitCode = 1;
} else {
  const program = "./against.mjs";
  const { compareBuilds } = (await import(program)) as typeof import("./against.ts");
  await compareBuilds(values.against, rows, rounds);
}
