import {
  accessSync,
  constants,
  fstatSync,
  lstatSync,
  readlinkSync,
  realpathSync,
  statSync,
  type BigIntStats,
} from "node:fs";
import { basename, dirname, isAbsolute, join, sep } from "node:path";
import { fail } from "../report/failure.ts";

/** Target of an output path, with links followed. */
export type Target =
  /** An open descriptor of this process: `-`, /dev/stdout, /dev/fd/N. */
  | { readonly kind: "descriptor"; readonly descriptor: number; readonly stats: BigIntStats }
  /** A device, a pipe or a socket. */
  | { readonly kind: "device"; readonly path: string; readonly stats: BigIntStats }
  /** A file; without stats, one to be created. */
  | { readonly kind: "file"; readonly path: string; readonly stats: BigIntStats | undefined };

const STANDARD_OUTPUT = 1;

/**
 * @throws Failure for a folder or a missing folder; a system error if the user has no permission to
 * write
 */
export function targetOf(output: string): Target {
  if (output === "-") return descriptorTarget(STANDARD_OUTPUT);
  if (output.endsWith("/") || output.endsWith(sep)) failFolder(output);
  let path = output;
  // Ends, because statSync throws on a cycle of links.
  for (;;) {
    const folder = realFolder(output, dirname(path));
    const descriptor = ownDescriptor(folder, basename(path));
    if (descriptor !== undefined) return descriptorTarget(descriptor);
    const full = join(folder, basename(path));
    const stats = statSync(full, { bigint: true, throwIfNoEntry: false });
    if (stats?.isDirectory()) failFolder(output);
    // The link to a pipe of another process holds no path: the link itself is opened.
    if (stats && !stats.isFile()) return { kind: "device", path: full, stats };
    if (!lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink())
      return fileTarget(folder, full, stats);
    const next = readlinkSync(full);
    path = isAbsolute(next) ? next : `${folder}/${next}`;
  }
}

/**
 * Replacing a file takes a writable folder only, but a file that its user made read-only is
 * respected.
 */
function fileTarget(folder: string, path: string, stats: BigIntStats | undefined): Target {
  accessSync(folder, constants.W_OK);
  if (stats) accessSync(path, constants.W_OK);
  return { kind: "file", path, stats };
}

function descriptorTarget(descriptor: number): Target {
  return { kind: "descriptor", descriptor, stats: fstatSync(descriptor, { bigint: true }) };
}

/** Descriptor of this process denoted by a path in /dev/fd (macOS) or /proc (Linux). */
function ownDescriptor(folder: string, name: string): number | undefined {
  const isOwn =
    folder === "/dev/fd" || new RegExp(`^/proc/${process.pid}/(task/\\d+/)?fd$`).test(folder);
  return isOwn && /^\d+$/.test(name) ? Number(name) : undefined;
}

/** Resolved by the system: path.resolve() would drop `link/..`, which may be another folder. */
function realFolder(output: string, folder: string): string {
  try {
    const real = realpathSync.native(folder);
    if (statSync(real).isDirectory()) return real;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "ENOTDIR") throw error;
  }
  return fail(
    "OUTPUT_FOLDER_MISSING",
    `${output} : le dossier « ${folder} » n'existe pas ; le créer, ou écrire ailleurs`,
    `${output}: the folder "${folder}" does not exist; create it, or write elsewhere`,
  );
}

function failFolder(output: string): never {
  fail(
    "OUTPUT_IS_FOLDER",
    `${output} : est un dossier ; donner le nom d'un fichier`,
    `${output}: is a folder; give the name of a file`,
  );
}
