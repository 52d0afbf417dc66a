/**
 * Mutation testing of every room, or of the files that `--mutate` names: `src/sql` and
 * `src/formula` have tests of their own, which would only slow the others.
 */
import { spawnSync } from "node:child_process";

const words = process.argv.slice(2);
const namesFiles = words.some((word) => word.includes("src/"));
const namesSql = words.some((word) => /src\/(formula|sql)\b/.test(word));
const configs = namesFiles ? [namesSql ? "stryker.sql" : "stryker"] : ["stryker", "stryker.sql"];

const stryker = "test/mutation/node_modules/@stryker-mutator/core/bin/stryker.js";
for (const config of configs) {
  const { status } = spawnSync(
    process.execPath,
    [stryker, "run", `test/mutation/${config}.config.js`, ...words],
    { stdio: "inherit" },
  );
  process.exitCode ||= status ?? 1;
}
