/** The library as it is published: the benchmarks time what `npm run build` makes, not its sources. */
const built = "../../dist/index.js";

export const library = (await import(built)) as typeof import("../../src/index.ts");
