import { loadOptional } from "./optional.ts";

export type Arrow = typeof import("apache-arrow");

/** Whether a file is Arrow, by its name: `.arrow`, `.feather` and `.ipc` are files, `.arrows` is a stream. */
export function isArrow(path: string): boolean {
  return /\.(arrows?|feather|ipc)$/i.test(path);
}

/**
 * Loads apache-arrow, which is asked for only where a file is Arrow: it is an optional package.
 * @throws ForfaitError ENGINE_MISSING
 */
export function loadArrow(): Promise<Arrow> {
  return loadOptional("apache-arrow", () => import("apache-arrow"));
}
