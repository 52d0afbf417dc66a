import { defineConfig } from "tsup";

/** tsup bundles what package.json lists as development dependencies; optional peers stay outside. */
const common = { target: "node20" };

export default defineConfig([
  {
    ...common,
    entry: { index: "src/index.ts", core: "src/statement/core.ts" },
    format: ["esm", "cjs"],
    dts: true,
    platform: "neutral",
  },
  // The command starts faster as CommonJS and minified: a tenth of its time for one row.
  { ...common, entry: { cli: "src/cli/main.ts" }, format: "cjs", platform: "node", minify: true },
  {
    entry: ["src/index.ts"],
    format: "iife",
    globalName: "ForfaitMT",
    outExtension: () => ({ js: ".iife.js" }),
    target: "es2020",
    platform: "neutral",
    minify: true,
  },
]);
