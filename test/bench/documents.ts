/**
 * What the check of the worst documents that are accepted costs, beside that of the FMT of 2026.
 * Of each kind of document, made to cost much, and of several numbers of options, the largest that
 * is accepted is checked. Processor time, in turns; fails above thirty times.
 */
import fmt2026 from "../../src/schedule/fr/fmt-2026.json" with { type: "json" };
import { loadSchedule } from "../../src/index.ts";
import { checkSize } from "../../src/schedule/size.ts";
import { kinds } from "./costly-documents.ts";

const MOST = 30;
const OPTIONS = [0, 1, 4, 14, 40, 120, 300];
const ROUNDS = 3;

const fmt = JSON.stringify({ ...fmt2026, id: "xx.fmt.2026" });
for (let i = 0; i < 30; i++) loadSchedule(fmt);
let worst = 0;
for (const [name, make] of Object.entries(kinds)) {
  const accepted = OPTIONS.filter((options) => isAccepted(make(1, options)));
  const ratios = accepted.map((options) => ratioOf(make(largest(make, options), options)));
  const highest = Math.max(...ratios);
  worst = Math.max(worst, highest);
  console.log(
    `${highest.toFixed(1).padStart(6)}  ${name}, ${accepted[ratios.indexOf(highest)]} options`,
  );
}
console.log(`${worst.toFixed(1).padStart(6)}  the worst, beside ${MOST}`);
process.exitCode = worst > MOST ? 1 : 0;

/** Median of a few ratios to the check of the FMT, each beside it. */
function ratioOf(document: object): number {
  const ratios = Array.from({ length: ROUNDS }, () => {
    const one = processorOf(() => loadSchedule(document));
    return one / processorOf(() => loadSchedule(fmt));
  });
  return ratios.sort((a, b) => a - b)[ROUNDS >> 1] as number;
}

function processorOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** The largest size at which a kind of document is accepted, by halving. */
function largest(make: (size: number, options: number) => object, options: number): number {
  let [accepted, refused] = [1, 2];
  while (isAccepted(make(refused, options))) [accepted, refused] = [refused, 2 * refused];
  while (refused - accepted > Math.max(1, accepted / 50)) {
    const middle = (accepted + refused) >> 1;
    if (isAccepted(make(middle, options))) accepted = middle;
    else refused = middle;
  }
  return accepted;
}

function isAccepted(document: object): boolean {
  try {
    checkSize(document);
    return true;
  } catch {
    return false;
  }
}
