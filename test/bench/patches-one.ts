import { openBuild } from "./build.ts";
import { contestant } from "./contestant.ts";
import { makeColumns, makePhysicians, YEAR } from "./list.ts";

/** A build as a contestant of `patches.ts`. */
const [dist, count, patches] = [
  process.argv[2] as string,
  Number(process.argv[3]),
  Number(process.argv[4]),
];

/** 53 million patients for the 50,000 physicians of France. */
const PATIENTS = 1060;

const PATHS = ["base.ald-80+.amount", "base.7-74.amount", "c2s.amount", "age67.rate"];

const build = await openBuild(dist);
const panels = build.panels(makeColumns(count * PATIENTS, count), {
  year: YEAR,
  physicians: makePhysicians(count),
  match: "index",
});

let made = 0;
await contestant(() => {
  let cents: Float64Array | undefined;
  for (let i = 0; i < patches; i++, made++) {
    const path = PATHS[made % PATHS.length] as string;
    const value = `${(10 + made / 100).toFixed(2)}${path.endsWith("rate") ? "%" : ""}`;
    cents = build.reprice(panels, { year: YEAR, patch: { [path]: value } });
  }
  return cents as Float64Array;
});
