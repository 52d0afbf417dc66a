/**
 * Counts the changes of rooms that their tests notice: `node test/mutation/count/run.js list panel`.
 * The changes are Stryker's; all are tried in one process for each processor, whose modules are
 * loaded once: that takes a hundredth of the time of a run by Stryker.
 *
 * `--left` keeps what an earlier count noticed in files that are the same since; `--file TEXT` takes
 * the files whose path holds the text, `--tests REGEX` the tests whose path fits.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { bundle, setup } from "./bundle.js";
import { Child } from "./child.js";
import { ROOMS } from "./rooms.js";

/** Tests that take a greater part of the time of a change are left to its own modules. */
const QUICK = 20;

/** Milliseconds that the modules of a file of tests take. */
const LOADING_MS = 100;

const here = import.meta.dirname;
const root = resolve(here, "../../..");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    left: { type: "boolean", default: false },
    file: { type: "string", default: "" },
    tests: { type: "string", default: "" },
    ms: { type: "string", default: "2000" },
    jobs: { type: "string", default: String(availableParallelism()) },
  },
});

const filesUnder = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((path) => `${folder}/${path}`)
    .filter((path) => path.endsWith(".ts"))
    .sort();

const digest = (path) =>
  createHash("sha256")
    .update(readFileSync(join(root, path)))
    .digest("hex")
    .slice(0, 16);

for (const name of positionals.length > 0 ? positionals : Object.keys(ROOMS)) await count(name);

async function count(name) {
  const { isChanged, isTest } = ROOMS[name];
  const folder = join(here, "report", name);
  mkdirSync(folder, { recursive: true });
  const report = join(folder, `changes${values.file.replaceAll("/", "-")}.json`);
  const changed = filesUnder("src").filter(isChanged);
  const tests = filesUnder("test").filter(
    (path) => path.endsWith(".test.ts") && isTest(path) && new RegExp(values.tests).test(path),
  );
  const { code, mutants, imports } = await bundle(
    root,
    changed.filter((path) => path.includes(values.file)),
    tests,
  );
  writeFileSync(join(folder, "room.js"), code);
  writeFileSync(join(folder, "setup.js"), await setup(root));

  const known = new Map();
  if (values.left && existsSync(report)) {
    for (const one of JSON.parse(readFileSync(report, "utf8")).changes) {
      if (one.noticed || one.reached !== undefined) known.set(keyOf(one), one);
    }
  }
  const sums = new Map(changed.map((path) => [path, digest(path)]));
  const changes = mutants.map((one) => ({ ...one, sum: sums.get(one.file) }));
  for (const one of changes) Object.assign(one, known.get(keyOf(one)), { id: one.id });

  const children = Array.from({ length: Number(values.jobs) }, () => new Child(root, folder));
  const first = await children[0].ask({ dry: true });
  const reached = new Map(first.reached.map((one) => [one.id, one]));
  const msOf = first.tests.map(({ ms }) => ms);
  const reachesOf = new Map();
  for (const { id, file } of changes) {
    if (!reachesOf.has(file)) reachesOf.set(file, new Map());
    const ofFile = reachesOf.get(file);
    for (const at of reached.get(id)?.by ?? [])
      if (typeof at === "number") ofFile.set(at, (ofFile.get(at) ?? 0) + 1);
  }
  console.log(
    `${name}: ${changes.length} changes, ${tests.length} files of ${msOf.length} tests, ` +
      `${(msOf.reduce((sum, ms) => sum + ms, 0) / 1000).toFixed(1)} s`,
  );

  const isTried = (one) => Number(known.has(keyOf(one)));
  const queue = changes.filter(({ noticed }) => !noticed).sort((a, b) => isTried(a) - isTried(b));
  const all = queue.length;
  let done = 0;
  async function work(child) {
    for (let one = queue.shift(); one; one = queue.shift()) {
      const { hits = 0, by = [] } = reached.get(one.id) ?? {};
      one.reached = by.length > 0;
      const reaching = by
        .filter((at) => msOf[at] < values.ms / QUICK)
        .sort((a, b) => msOf[a] - msOf[b]);
      let answer = {};
      if (reaching.length > 0) {
        const tests = reaching.map((at) => first.tests[at]);
        answer = await child.ask({ id: one.id, hits, by: tests, ms: Number(values.ms) });
      }
      const isLoaded = by.some((at) => typeof at === "string") || answer.spoiled;
      if (!answer.noticed && isLoaded) {
        const near = new Set(by.map((at) => (typeof at === "number" ? first.tests[at].file : at)));
        const reaches = reachesOf.get(one.file) ?? new Map();
        const order = orderOf(one.file, imports, near, first.tests, reaches);
        answer = await child.ask({ id: one.id, hits, order, ms: Number(values.ms) });
      }
      one.noticed = answer.noticed;
      one.cut = answer.cut;
      done += 1;
      if (done % 50 === 0) {
        console.log(
          `${name}: ${done} of ${all}, ${changes.filter((c) => !c.noticed).length - queue.length} left`,
        );
        save();
      }
    }
  }
  const save = () => writeFileSync(report, JSON.stringify({ changes }, null, 1));
  await Promise.all(children.map(work));
  for (const child of children) child.stop();
  save();
  const left = changes.filter(({ noticed }) => !noticed);
  for (const one of left)
    console.log(
      `${one.file}:${one.line}:${one.column} ${one.kind} => ${one.replacement}${one.reached ? "" : " (not reached)"}`,
    );
  console.log(
    `${name}: ${changes.length} changes, ${left.length} not noticed, ` +
      `${((1 - left.length / changes.length) * 100).toFixed(2)} % noticed`,
  );
}

function keyOf({ file, sum, line, column, end, kind, replacement }) {
  return [file, sum, line, column, end.line, end.column, kind, replacement].join(" ");
}

/**
 * The tests to try in modules of their own, file by file: first those that reach most of a changed
 * file for their time, then what else loads it.
 * @param reaches how many changes of the file each test reaches
 * @returns files of tests, with the places of the tests that matter, or of all
 */
function orderOf(file, imports, near, tests, reaches) {
  const byFile = new Map();
  for (const [at, many] of reaches) {
    const { file: path, nth, ms } = tests[at];
    if (!byFile.has(path)) byFile.set(path, { path, nths: [], many: 0, ms: 0 });
    const entry = byFile.get(path);
    entry.nths.push({ nth, many });
    entry.many = Math.max(entry.many, many);
    entry.ms += ms;
  }
  const reaching = [...byFile.values()]
    .sort((a, b) => b.many / (b.ms + LOADING_MS) - a.many / (a.ms + LOADING_MS))
    .map(({ path, nths }) => ({
      path,
      nths: nths.sort((a, b) => b.many - a.many).map(({ nth }) => nth),
    }));
  const others = Object.keys(imports)
    .filter((path) => !byFile.has(path) && (near.has(path) || imports[path].includes(file)))
    .sort((a, b) => Number(near.has(b)) - Number(near.has(a)))
    .map((path) => ({ path }));
  return [...reaching, ...others];
}
