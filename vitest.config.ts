import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "test/bench/**"],
    globals: false,
    // The library keeps no state that a test could spoil for another: files share their modules, and the suite takes a third of the time.
    isolate: false,
  },
});
