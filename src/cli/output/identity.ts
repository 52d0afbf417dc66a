import { fstatSync, statSync, type BigIntStats } from "node:fs";
import { basename, dirname } from "node:path";
import { targetOf } from "./target.ts";

const STANDARD_INPUT = 0;

/**
 * Identifies an input, whatever path names it; undefined if it does not exist, or if it may be
 * written while it is read.
 */
export function inputIdentity(path: string): string | undefined {
  try {
    const options = { bigint: true } as const;
    return identity(path === "-" ? fstatSync(STANDARD_INPUT, options) : statSync(path, options));
  } catch {
    return undefined;
  }
}

/**
 * Identifies an output, whatever path names it and whether it exists or not.
 * @throws as `targetOf`
 */
export function outputIdentity(path: string): string | undefined {
  const target = targetOf(path);
  if (target.kind === "descriptor")
    return identity(target.stats) ?? `descriptor ${target.descriptor}`;
  if (target.stats) return identity(target.stats);
  const folder = statSync(dirname(target.path), { bigint: true });
  return `${folder.dev}:${folder.ino}/${folded(basename(target.path))}`;
}

/** Device and inode. A terminal, the null device or a socket may be several files of one call. */
function identity(stats: BigIntStats): string | undefined {
  return stats.isFile() || stats.isFIFO() || stats.isBlockDevice()
    ? `${stats.dev}:${stats.ino}`
    : undefined;
}

/**
 * Some file systems ignore case and Unicode composition: two new names that differ by nothing else
 * count as one.
 */
function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
