import { defineConfig, type Options } from "tsup";
import { privateSymbols } from "./.ci/private-symbols.ts";

/** tsup bundles what package.json lists as development dependencies; optional peers stay outside. */
const common = { target: "node20" };

/** `require` of a schedule is the schedule, as `export =` in its types says. tsup does not do it for esbuild's output. */
const requireDefault: NonNullable<Options["plugins"]>[number] = {
  name: "require-default",
  renderChunk(code, { path }) {
    if (this.format !== "cjs" || !/schedules.[\w-]+\.cjs$/.test(path)) return;
    return { code: `${code}\nmodule.exports = module.exports.default;\n` };
  },
};

export default defineConfig([
  {
    ...common,
    entry: {
      index: "src/index.ts",
      core: "src/core.ts",
      load: "src/load.ts",
      "schedules/donum-2026": "src/schedule/modules/donum-2026.ts",
      "schedules/fmt-2026": "src/schedule/modules/fmt-2026.ts",
      "schedules/forfait-structure-2025": "src/schedule/modules/forfait-structure-2025.ts",
      "schedules/fpmt-2018": "src/schedule/modules/fpmt-2018.ts",
      "schedules/fpmt-2024": "src/schedule/modules/fpmt-2024.ts",
      "schedules/nurse-premium-2024": "src/schedule/modules/nurse-premium-2024.ts",
      "schedules/proposal-2024-02-08": "src/schedule/modules/proposal-2024-02-08.ts",
      "schedules/round-2023-12-21": "src/schedule/modules/round-2023-12-21.ts",
      "schedules/round-2024-03-14": "src/schedule/modules/round-2024-03-14.ts",
      "schedules/round-2024-05-17": "src/schedule/modules/round-2024-05-17.ts",
    },
    format: ["esm", "cjs"],
    dts: true,
    platform: "neutral",
    splitting: false, // one file starts faster than several: a tenth of `node -e 0`
    cjsInterop: true,
    plugins: [requireDefault],
  },
  // The command starts faster as CommonJS and minified: a tenth of its time for one row.
  { ...common, entry: { cli: "src/cli/main.ts" }, format: "cjs", platform: "node", minify: true },
  // One module for a page or a notebook that has a single file.
  {
    entry: { browser: "src/index.ts" },
    format: "esm",
    target: "es2022",
    platform: "neutral",
    splitting: false,
    minify: true,
  },
  // One script for engines without modules, the oldest of 2020. It leaves the page's own objects alone.
  {
    entry: ["src/index.ts"],
    format: "iife",
    globalName: "ForfaitMT",
    outExtension: () => ({ js: ".iife.js" }),
    target: "es2020",
    platform: "neutral",
    define: { "Object.hasOwn": "__hasOwn" },
    inject: [".ci/has-own.js", ".ci/boxed-weak-map.js"],
    esbuildPlugins: [privateSymbols],
    minify: true,
  },
]);
