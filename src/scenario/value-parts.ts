import type { Decimal } from "decimal.js";
import { ForfaitError } from "../error.ts";
import type { Cents } from "../money/cents.ts";
import { Exact } from "../money/exact.ts";
import type { Schedule } from "../schedule/language.ts";
import { unroundedTotal } from "../statement/bulk/unrounded.ts";
import { price, type Frame, type Priced } from "./priced.ts";
import { withSteps, type Sides, type Step } from "./sides.ts";

/** What groups of values change alone, in cents, and what is left of them all together. */
export interface CentsByValue {
  readonly values: readonly { readonly paths: readonly string[]; readonly cents: Cents }[];
  readonly interaction: Cents;
}

/** Undefined where no list of values makes one schedule of the other. */
export function valuePartsOf(
  frame: Frame,
  { aligned, steps }: Sides,
  a: Priced,
  b: Priced,
): CentsByValue | undefined {
  if (!steps) return undefined;
  const unrounded = ({ compiled, table }: Priced): Decimal =>
    unroundedTotal(frame.panels, compiled, frame.year, table, frame.weights);
  const known = new Map<string, Alone | undefined>();
  const under = (some: Group): Alone | undefined => {
    const key = some.map((one) => steps.indexOf(one)).join();
    if (!known.has(key)) {
      const found = priced(frame, aligned, some);
      known.set(key, found && { total: found.total, unrounded: unrounded(found) });
    }
    return known.get(key);
  };
  if (under(steps)?.total !== b.total) return undefined;
  const before = unrounded(a);
  let rest = unrounded(b).minus(before);
  const values = together(steps, under).map((group) => {
    const alone = under(group) as Alone;
    rest = rest.minus(alone.unrounded.minus(before));
    return { paths: group.flatMap(({ paths }) => paths), cents: alone.total - a.total };
  });
  return { values, interaction: rest.toDecimalPlaces(0, Exact.ROUND_HALF_UP).toNumber() + 0 };
}

type Group = readonly Step[];

/** What a group of values makes of the total, in cents. */
interface Alone {
  readonly total: Cents;
  readonly unrounded: Decimal;
}

/**
 * Values in groups that load, in order: each alone, else with one other, else with as many of the
 * others as it takes.
 */
function together(steps: Group, under: (group: Group) => Alone | undefined): readonly Group[] {
  const isLoaded = (group: Group): boolean => under(group) !== undefined;
  const inOrder = (group: Group): Group => steps.filter((step) => group.includes(step));
  let groups = steps.map((step): Group => [step]);
  for (const step of steps) {
    const group = groups.find((one) => one.includes(step)) as Group;
    if (isLoaded(group)) continue;
    const others = groups.filter((one) => one !== group);
    const partner = others.find((one) => isLoaded(inOrder([...group, ...one])));
    const joined = partner
      ? [...group, ...partner]
      : others.reduce((some, one) => (isLoaded(inOrder(some)) ? some : [...some, ...one]), group);
    groups = [inOrder(joined), ...groups.filter((one) => !one.some((s) => joined.includes(s)))];
  }
  return groups.sort((x, y) => steps.indexOf(x[0] as Step) - steps.indexOf(y[0] as Step));
}

/** Undefined for steps that do not load together, or whose schedule cannot price the panels. */
function priced(frame: Frame, schedule: Schedule, steps: Group): Priced | undefined {
  try {
    return price(frame, withSteps(schedule, steps));
  } catch (error) {
    if (error instanceof ForfaitError) return undefined;
    throw error;
  }
}
