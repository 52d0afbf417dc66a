/**
 * Random scenarios: comparisons, sweeps, budgets and regimes of the library against the oracle.
 * `npm run test:oracle:scenarios [-- CASES [SEED]]`; needs python3.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { answer } from "../conformance/answer.ts";
import { randomScenarios } from "../conformance/topics/scenarios.ts";

const count = Number(process.argv[2] ?? 600);
const seed = Number(process.argv[3] ?? 20260315);

const lines = randomScenarios(count, seed).map((draft) =>
  JSON.stringify({ ...draft, expected: answer(draft) }),
);
const { status } = spawnSync("python3", ["-B", join(import.meta.dirname, "scenarios.py")], {
  input: lines.join("\n"),
  stdio: ["pipe", "inherit", "inherit"],
});
process.exitCode = status ?? 1;
