import { loadOptional } from "./optional.ts";

export type Arrow = typeof import("apache-arrow");

/**
 * Loads the optional package apache-arrow, needed for Arrow files only.
 * @throws ForfaitError ENGINE_MISSING
 */
export function loadArrow(): Promise<Arrow> {
  return loadOptional("apache-arrow", () => import("apache-arrow"));
}
