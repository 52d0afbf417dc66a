/**
 * Mutation testing of every room, or of the files that `--mutate` names. Rooms have tests of their
 * own, which would only slow the others.
 */
import { spawnSync } from "node:child_process";

const CONFIGS = [
  { name: "stryker.sql", rooms: /src\/(formula|sql)\b/ },
  { name: "stryker.readers", rooms: /src\/(words|cli)\b/ },
  { name: "stryker", rooms: /src\// },
];

const words = process.argv.slice(2);
const named = CONFIGS.find(({ rooms }) => words.some((word) => rooms.test(word)));

const stryker = "test/mutation/node_modules/@stryker-mutator/core/bin/stryker.js";
for (const { name } of named ? [named] : CONFIGS) {
  const { status } = spawnSync(
    process.execPath,
    [stryker, "run", `test/mutation/${name}.config.js`, ...words],
    { stdio: "inherit" },
  );
  process.exitCode ||= status ?? 1;
}
