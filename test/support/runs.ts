import fc from "fast-check";

/** Share of the random cases to draw: a fortieth, or with `RANDOM_CASES=all` every one, as the gate does. */
const share = process.env["RANDOM_CASES"] === "all" ? 1 : 1 / 40;

/** Number of random cases, of which this run may draw a share. */
export function runs(count: number): { numRuns: number } {
  return { numRuns: Math.ceil(count * share) };
}

/** Random cases as a multiple of fast-check's own count, which mutation testing lowers for all. */
export function times(many: number): { numRuns: number } {
  return runs(many * (fc.readConfigureGlobal().numRuns ?? 100));
}
