import base from "./stryker.config.js";

/** The same for the rooms that write SQL, with the tests that run it or hold its text. */
export default {
  ...base,
  vitest: { configFile: "test/mutation/vitest.sql.config.ts" },
  mutate: ["src/{formula,sql}/**/*.ts"],
  jsonReporter: { fileName: "test/mutation/report.sql.json" },
};
