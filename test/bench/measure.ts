/** Milliseconds: the middle of the rounds, and the fastest of them. */
export interface Time {
  readonly median: number;
  readonly fastest: number;
}

const WARM_UP = 2;

/** How long something takes: what a user waits, or what the processor does, all threads of the program together. */
const clocks = {
  wall: () => performance.now(),
  processor: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

/**
 * Times things in rounds, each once a round in turn, so that what slows the machine slows them all.
 * Other programs do not lengthen the processor's time, though they do take the cache and the memory's speed.
 */
export function time<Name extends string>(
  subjects: Readonly<Record<Name, () => unknown>>,
  rounds: number,
  by: keyof typeof clocks,
): Record<Name, Time> {
  const now = clocks[by];
  const names = Object.keys(subjects) as Name[];
  const times = new Map(names.map((name): [Name, number[]] => [name, []]));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const name of names) {
      const start = now();
      kept = subjects[name]();
      if (round >= 0) times.get(name)?.push(now() - start);
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, summary(all)])) as Record<
    Name,
    Time
  >;
}

/** Two subjects timed in turns, and first / second of the rounds. */
export interface Pairs {
  readonly first: Time;
  readonly second: Time;
  readonly ratio: { readonly median: number; readonly lowest: number; readonly highest: number };
}

/** A round of a subject takes at least so many milliseconds, so that one collection of garbage is little of it. */
const ROUND = 100;

/**
 * Times two subjects by the processor, alternating which comes first. A short one is called several
 * times in a round; each call gets a number of its own.
 */
export function timePairs(
  first: (call: number) => unknown,
  second: (call: number) => unknown,
  rounds: number,
): Pairs {
  const now = clocks.processor;
  let calls = 0;
  const timed = (subject: (call: number) => unknown, repeats: number): number => {
    const start = now();
    for (let i = 0; i < repeats; i++) kept = subject(calls++);
    return (now() - start) / repeats;
  };
  let slowest = 0;
  for (let i = 0; i < WARM_UP; i++) slowest = Math.max(timed(first, 1), timed(second, 1));
  const repeats = Math.max(1, Math.ceil(ROUND / slowest));
  const times = Array.from({ length: rounds }, (_, round): [number, number] => {
    const early = round % 2 === 0 ? timed(first, repeats) : undefined;
    const after = timed(second, repeats);
    return [early ?? timed(first, repeats), after];
  });
  const ratios = times.map(([a, b]) => a / b);
  return {
    first: summary(times.map(([a]) => a)),
    second: summary(times.map(([, b]) => b)),
    ratio: { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) },
  };
}

/** The last result, kept from the optimiser. */
export let kept: unknown;

function summary(values: readonly number[]): Time {
  return { median: median(values), fastest: Math.min(...values) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

export function scaled({ median, fastest }: Time, factor: number): Time {
  return { median: median * factor, fastest: fastest * factor };
}
