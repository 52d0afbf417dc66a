import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/**
 * What is read of files. Only tests that call the command in memory: Stryker sees no change in a
 * process of its own.
 */
export default defineConfig({
  test: {
    ...base.test,
    include: [
      "test/{words,cli,road}/**/*.test.ts",
      "test/sql/{arrow,dated-engine,engine,engine-files}.test.ts",
    ],
    exclude: [
      "**/node_modules/**",
      "test/cli/{example,interrupted,outputs,process,streams}.test.ts",
    ],
  },
});
