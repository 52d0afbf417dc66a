/**
 * Proves the packed package: what a vendor installs, under every engine and compiler that is promised.
 * `npm run test:package [-- PART OF A CHECK'S NAME]`; one line for each check, then `N passed, N failed`.
 */
import { pack } from "./lib/pack.js";
import { prove } from "./lib/prove.js";
import { installTools } from "./lib/tools.js";

const wanted = process.argv[2] ?? "";
let packed;

const { passed, failed } = await prove([
  { name: "the tools install", prove: installTools },
  {
    name: "the project builds, packs and installs",
    prove: async () => (packed = await pack()).manifest.version,
  },
]);
const proved = failed > 0 ? { passed: 0, failed: 0 } : await proveWanted();
packed?.remove();

console.log(`${passed + proved.passed} passed, ${failed + proved.failed} failed`);
process.exitCode = failed + proved.failed > 0 ? 1 : 0;

async function proveWanted() {
  const { checks } = await import("./checks/all.js");
  return prove(
    checks.filter(({ name }) => name.includes(wanted)),
    packed,
  );
}
