import { loadOptional } from "./optional.ts";

export type Arrow = typeof import("apache-arrow");

/**
 * Whether a file name has an Arrow extension: `.arrow`, `.feather` and `.ipc` are files, `.arrows`
 * is a stream.
 */
export function isArrow(path: string): boolean {
  return /\.(arrows?|feather|ipc)$/i.test(path);
}

/**
 * Loads the optional package apache-arrow, needed for Arrow files only.
 * @throws ForfaitError ENGINE_MISSING
 */
export function loadArrow(): Promise<Arrow> {
  return loadOptional("apache-arrow", () => import("apache-arrow"));
}
