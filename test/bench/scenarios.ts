/**
 * What scenarios cost, `npm run bench:scenarios [-- PHYSICIANS [SCENARIOS]]`, in time of the processor: values never seen
 * before over the panels of many physicians, and one over national counts, as a total and as a whole comparison.
 * Each total is that of `computePanels`, which is checked first.
 */
import { makeColumns, makePhysicians, YEAR } from "./list.ts";
import { library } from "./library.ts";

const [physicians = 50_000, scenarios = 1_000] = process.argv.slice(2).map(Number);
const { compareSchedules, computePanels, panelsFromColumns, panelsFromCounts, sensitivity } =
  library;

/** Patients of a physician: 53 million for the 50,000 of France. */
const PATIENTS = 1_060;
const PATHS = ["base.ald-80+.amount", "base.7-74.amount", "c2s.amount", "age67.rate"] as const;
const ROUNDS = 5;

let made = 0;
const valueOf = (path: string): string =>
  `${(10 + made++ / 100).toFixed(2)}${path.endsWith("rate") ? "%" : ""}`;
const gridOf = (count: number): Record<string, string[]> => {
  const path = PATHS[made % PATHS.length] as string;
  return { [path]: Array.from({ length: count }, () => valueOf(path)) };
};

const processor = (act: () => unknown): number => {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const middle = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] as number;

const panels = panelsFromColumns(makeColumns(physicians * PATIENTS, physicians), {
  year: YEAR,
  physicians: makePhysicians(physicians),
  match: "index",
});
const national = panelsFromCounts(
  [
    { age: "0-6", ald: false, c2s: false, n: 3_400_000 },
    { age: "7-74", ald: false, c2s: false, n: 33_000_000 },
    { age: "7-74", ald: false, c2s: true, n: 5_000_000 },
    { age: "75-79", ald: false, c2s: false, n: 1_300_000 },
    { age: "80+", ald: false, c2s: false, n: 1_100_000 },
    { age: "0-79", ald: true, c2s: false, n: 7_000_000 },
    { age: "80+", ald: true, c2s: false, n: 2_200_000 },
  ],
  { year: YEAR },
);

for (const { values, total } of sensitivity(panels, { year: YEAR, vary: gridOf(4) }).results) {
  const { totalCents } = computePanels(panels, { year: YEAR, patch: values }).sums;
  if ((totalCents / 100).toFixed(2) !== total) throw new Error("the totals differ");
}

const sweep = (of: typeof panels, count: number): number =>
  processor(() => sensitivity(of, { year: YEAR, vary: gridOf(count) }));
const compare = (of: typeof panels): number =>
  processor(() => {
    const path = PATHS[made % PATHS.length] as string;
    return compareSchedules(of, { year: YEAR, b: { patch: { [path]: valueOf(path) } } });
  });
const rounds = (act: () => number): string =>
  middle(Array.from({ length: ROUNDS }, act)).toFixed(2);

sweep(panels, 50);
sweep(national, 200);
for (let i = 0; i < 100; i++) compare(national);

console.log(
  [
    `${scenarios} scenarios over ${physicians} physicians: ${rounds(() => sweep(panels, scenarios))} ms`,
    `one over national counts, of ${scenarios}: ${rounds(() => sweep(national, scenarios) / scenarios)} ms`,
    `one comparison of ${physicians} physicians: ${rounds(() => compare(panels))} ms`,
    `one comparison of national counts, of 100: ${rounds(() => Array.from({ length: 100 }, () => compare(national)).reduce((a, b) => a + b) / 100)} ms`,
  ].join("\n"),
);
