import type { Readings } from "../ids.ts";
import type { PricesReadings, ReadingTotals } from "../statement/reading-totals.ts";
import type { OpenOption } from "./open-options.ts";

/** What is paid under some changes to the readings in use. */
export interface PricedChanges {
  readonly readings: Readings;
  readonly totals: Exclude<ReadingTotals, { refusal: unknown }>;
}

/** Changes of readings that are tried together. */
const MOST = 3;

type OptionSet = readonly OpenOption[];

/**
 * Every set of changes that can be priced, fewest first; one option of a reading at a time. Three
 * are taken of the options that change something alone or with another: what does neither, such as
 * a rate of first installation for who installed long ago, does nothing with two.
 */
export function pricedChanges(
  { price }: PricesReadings,
  options: readonly OpenOption[],
): PricedChanges[] {
  const all: PricedChanges[] = [];
  const paid = new Map<string, string>();
  const moving = new Set<OpenOption>();
  const priceSet = (set: OptionSet): void => {
    const totals = price(readingsOf(set));
    const written = paidText(totals);
    paid.set(keyOf(set), written);
    for (const one of set)
      if (paid.get(keyOf(set.filter((other) => other !== one))) !== written) moving.add(one);
    if (!("refusal" in totals)) all.push({ readings: readingsOf(set), totals });
  };
  let sets: readonly OptionSet[] = [[]];
  sets.forEach(priceSet);
  for (let size = 1; size <= MOST; size++) {
    const from = size < MOST ? options : options.filter((one) => moving.has(one));
    sets = size < MOST ? sets : sets.filter((set) => set.every((one) => moving.has(one)));
    sets = sets.flatMap((set) => withOneMore(set, from));
    sets.forEach(priceSet);
  }
  return all;
}

/** The set with each option that stands behind its last, of another reading. */
function withOneMore(set: OptionSet, options: readonly OpenOption[]): OptionSet[] {
  const last = set[set.length - 1];
  return options
    .slice(last === undefined ? 0 : options.indexOf(last) + 1)
    .flatMap((one) => (one.id === last?.id ? [] : [[...set, one]]));
}

function readingsOf(set: OptionSet): Readings {
  return Object.fromEntries(set.map(({ id, option }) => [id, option]));
}

const keyOf = (set: OptionSet): string => JSON.stringify(readingsOf(set));

function paidText(totals: ReadingTotals): string {
  return JSON.stringify("refusal" in totals ? totals.refusal.code : [...totals.parts]);
}
