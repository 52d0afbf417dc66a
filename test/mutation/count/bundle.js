/** The changed files and the tests of a room as one script, in which each change waits for its turn. */
import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { commonTokens } from "@stryker-mutator/api/plugin";
import { createInstrumenter } from "@stryker-mutator/instrumenter";
import { build } from "esbuild";
import { createInjector } from "typed-inject";

const SILENT = new Proxy({}, { get: () => () => false });

/** @returns the changes that Stryker makes of the files, and their code with a switch at each */
async function instrument(paths) {
  const { files, mutants } = await createInjector()
    .provideValue(commonTokens.logger, SILENT)
    .provideValue(commonTokens.options, {})
    .injectFunction(createInstrumenter)
    .instrument(
      paths.map((path) => ({ name: path, content: readFileSync(path, "utf8"), mutate: true })),
      { excludedMutations: [], ignorers: [], plugins: null },
    );
  return { code: new Map(files.map(({ name, content }) => [name, content])), mutants };
}

/**
 * A switch as Stryker writes it is a call that compares texts; a million of them are gone through
 * in a test. Here it is a comparison of two numbers.
 */
const fastSwitches = (code) =>
  code
    .replaceAll(/stryMutAct_9fa48\("(\d+)"\)/g, "($active===$1&&$hit())")
    .replaceAll(/stryCov_9fa48\(("\d+"(?:, ?"\d+")*)\)/g, (_, ids) => {
      return `($covers&&$cover(${ids.replaceAll('"', "")}))`;
    });

const PRELUDE = `
let $active = $world.active, $covers = false;
const $hit = $world.hit, $cover = $world.cover;
$world.activate = (id) => { $active = id; };
$world.watch = (covers) => { $covers = covers; };
`;

/** @returns the code of a function of `$world` and `require`; `$world.files` then holds the tests */
export async function bundle(root, changed, tests) {
  const { code, mutants } = await instrument(changed.map((path) => resolve(root, path)));
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `$world.files = {${tests
        .map((path) => `${JSON.stringify(path)}: () => import("./${path}")`)
        .join(",")}};`,
      resolveDir: root,
    },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    external: ["vitest", "esbuild", "fast-check", "apache-arrow", "@duckdb/node-api", "zod/mini"],
    plugins: [
      {
        name: "switches",
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, ({ path }) => ({
            loader: "ts",
            contents: fastSwitches(code.get(path) ?? readFileSync(path, "utf8"))
              .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
              .replaceAll("import.meta.dirname", JSON.stringify(dirname(path))),
          }));
        },
      },
    ],
  });
  return {
    code: `(function ($world, require) {${PRELUDE}${outputFiles[0].text}\n})`,
    mutants: mutants.map(({ id, fileName, mutatorName, replacement, location }) => ({
      id: Number(id),
      file: relative(root, fileName),
      line: location.start.line + 1,
      column: location.start.column + 1,
      end: location.end,
      kind: mutatorName,
      replacement,
    })),
    imports: importersOf(metafile, tests),
  };
}

/** @returns the code of what runs before any test, as a function like that of `bundle` */
export async function setup(root) {
  const { outputFiles } = await build({
    entryPoints: [resolve(root, "test/mutation/setup.ts")],
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    packages: "external",
  });
  return `(function ($world, require) {${outputFiles[0].text}\n})`;
}

/** @returns for each test file the files that it loads */
function importersOf({ inputs }, tests) {
  const reached = (path, seen = new Set()) => {
    if (seen.has(path)) return seen;
    seen.add(path);
    for (const { path: next } of inputs[path]?.imports ?? []) reached(next, seen);
    return seen;
  };
  return Object.fromEntries(
    tests.map((path) => [path, [...reached(path)].filter((at) => at.startsWith("src/"))]),
  );
}
