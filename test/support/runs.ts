import fc from "fast-check";

/** Whether to run every case, as the gate does with `RANDOM_CASES=all`. */
export const everyCase = process.env["RANDOM_CASES"] === "all";

/** Share of the random cases to draw. */
const share = everyCase ? 1 : 1 / 40;

/** Number of random cases, of which this run may draw a share. */
export function runs(count: number): { numRuns: number } {
  return { numRuns: Math.ceil(count * share) };
}

/** Random cases as a multiple of fast-check's own count, which mutation testing lowers for all. */
export function times(many: number): { numRuns: number } {
  return runs(many * (fc.readConfigureGlobal().numRuns ?? 100));
}
