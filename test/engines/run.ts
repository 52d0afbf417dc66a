/**
 * Runs the checks that need an engine which is not on every machine, one after the other.
 * `npm run test:engines`, or `npm run test:engines -- spark` for those whose name holds a word.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Name and script of each check, in `test/engines`. */
const STEPS: readonly (readonly [name: string, script: string])[] = [
  ["postgres", "postgres.ts"],
  ["postgres-recipe", "postgres-recipe.js"],
  ["java", "java.js"],
  ["spark", "spark.ts"],
  ["cluster", "cluster.ts"],
];

const words = process.argv.slice(2);
const chosen = STEPS.filter(
  ([name]) => words.length === 0 || words.some((word) => name.includes(word)),
);
if (chosen.length === 0) throw new Error(`no check is called ${words.join(", ")}`);
const failed = chosen.filter(([name, script]) => {
  console.log(`\n== ${name}`);
  const path = join(import.meta.dirname, script);
  return spawnSync(process.execPath, ["--import", "tsx", path], { stdio: "inherit" }).status !== 0;
});
if (failed.length > 0) {
  console.error(`engines: failed: ${failed.map(([name]) => name).join(", ")}`);
  process.exit(1);
}
console.log(`\nengines: ${chosen.map(([name]) => name).join(", ")}: all passed`);
