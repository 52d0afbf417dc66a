/**
 * `npm run fuzz:long -- N SEED`: N lists by every road, which must keep the same of each physician
 * and refuse the same rows for the same reasons, in the same order. Each list goes row by row, by
 * its bytes with other quotes, line ends and chunks, and as objects; one in a hundred also as
 * Parquet and Arrow. A case is told by its number: `npm run fuzz:long -- 1 NUMBER` runs it again.
 * Control-C ends it, and tells what was done.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { roadsOf, type Roads } from "../road/roads.ts";
import { compareFile } from "../sql/compare-file.ts";
import { fileCases } from "../sql/files.ts";
import { Random } from "./random.ts";

const [count, seed] = [Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 1)];
if (!Number.isInteger(count) || !Number.isInteger(seed))
  throw new Error("usage: npm run fuzz:long -- N SEED");

/** One list in so many is written as Parquet and Arrow too. */
const TYPED = 100;

const folder = mkdtempSync(join(tmpdir(), "fuzz-roads-"));
const done = { lists: 0, asObjects: 0, typed: 0, stopped: 0 };
/** Rows that each road read and the row reader too. */
const rows = { read: 0, asObjects: 0, typed: 0 };
let faults = 0;
let isStopped = false;
process.once("SIGINT", () => (isStopped = true));

try {
  for (let number = seed; number < seed + count && faults < 10 && !isStopped; number += 1) {
    const [one] = fc.sample(fileCases, { numRuns: 1, seed: number }) as [
      typeof fileCases extends fc.Arbitrary<infer Case> ? Case : never,
    ];
    const random = new Random(number);
    const roads = await roadsOf(one, {
      quotedEvery: random.one([0, 0, 1, 3]),
      lineEnd: random.one(["\n", "\r\n", "\r"]),
      isCut: random.chance(0.5),
      chunk: random.chance(0.02) ? 1 : random.one([undefined, undefined, 7, 64]),
    });
    const typed = number % TYPED === 0 ? await compareFile(folder, one) : undefined;
    const found = [...differencesOf(roads), ...(typed?.differences ?? [])];
    if (found.length > 0) {
      faults += 1;
      process.stderr.write(`case ${number}:\n${one.text}\n${found.join("\n")}\n\n`);
    }
    const { counts } = roads.byRow as { counts?: { read: number } };
    const read = counts?.read ?? 0;
    done.lists += 1;
    done.asObjects += roads.asObjects ? 1 : 0;
    done.typed += typed?.typed ? 1 : 0;
    done.stopped += counts ? 0 : 1;
    rows.read += read;
    rows.asObjects += roads.asObjects ? read : 0;
    rows.typed += read * (typed?.typed ?? 0);
    if (done.lists % 1000 === 0) process.stderr.write(told());
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.stdout.write(told());
process.exitCode = faults === 0 ? 0 : 1;

function told(): string {
  const compared = 2 * rows.read + rows.asObjects + rows.typed;
  return (
    `${faults === 0 ? "no difference" : `${faults} differences`} in ${done.lists} lists by their ` +
    `rows and bytes, ${done.asObjects} of them as objects, ${done.typed} as Parquet and Arrow, ` +
    `${done.stopped} refused whole, from case ${seed}: ${compared} comparisons of a row with what ` +
    `the row reader made of it (${rows.read} by bytes, as many without ids, ` +
    `${rows.asObjects} as objects, ${rows.typed} as Parquet and Arrow)\n`
  );
}

function differencesOf({ byRow, byBytes, withoutIds, asObjects }: Roads): readonly string[] {
  const pairs = [
    ["by bytes", byRow, byBytes],
    ["without ids", ...withoutIds],
  ] as const;
  const all = asObjects ? [...pairs, ["as objects", ...asObjects] as const] : pairs;
  return all.flatMap(([name, wanted, given]) =>
    isDeepStrictEqual(given, wanted) ? [] : [`${name}: ${firstDifference(wanted, given, "")}`],
  );
}

/** Where two outcomes part, and what stands there. */
function firstDifference(wanted: unknown, given: unknown, path: string): string {
  if (isDeepStrictEqual(wanted, given)) return "";
  const [one, other] = [Object(wanted), Object(given)] as Record<string, unknown>[];
  const isNested = typeof wanted === "object" && typeof given === "object" && wanted && given;
  if (!isNested) return `${path}: ${JSON.stringify(wanted)} by rows, ${JSON.stringify(given)}`;
  for (const key of new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])) {
    const found = firstDifference(one?.[key], other?.[key], `${path}.${key}`);
    if (found !== "") return found;
  }
  return path;
}
