/**
 * Runs the tests of a room in one process, each change in its turn. The modules are loaded once; a
 * change that only their loading reaches, or that seemed unnoticed, is tried in modules of its own.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";
import { collector } from "./vitest.js";
import { spent, watch } from "./watchdog.js";

const [root, folder] = process.argv.slice(2);

/** Times that a change may be passed, over all tests together, before it is taken for endless. */
const MOST_HITS = 3;

/** Told whenever a test or a file begins; without a change, tests may take their time. */
let alive = () => {};

const suite = collector();
const fromRoot = createRequire(join(root, "package.json"));
const ours = (name) => (name === "vitest" ? suite.vitest : fromRoot(name));
const script = (name) =>
  new Script(readFileSync(join(folder, name), "utf8"), { filename: join(folder, name) });

const hits = new Map();
const covered = new Map();
let budget = Infinity;
let now;

function cover(...ids) {
  for (const id of ids) {
    hits.set(id, (hits.get(id) ?? 0) + 1);
    if (!covered.has(id)) covered.set(id, new Set());
    covered.get(id).add(now);
  }
}

let count = 0;
function hit() {
  if (++count > budget) throw new Error("runs too long");
  return true;
}

const room = script("room.js");

/** Modules that are loaded anew. */
function world(active) {
  const made = { active, cover, hit };
  room.runInThisContext()(made, ours);
  return made;
}

script("setup.js").runInThisContext()({}, ours);

/** Modules that changes share, and the tests that they have loaded, by file. */
let common;
let loaded;

function renew() {
  common = world(-1);
  loaded = new Map();
}

renew();

async function testsOf(file) {
  alive();
  if (!loaded.has(file)) loaded.set(file, await suite.testsOf(common.files[file]));
  return loaded.get(file);
}

async function fails(test) {
  alive();
  try {
    await suite.run(test);
    return undefined;
  } catch (error) {
    return error ?? true;
  }
}

/** Runs each test, to know what it takes and what it reaches; what a file reaches is by its name. */
async function dryRun() {
  const tests = [];
  common.watch(true);
  for (const file of Object.keys(common.files)) {
    now = file;
    for (const [nth, { name }] of (await testsOf(file)).entries()) tests.push({ file, nth, name });
  }
  for (const [at, one] of tests.entries()) {
    now = at;
    const start = spent();
    const failure = await fails((await testsOf(one.file))[one.nth]);
    one.ms = spent() - start;
    if (failure) throw new Error(`${one.file}: ${one.name}`, { cause: failure });
  }
  common.watch(false);
  return {
    tests,
    reached: [...covered].map(([id, by]) => ({ id, hits: hits.get(id), by: [...by] })),
  };
}

/** The tests that reach a change, the quickest first, until one notices it or `ms` are over. */
async function inCommon(id, reaching, ms) {
  let left = ms;
  for (const { file, nth } of reaching) {
    const test = (await testsOf(file))[nth];
    const start = spent();
    common.activate(id);
    const noticed = await fails(test);
    common.activate(-1);
    if (noticed) {
      const isSpoiled = await fails(test);
      if (isSpoiled) renew();
      return isSpoiled ? { spoiled: true } : { by: { file, name: test.name } };
    }
    left -= spent() - start;
    if (left < 0) return { cut: true };
  }
  return {};
}

/** The tests of files in this order, in modules that are loaded with the change. */
async function alone(id, order, ms) {
  const until = spent() + ms;
  const own = world(id);
  for (const { path, nths } of order) {
    alive();
    let found;
    try {
      found = await suite.testsOf(own.files[path]);
    } catch {
      return { by: { file: path, name: "(loading)" } };
    }
    for (const test of nths ? nths.flatMap((nth) => found[nth] ?? []) : found) {
      if (await fails(test)) return { by: { file: path, name: test.name } };
      if (spent() > until) return { cut: true };
    }
  }
  return {};
}

let watched;
process.on("message", async ({ dry, id, hits: usual, by, order, ms }) => {
  if (dry) return process.send(await dryRun());
  watched ??= watch();
  alive = watched;
  alive();
  count = 0;
  budget = (usual + 10_000) * MOST_HITS;
  const answer = order ? await alone(id, order, ms) : await inCommon(id, by, ms);
  process.send({ id, noticed: answer.by, cut: answer.cut, spoiled: answer.spoiled });
});
