import { join } from "node:path";
import { contest, medianOf, peakOf, type Rounds } from "./contest.ts";

const ROUNDS = 10;
const PATCHES = 100;

/**
 * A thousand patches of amounts never seen before, over panels that are kept, by an older build and
 * this one in turns.
 * @param old `dist` of the older build
 */
export async function comparePatches(old: string, panels: number): Promise<void> {
  const program = join(import.meta.dirname, "patches-one.mjs");
  const contestant = (name: string, dist: string) => ({
    name,
    command: [process.execPath, program, dist, `${panels}`, `${PATCHES}`] as const,
  });
  const [before, now] = (await contest(
    [contestant("old", old), contestant("new", join(import.meta.dirname, "../../dist"))],
    ROUNDS,
  )) as [Rounds, Rounds];
  for (const one of [before, now]) {
    const patch = medianOf(one, "processor") / PATCHES;
    console.log(
      `${one.name}: ${(sum(one) / 1000).toFixed(2)} s of the processor, ${patch.toFixed(2)} ms a patch; at most ${peakOf(one).toFixed(0)} MB`,
    );
  }
  console.log(`old / new: ${(sum(before) / sum(now)).toFixed(1)} (asked: 20)`);
}

/** Milliseconds of the processor in all rounds. */
function sum({ rounds }: Rounds): number {
  return rounds.reduce((total, { processor }) => total + processor, 0);
}
