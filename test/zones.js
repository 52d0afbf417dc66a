/**
 * The same results in every time zone of the physicians: the suite runs in each of them,
 * and the golden statements must be the same text in all. `npm run test:zones`.
 */
import { spawn } from "node:child_process";

const ZONES = ["UTC", "Europe/Paris", "America/Guadeloupe", "Indian/Reunion", "Pacific/Noumea"];
const SUITE = [
  "node_modules/vitest/vitest.mjs",
  "run",
  "test/statement",
  "test/panel",
  "test/laws",
  "--reporter=dot",
];
const GOLDEN = ["--import", "tsx", "test/statement/print-golden.ts"];
const OFFSET = ["--print", "0 - new Date(2026, 0, 1).getTimezoneOffset() / 60"];

/** Runs node in a time zone; gives its exit code and what it printed. */
function inZone(zone, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, TZ: zone } });
    let printed = "";
    let complaints = "";
    child.stdout.on("data", (chunk) => (printed += chunk));
    child.stderr.on("data", (chunk) => (complaints += chunk));
    child.on("close", (code) => resolve({ code, printed, complaints }));
  });
}

let failed = false;
function fail(message) {
  failed = true;
  console.error(message);
}

const offsets = new Set();
const statements = new Set();
for (const zone of ZONES) {
  const [offset, golden, suite] = await Promise.all([
    inZone(zone, OFFSET),
    inZone(zone, GOLDEN),
    inZone(zone, SUITE),
  ]);
  offsets.add(offset.printed);
  statements.add(golden.printed);
  if (golden.code !== 0)
    fail(`${zone}: the golden statements cannot be computed\n${golden.complaints}`);
  if (suite.code !== 0) fail(`${zone}: the suite fails\n${suite.complaints}`);
  else
    console.log(`${zone} (UTC${offset.printed.trim().replace(/^(?!-)/, "+")}): the suite passes`);
}
if (offsets.size !== ZONES.length)
  fail(`the time zones are not in force here: ${offsets.size} offsets for ${ZONES.length} zones`);
if (statements.size !== 1)
  fail(`the golden statements differ between time zones: ${statements.size} versions`);

process.exitCode = failed ? 1 : 0;
