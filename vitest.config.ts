import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/**
 * What `npm test` leaves to `npm run test:all`, which the gate runs: the command and its files, the
 * SQL in DuckDB, synthetic countries and the pages made of them, the examples of documents, the
 * vectors of the kit, and long lists.
 */
const LONG = [
  "test/{cli,conformance,objectives,population,road,sql}/**",
  "test/{analysts,docs,guides,notebooks}.test.ts",
  "test/columns/million-rows.test.ts",
  "test/scenario/share-panels.test.ts",
  "test/texts/printed.test.ts",
];

export default defineConfig(({ mode }) => ({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "test/bench/**", ...(mode === "quick" ? LONG : [])],
    globals: false,
    // The library keeps no state that a test could spoil for another: files share their modules, and
    // the suite takes a third of the time.
    isolate: false,
    // Transformed modules are kept between runs, by their content: they cost three seconds.
    experimental: { fsModuleCache: true },
    // Only what hangs is ended: no test fails because the machine is slow or busy.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Most functions run briefly here: V8 spends more on optimising them than that saves, above all
    // where it inlines much, and on collecting a small young generation by several threads; simple
    // machine code made at once is worth it. Other versions of Node have other flags.
    execArgv: process.version.startsWith("v20.")
      ? [
          "--interrupt-budget=300000",
          "--max-inlined-bytecode-size-cumulative=200",
          "--max-semi-space-size=64",
          "--single-threaded-gc",
          "--always-sparkplug",
          "--min-semi-space-size=32",
        ]
      : [],
    // Each worker loads every module anew, which takes seconds.
    maxWorkers: Math.max(1, Math.min(availableParallelism() - 1, 4)),
  },
}));
