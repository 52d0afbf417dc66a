/**
 * Runs the tests of a room in one process, each change in its turn. The modules are loaded once; a
 * change that only their loading reaches, or that seemed unnoticed, is tried in modules of its own.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { Script } from "node:vm";
import { collector } from "./vitest.js";

const [root, folder] = process.argv.slice(2);
const HITS_AT_MOST = 100;

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
function world(active, covers = false) {
  const made = { active, covers, cover, hit };
  room.runInThisContext()(made, ours);
  return made;
}

script("setup.js").runInThisContext()({}, ours);

const tests = [];
const common = world(-1);

async function fails(test) {
  process.send({ alive: true });
  try {
    await suite.run(test);
    return undefined;
  } catch (error) {
    return error ?? true;
  }
}

async function collect() {
  for (const [file, load] of Object.entries(common.files)) {
    now = file;
    for (const test of await suite.testsOf(load)) tests.push({ ...test, file, at: tests.length });
  }
}

/** Runs each test, to know what it takes and what it reaches. */
async function dryRun() {
  common.watch(true);
  for (const test of tests) {
    now = test.at;
    const start = performance.now();
    const failed = await fails(test);
    test.ms = performance.now() - start;
    if (failed) throw new Error(`${test.file}: ${test.name}`, { cause: failed });
  }
  common.watch(false);
  return [...covered].map(([id, by]) => ({ id, hits: hits.get(id), by: [...by] }));
}

/** The tests that reach a change, the quickest first, until one notices it or `ms` are over. */
async function inCommon(id, reaching, ms) {
  const until = performance.now() + ms;
  for (const test of reaching) {
    common.activate(id);
    const noticed = await fails(test);
    common.activate(-1);
    if (noticed) return { by: test, spoiled: (await fails(test)) !== undefined };
    if (performance.now() > until) return {};
  }
  return {};
}

async function alone(id, order, ms) {
  const until = performance.now() + ms;
  const own = world(id);
  for (const file of order) {
    let found;
    try {
      found = await suite.testsOf(own.files[file]);
    } catch {
      return { by: { file, name: "(loading)" } };
    }
    for (const test of found) {
      if (await fails(test)) return { by: { ...test, file } };
      if (performance.now() > until) return { cut: true };
    }
  }
  return {};
}

process.on("message", async ({ dry, id, hits: usual, by, order, ms }) => {
  if (dry) {
    common.watch(true);
    await collect();
    common.watch(false);
    process.send({
      reached: dry === "first" ? await dryRun() : [],
      tests: tests.map(({ file, name, ms }) => ({ file, name, ms })),
    });
    return;
  }
  count = 0;
  budget = (usual + 10) * HITS_AT_MOST;
  const result = order
    ? await alone(id, order, ms)
    : await inCommon(
        id,
        by.map((at) => tests[at]),
        ms,
      );
  process.send({
    id,
    noticed: result.by && { file: result.by.file, test: result.by.name },
    spoiled: result.spoiled ?? false,
    cut: result.cut ?? false,
  });
});
