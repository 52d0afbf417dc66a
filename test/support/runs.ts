import fc from "fast-check";

/** Runs of a property as a multiple of fast-check's own count, which mutation testing lowers for all. */
export function times(many: number): { numRuns: number } {
  return { numRuns: many * (fc.readConfigureGlobal().numRuns ?? 100) };
}
