import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/**
 * What a query says and gives. Not the random lists, which take seconds for each change, nor the
 * test that reads the code, which Stryker has rewritten.
 */
export default defineConfig({
  test: {
    ...base.test,
    include: [
      "test/formula/**/*.test.ts",
      "test/sql/{amounts,golden,invalid-rows,print-expression,slabs-and-points,to-sql}.test.ts",
    ],
  },
});
