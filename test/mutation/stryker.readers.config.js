import base from "./stryker.config.js";

/** The same for what reads files and their words. */
export default {
  ...base,
  vitest: { configFile: "test/mutation/vitest.readers.config.ts" },
  mutate: ["src/words/**/*.ts", "src/cli/{input,duckdb}/**/*.ts", "!src/**/*.d.ts"],
  jsonReporter: { fileName: "test/mutation/report.readers.json" },
};
