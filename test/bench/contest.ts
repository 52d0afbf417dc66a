import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { median } from "./measure.ts";

/** What a contestant tells of a round. */
export interface Round {
  /** Milliseconds, on the clock and of the processor over all threads. */
  readonly wall: number;
  readonly processor: number;
  /** The most that its process has held so far, in bytes. */
  readonly memory: number;
  /** Cents of all physicians, and a hash of the cents of each. */
  readonly result: string;
}

/** A program that works in rounds; `contestant.ts` and `python/contestant.py` are what it runs. */
export interface Contestant {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
}

/** The rounds of a contestant. */
export interface Rounds {
  readonly name: string;
  readonly rounds: readonly Round[];
}

/** Whatever could spread over threads keeps to one. */
const ONE_THREAD = {
  OMP_NUM_THREADS: "1",
  OPENBLAS_NUM_THREADS: "1",
  NUMEXPR_NUM_THREADS: "1",
  POLARS_MAX_THREADS: "1",
};

/**
 * Times programs in turns, each in a process of its own, which keeps its data from round to round.
 * They start one after another, so a later one may read what an earlier one wrote.
 * @throws Error if one stops, or does not give what the first one gives
 */
export async function contest(
  contestants: readonly Contestant[],
  rounds: number,
): Promise<Rounds[]> {
  const opened: Opened[] = [];
  try {
    for (let i = 0; i < rounds; i++) {
      for (const [at, one] of contestants.entries()) await (opened[at] ??= open(one)).work();
      checkAlike(opened);
    }
  } finally {
    await Promise.all(opened.map(({ close }) => close()));
  }
  return opened;
}

type Opened = ReturnType<typeof open>;

function open({ name, command: [program, ...args] }: Contestant) {
  const rounds: Round[] = [];
  const child = spawn(program, args, {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...ONE_THREAD },
  });
  const ended = once(child, "close");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    name,
    rounds,
    work: async (): Promise<void> => {
      child.stdin.write("\n");
      const { value, done } = await lines.next();
      if (done) throw new Error(`${name} stopped`);
      rounds.push(JSON.parse(value) as Round);
    },
    close: async (): Promise<void> => {
      child.stdin.end();
      await ended;
    },
  };
}

/** All must have the same result in their last round. */
function checkAlike([first, ...others]: readonly Opened[]): void {
  const expected = first?.rounds.at(-1)?.result;
  for (const { name, rounds } of others) {
    const result = rounds.at(-1)?.result;
    if (result !== expected)
      throw new Error(`${name} gives ${result} cents, ${first?.name} ${expected}`);
  }
}

/** The median of the rounds. */
export function medianOf({ rounds }: Rounds, of: "wall" | "processor"): number {
  return median(rounds.map((round) => round[of]));
}

/** The most that the process held, its data included, in megabytes. */
export function peakOf({ rounds }: Rounds): number {
  return Math.max(...rounds.map(({ memory }) => memory)) / 1e6;
}
