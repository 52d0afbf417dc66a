import { fileURLToPath } from "node:url";

/** Mutation testing of the rooms that make euros. */
export default {
  packageManager: "npm",
  plugins: [fileURLToPath(import.meta.resolve("@stryker-mutator/vitest-runner"))],
  testRunner: "vitest",
  vitest: { configFile: "test/mutation/vitest.config.ts" },
  mutate: [
    "src/{money,schedule,list,panel,statement}/**/*.ts",
    "!src/schedule/language.ts",
    "!src/statement/{statement,schema}.ts",
  ],
  ignorePatterns: ["dist", "test/{package,bench,mutation}/node_modules"],
  reporters: ["clear-text", "json", "progress-append-only"],
  jsonReporter: { fileName: "test/mutation/report.json" },
  clearTextReporter: { allowColor: false, logTests: false },
  concurrency: 2,
  timeoutMS: 10_000,
  thresholds: { high: 98, low: 95, break: 95 },
};
