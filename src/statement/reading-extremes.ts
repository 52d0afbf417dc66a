import { refuse } from "../error.ts";
import type { ByComponent, Readings } from "../ids.ts";
import type { Cents } from "../money/cents.ts";
import type { Schedule, SchedulePatch, ScheduleReading } from "../schedule/language.ts";
import { readingGroups } from "./reading-groups.ts";
import { sumOf, type PricesReadings } from "./reading-totals.ts";

/** Changes to the readings in use, and the total that they give. */
export interface Combination {
  readonly total: Cents;
  readonly readings: Readings;
}

export interface Extremes {
  readonly lowest: Combination;
  readonly highest: Combination;
}

/** Questions that are not settled, by id. */
export type OpenReadings = readonly (readonly [string, ScheduleReading])[];

/**
 * The combinations that pay the least and the most, of those with the fewest changes. Those under
 * which the list cannot be priced are left out.
 */
export function readingExtremes(
  pricer: PricesReadings,
  schedule: Schedule,
  moving: OpenReadings,
  used: Readings,
): Extremes {
  return amongGroups(pricer, schedule, moving, used) ?? amongAll(pricer, moving, used);
}

/** Most combinations that a list is priced under: those of fifteen questions with two answers. */
const MOST_COMBINATIONS = 1 << 15;

/** @throws ForfaitError READINGS_TOO_MANY */
function checkCombinations(count: number): void {
  if (count > MOST_COMBINATIONS)
    refuse("READINGS_TOO_MANY", "schedule.readings", count, {
      fr:
        `au plus ${MOST_COMBINATIONS} combinaisons des questions ouvertes d'un barème ; ` +
        'la modification { "readings.ID": null } en retire une',
      en:
        `at most ${MOST_COMBINATIONS} combinations of the open questions of a schedule; ` +
        'the patch { "readings.ID": null } takes one away',
    });
}

function amongAll(pricer: PricesReadings, open: OpenReadings, used: Readings): Extremes {
  checkCombinations(combinationsOf(open, used));
  return extremesOf(
    changesOf(open, used).flatMap((readings) => {
      const priced = pricer.price(readings);
      return "refusal" in priced ? [] : [{ total: sumOf(priced.cents), readings }];
    }),
  );
}

/**
 * Groups of readings that affect different components are searched apart, under each combination of
 * those that affect all; undefined if the list cannot be priced under all that is tried, or if
 * components come and go.
 */
function amongGroups(
  pricer: PricesReadings,
  schedule: Schedule,
  open: OpenReadings,
  used: Readings,
): Extremes | undefined {
  if (open.some(([, { or }]) => Object.values(or).some(changesComponents))) return undefined;
  const { ofAll, groups } = readingGroups(schedule, open);
  const only = (ids: readonly string[]): OpenReadings => open.filter(([id]) => ids.includes(id));
  const among = (ids: readonly string[]): Readings[] => changesOf(only(ids), used);
  const ofGroups = groups.map(({ readings }) => combinationsOf(only(readings), used));
  checkCombinations(
    combinationsOf(only(ofAll), used) * ofGroups.reduce((sum, count) => sum + count, 1),
  );
  const lowest: Combination[] = [];
  const highest: Combination[] = [];
  for (const common of among(ofAll)) {
    const inUse = pricer.price(common);
    if ("refusal" in inUse) return undefined;
    let [low, high] = [0, 1].map(() => ({ total: sumOf(inUse.cents), readings: common })) as [
      Combination,
      Combination,
    ];
    for (const { readings, isAffected } of groups) {
      const own = (cents: ByComponent<Cents>): Cents => sumOf(cents, isAffected);
      const tried: Combination[] = [];
      for (const changes of among(readings)) {
        const priced = pricer.price({ ...common, ...changes });
        if ("refusal" in priced) return undefined;
        tried.push({ total: own(priced.cents) - own(inUse.cents), readings: changes });
      }
      const best = extremesOf(tried);
      low = joined(low, best.lowest);
      high = joined(high, best.highest);
    }
    lowest.push(low);
    highest.push(high);
  }
  return {
    lowest: extremesOf(inOrder(lowest, open)).lowest,
    highest: extremesOf(inOrder(highest, open)).highest,
  };
}

function joined(a: Combination, b: Combination): Combination {
  return { total: a.total + b.total, readings: { ...a.readings, ...b.readings } };
}

/** The lowest and the highest of combinations; of equal ones the first. */
function extremesOf(combinations: readonly Combination[]): Extremes {
  const best = (isBetter: (a: Cents, b: Cents) => boolean): Combination =>
    combinations.reduce((a, b) => (isBetter(b.total, a.total) ? b : a));
  return { lowest: best((a, b) => a < b), highest: best((a, b) => a > b) };
}

/**
 * Fewest changes first, then as `changesOf` has them: those of the first readings first. Changes
 * are in the order of the readings.
 */
function inOrder(combinations: readonly Combination[], open: OpenReadings): Combination[] {
  const ids = open.map(([id]) => id);
  const size = ({ readings }: Combination): number => Object.keys(readings).length;
  const rank = ({ readings }: Combination): number =>
    Object.keys(readings).reduce((sum, id) => sum + 2 ** ids.indexOf(id), 0);
  return combinations
    .map(({ total, readings }) => ({
      total,
      readings: Object.fromEntries(
        ids.flatMap((id) => (id in readings ? [[id, readings[id] as string]] : [])),
      ),
    }))
    .sort((a, b) => size(a) - size(b) || rank(a) - rank(b));
}

/** Whether an option adds or removes a component. */
function changesComponents(option: SchedulePatch): boolean {
  return Object.keys(option).some((path) => !path.includes(".") && !TEXTS.has(path));
}

const TEXTS: ReadonlySet<string> = new Set(["text", "fr", "en"]);

/**
 * Every combination of readings that can change a total, as changes to the readings in use, fewest
 * changes first.
 */
function changesOf(open: OpenReadings, used: Readings): Readings[] {
  let all: Readings[] = [{}];
  for (const one of open) {
    const [id] = one;
    all = [
      ...all,
      ...othersOf(one, used).flatMap((option) =>
        all.map((changes) => ({ ...changes, [id]: option })),
      ),
    ];
  }
  return all.sort((a, b) => Object.keys(a).length - Object.keys(b).length);
}

/** Number of combinations that `changesOf` gives. */
function combinationsOf(open: OpenReadings, used: Readings): number {
  return open.reduce((count, one) => count * (1 + othersOf(one, used).length), 1);
}

/** Options of a reading, but for the one in use, that may change a total. */
function othersOf(
  [id, { default: byDefault, or }]: OpenReadings[number],
  used: Readings,
): string[] {
  return [byDefault, ...Object.keys(or)].filter(
    (option) =>
      option !== used[id] && (movesTotals(or[option]) || movesTotals(or[used[id] as string])),
  );
}

/** A patch limited to payment dates leaves totals unchanged. */
function movesTotals(patch: SchedulePatch | undefined): boolean {
  return Object.keys(patch ?? {}).some(
    (path) => !path.endsWith(".paid") && !path.startsWith("payment."),
  );
}
