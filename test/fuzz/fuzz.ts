/**
 * `npm run fuzz -- N SEED`: N cases of bad input, none of which may crash, show a stack trace or lose a row.
 * A case is told by its number: `npm run fuzz -- 1 NUMBER` runs it again.
 * A third word, `files`, `objects`, `columns`, `engine` or `schedules`, makes every case one of that kind.
 */
import { fuzzColumns } from "./columns.ts";
import { fuzzEngine } from "./engine.ts";
import { fuzzFiles } from "./files.ts";
import { fuzzObjects } from "./objects.ts";
import { Random } from "./random.ts";
import { fuzzSchedules } from "./schedules.ts";

const [count, seed] = [Number(process.argv[2] ?? 20_000), Number(process.argv[3] ?? 1)];
if (!Number.isInteger(count) || !Number.isInteger(seed))
  throw new Error("usage: npm run fuzz -- N SEED");

const only = process.argv[4];
const kinds = {
  files: fuzzFiles,
  objects: fuzzObjects,
  columns: fuzzColumns,
  engine: fuzzEngine,
  schedules: fuzzSchedules,
};
const done = { files: 0, objects: 0, columns: 0, engine: 0, schedules: 0 };
const begun = performance.now();
let faults = 0;

for (let number = seed; number < seed + count && faults < 10; number += 1) {
  const random = new Random(number);
  const share = random.next();
  const kind =
    only !== undefined && only in kinds
      ? (only as keyof typeof kinds)
      : share < 0.5
        ? "files"
        : share < 0.84
          ? "objects"
          : share < 0.94
            ? "columns"
            : share < 0.941
              ? "engine"
              : "schedules";
  try {
    await kinds[kind](random);
  } catch (error) {
    faults += 1;
    process.stderr.write(
      `case ${number} (${kind}): ${error instanceof Error ? (error.stack ?? error.message) : typeof error}\n\n`,
    );
  }
  done[kind] += 1;
}

const seconds = ((performance.now() - begun) / 1000).toFixed(0);
process.stdout.write(
  `${faults === 0 ? "no fault" : `${faults} faults`} in ${Object.entries(done)
    .map(([kind, times]) => `${times} ${kind}`)
    .join(", ")}, from case ${seed}, in ${seconds} s\n`,
);
process.exitCode = faults === 0 ? 0 : 1;
