/**
 * What a start costs: `npm run bench:start`. Processor time of whole child processes, their children included,
 * each once a round in turn; what is more than `node -e 0`, as a ratio of it. Needs bash, which reads the times of its children.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { median } from "./measure.ts";

const ROUNDS = Number(process.argv[2] ?? 11);
const ASKED = 0.6;

const folder = mkdtempSync(join(tmpdir(), "bench-start-"));
const dist = join(import.meta.dirname, "../../dist");

const input = `{ patients: [{ age: 82, ald: true, c2s: false }] }`;
const files = {
  "one.csv": "age,ald,c2s\n82,oui,non\n",
  "nothing.mjs": "",
  "import.mjs": `import { computePhysician } from "${pathToFileURL(join(dist, "index.js"))}";
console.log(computePhysician(${input}, { year: 2026 }).total);`,
  "require.cjs": `const { computePhysician } = require("${join(dist, "index.cjs")}");
console.log(computePhysician(${input}, { year: 2026 }).total);`,
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

const NOTHING = "node -e 0";
const subjects = {
  [NOTHING]: ["-e", "0"],
  "an empty module": ["nothing.mjs"],
  "command, one row": [join(dist, "cli.cjs"), "compute", "one.csv", "--year", "2026"],
  "import, one row": ["import.mjs"],
  "require, one row": ["require.cjs"],
};

for (const [name, args] of Object.entries(subjects).slice(2))
  if (
    !/\b100[.,]00\b/.test(execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" }))
  )
    throw new Error(`${name}: not 100.00`);

const times = new Map(Object.keys(subjects).map((name): [string, number[]] => [name, []]));
for (let round = 0; round < ROUNDS; round++)
  for (const [name, args] of Object.entries(subjects)) times.get(name)?.push(processorTime(args));
rmSync(folder, { recursive: true });

const nothing = median(times.get(NOTHING) as number[]);
console.log(
  `${"what".padEnd(22)}${"ms".padStart(8)}${`above ${NOTHING}`.padStart(18)}${"asked".padStart(8)}`,
);
for (const [name, all] of times) {
  const time = median(all);
  const above = name === NOTHING ? "" : ((time - nothing) / nothing).toFixed(2);
  const asked = name.endsWith("one row") ? `${ASKED}` : "";
  console.log(
    `${name.padEnd(22)}${time.toFixed(0).padStart(8)}${above.padStart(18)}${asked.padStart(8)}`,
  );
}

/** Milliseconds of the processor that one run of Node takes, in user and system together. */
function processorTime(args: readonly string[]): number {
  const script = `TIMEFORMAT="%3U %3S"; time "$@" > /dev/null 2>&1`;
  const { stderr } = spawnSync("bash", ["-c", script, "bash", process.execPath, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  return stderr
    .trim()
    .split(" ")
    .reduce((sum, seconds) => sum + Number(seconds) * 1000, 0);
}
