import fc from "fast-check";

/** Whether to run every case, as the gate does with `RANDOM_CASES=all`. */
export const everyCase = process.env["RANDOM_CASES"] === "all";

/** Share of the random cases to draw. */
const share = everyCase ? 1 : 1 / 40;

/** Number of random cases, of which this run may draw a share. */
export function runs(count: number): { numRuns: number } {
  return { numRuns: Math.ceil(count * share) };
}

/** One in so many of a long list of cases, evenly; every one with `RANDOM_CASES=all`, as in the gate. */
export function oneIn<Case>(many: number, cases: readonly Case[]): readonly Case[] {
  return share === 1 ? cases : cases.filter((_, i) => i % many === 0);
}

/** Random cases as a multiple of fast-check's own count, which mutation testing lowers for all. */
export function times(many: number): { numRuns: number } {
  return runs(many * (fc.readConfigureGlobal().numRuns ?? 100));
}
