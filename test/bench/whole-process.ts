import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a whole process of Node took, its start included. */
export interface Used {
  /** Milliseconds of the processor, user and system, all threads together. */
  readonly processor: number;
  /** The most that it held, in megabytes. */
  readonly memory: number;
  readonly output: string;
}

/** Runs a process of Node at the root of the repository. @throws Error if it fails */
export function runWhole(args: readonly string[], folder: string): Used {
  const [probe, told] = [join(folder, "probe.cjs"), join(folder, "used.json")];
  const write = `require("fs").writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.resourceUsage()))`;
  writeFileSync(probe, `process.on("exit", () => ${write});`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", probe, ...args], {
    cwd: join(import.meta.dirname, "../.."),
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  const used = JSON.parse(readFileSync(told, "utf8")) as NodeJS.ResourceUsage;
  return {
    processor: (used.userCPUTime + used.systemCPUTime) / 1000,
    memory: used.maxRSS / 1000,
    output: stdout,
  };
}
