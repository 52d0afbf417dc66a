import {
  existsSync,
  fchmodSync,
  fchownSync,
  openSync,
  renameSync,
  rmSync,
  type BigIntStats,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Access, OutputFile } from "../io.ts";
import { removeAtEnd } from "../temporary/at-end.ts";
import { DescriptorWriter } from "./descriptor-writer.ts";

/**
 * Writes a part beside the file and renames it once it is complete: an interruption keeps the old
 * file and leaves no part.
 * @param path not a link; @param old the file that it replaces
 */
export function createAtomicFile(
  path: string,
  old: BigIntStats | undefined,
  access: Access,
): OutputFile {
  const part = join(dirname(path), `${shortened(basename(path))}.${crypto.randomUUID()}.part`);
  const remove = (): void => rmSync(part, { force: true });
  const cancel = removeAtEnd(remove);
  const descriptor = openNew(part, old || access === "private" ? 0o600 : 0o666, cancel);
  const writer = new DescriptorWriter(descriptor);
  return {
    path: descriptorPath(descriptor) ?? part,
    write: (chunk) => writer.write(chunk),
    finish: async () => {
      await writer.flush();
      if (old) keepAccess(descriptor, old);
      writer.close();
      renameSync(part, path);
      cancel();
    },
    discard: async () => {
      writer.close();
      remove();
      cancel();
    },
  };
}

/** Leaves room for the suffix in the 255 bytes that a file name may have. */
function shortened(name: string): string {
  return name.slice(0, 60);
}

function openNew(path: string, mode: number, cancel: () => void): number {
  try {
    return openSync(path, "wx", mode);
  } catch (error) {
    cancel();
    throw error;
  }
}

/**
 * Opening the part by its descriptor neither follows a link put in its place nor recreates it once
 * it is removed. Not on Windows.
 */
function descriptorPath(descriptor: number): string | undefined {
  const path = `/dev/fd/${descriptor}`;
  return existsSync(path) ? path : undefined;
}

/**
 * Gives the new file the owner, group and mode of the old one, as far as the user may. A group that
 * differs gets the rights of others.
 */
function keepAccess(descriptor: number, { uid, gid, mode }: BigIntStats): void {
  const isGroupKept =
    isAllowed(() => fchownSync(descriptor, Number(uid), Number(gid))) ||
    isAllowed(() => fchownSync(descriptor, -1, Number(gid)));
  const kept = Number(mode) & 0o777;
  fchmodSync(descriptor, isGroupKept ? kept : (kept & 0o707) | ((kept & 0o007) << 3));
}

function isAllowed(change: () => void): boolean {
  try {
    change();
    return true;
  } catch {
    return false;
  }
}
