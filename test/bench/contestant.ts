import { createHash } from "node:crypto";
import { createInterface } from "node:readline";
import type { Round } from "./contest.ts";

/**
 * The part of a contest that is in the process of a contestant: for each line of the standard
 * input it does the work twice, and writes a `Round` as JSON. Only the second time counts: before
 * it, the other processes have taken the caches.
 * @param work returns the cents of each physician
 */
export async function contestant(work: () => Float64Array): Promise<void> {
  for await (const _ of createInterface({ input: process.stdin })) {
    work();
    const [clock, cpu] = [performance.now(), process.cpuUsage()];
    const cents = work();
    const { user, system } = process.cpuUsage(cpu);
    const round: Round = {
      wall: performance.now() - clock,
      processor: (user + system) / 1000,
      memory: process.resourceUsage().maxRSS * 1024,
      result: `${cents.reduce((a, b) => a + b, 0)} ${createHash("sha256").update(cents).digest("hex")}`,
    };
    console.log(JSON.stringify(round));
  }
}
