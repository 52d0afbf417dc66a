/**
 * `node forfait.js COMMAND`: the command as it stands in src, in a clone where nothing is built.
 * It is bundled in memory; nothing is written.
 */
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const [command] = buildSync({
  entryPoints: ["src/cli/main.ts"],
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  external: ["@duckdb/node-api", "apache-arrow"],
  bundle: true,
  platform: "node",
  format: "esm",
  write: false,
}).outputFiles;
await import(`data:text/javascript;base64,${Buffer.from(command.contents).toString("base64")}`);
