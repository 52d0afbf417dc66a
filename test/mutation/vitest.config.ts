import { defineConfig } from "vitest/config";

/** The tests of the rooms that make euros; those of the command, the pages and the package would only slow it. */
export default defineConfig({
  test: {
    include: [
      "test/{money,schedule,list,panel,indicators,prevention,statement,columns,laws}/**/*.test.ts",
      "test/error.test.ts",
    ],
    exclude: ["**/node_modules/**"],
    isolate: false,
    setupFiles: ["test/mutation/setup.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
