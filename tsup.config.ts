import { defineConfig } from "tsup";

const common = { target: "node20", external: [/^node:/, "@duckdb/node-api", "apache-arrow"] };

export default defineConfig([
  {
    ...common,
    entry: { index: "src/index.ts", core: "src/statement/core.ts" },
    format: ["esm", "cjs"],
    dts: true,
    platform: "neutral",
  },
  { ...common, entry: { cli: "src/cli/main.ts" }, format: "esm", platform: "node" },
  {
    entry: ["src/index.ts"],
    format: "iife",
    globalName: "ForfaitMT",
    outExtension: () => ({ js: ".iife.js" }),
    target: "es2020",
    platform: "neutral",
    noExternal: [/./],
    minify: true,
  },
]);
