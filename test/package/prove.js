/**
 * Proves the packed package: what a vendor installs, under every engine and compiler that is promised.
 * `npm run test:package [-- PART OF A CHECK'S NAME]`; one line for each check, then `N passed, N failed`.
 */
import { installTools } from "./lib/tools.js";
import { pack } from "./lib/pack.js";
import { prove } from "./lib/prove.js";

await installTools();
const packed = await pack();
try {
  const { checks } = await import("./checks/all.js");
  const wanted = process.argv[2] ?? "";
  const failed = await prove(checks.filter(({ name }) => name.includes(wanted)), packed);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  packed.remove();
}
