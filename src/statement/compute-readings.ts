import { ForfaitError, type Refusal, type LocalizedText } from "../error.ts";
import type { ByComponent, Readings } from "../ids.ts";
import { readBatch, type Batch, type ReadBatch } from "../list/batch-reader.ts";
import { euros, type Cents } from "../money/cents.ts";
import type { Euros, Schedule, SchedulePatch, ScheduleReading } from "../schedule/language.ts";
import { optionChosen, readingsInUse } from "../schedule/readings.ts";
import { compile } from "./compile.ts";
import type { ComputeOptions } from "./options.ts";
import { AccountPricer } from "./price-account.ts";
import { readingGroups } from "./reading-groups.ts";
import { scheduleOf } from "./schedule-of.ts";

/** Impact of every open question of the text on a list. */
export interface ReadingPrices {
  readonly year: number;
  readonly schedule: string;
  /** Euros, under the readings in use. */
  readonly total: Euros;
  readonly readings: readonly ReadingPrice[];
  /** Combinations of readings with the lowest and the highest total. */
  readonly lowest: Extreme;
  readonly highest: Extreme;
}

export interface ReadingPrice extends LocalizedText {
  readonly id: string;
  readonly options: readonly OptionPrice[];
}

export interface OptionPrice extends LocalizedText {
  readonly id: string;
  readonly inUse: boolean;
  readonly total?: Euros;
  /** Difference in euros from the option in use. */
  readonly difference?: Euros;
  /** Why the list cannot be priced under this option. */
  readonly refusal?: Refusal;
}

export interface Extreme {
  readonly total: Euros;
  /** Smallest set of readings to change to reach the total. */
  readonly readings: Readings;
}

/**
 * What each open question of the text is worth on a list: the total under every option, one
 * question at a time, and the combinations of options that pay the least and the most.
 * @returns totals and differences in euros per year, all physicians together
 * @throws ForfaitError if a row is refused under the options given; under another option, the
 * refusal stands in place of its total
 * @example
 * // What is it worth whether a patient not seen keeps the C2S supplement?
 * const patients = [{ age: 40, ald: false, c2s: true, seen: false }];
 * const { readings } = computeReadings({ patients }, { year: 2026 });
 * readings[0]?.options.map(({ id, difference }) => [id, difference])
 * //=> [["kept", "0.00"], ["lost", "-10.00"]]
 */
export function computeReadings(batch: Batch, options: ComputeOptions): ReadingPrices {
  const totals = new Totals(batch, options);
  const schedule = scheduleOf(options);
  const inUse = totals.under({});
  if (typeof inUse !== "number") throw new ForfaitError(inUse);

  const used = readingsInUse(schedule);
  const open = Object.entries(schedule.readings ?? {}).filter(([id]) => isOpen(id, options));
  const readings = open.map(([id, { fr, en, default: byDefault, or, answers }]): ReadingPrice => ({
    id,
    fr,
    en,
    options: [byDefault, ...Object.keys(or)].map((option): OptionPrice => {
      const total = totals.under(option === used[id] ? {} : { [id]: option });
      const priced =
        typeof total === "number"
          ? { total: euros(total), difference: euros(total - inUse) }
          : { refusal: total };
      return {
        id: option,
        ...(answers?.[option] ?? { fr: option, en: option }),
        inUse: option === used[id],
        ...priced,
      };
    }),
  }));

  const { lowest, highest } = extremes(totals, schedule, open, used);
  return {
    schedule: schedule.id,
    year: options.year,
    total: euros(inUse),
    readings,
    lowest: { ...lowest, total: euros(lowest.total) },
    highest: { ...highest, total: euros(highest.total) },
  };
}

/** What a list is paid by component, or why it cannot be priced. */
type Priced = { readonly cents: ByComponent<Cents> } | { readonly refusal: Refusal };

/** Changes to the readings in use, and the total that they give. */
interface Combination {
  readonly total: Cents;
  readonly readings: Readings;
}

type OpenReadings = readonly (readonly [string, ScheduleReading])[];

/**
 * The combinations that pay the least and the most, of those with the fewest changes. Groups of
 * readings that affect different components are searched apart, unless some option refuses the
 * list.
 */
function extremes(
  totals: Totals,
  schedule: Schedule,
  open: OpenReadings,
  used: Readings,
): { readonly lowest: Combination; readonly highest: Combination } {
  const { ofAll, groups } = readingGroups(schedule, open);
  const among = (ids: readonly string[]): OpenReadings => open.filter(([id]) => ids.includes(id));
  const isRefused = open.some(([id, { default: byDefault, or }]) =>
    [byDefault, ...Object.keys(or)].some(
      (option) => option !== used[id] && "refusal" in totals.price({ [id]: option }),
    ),
  );
  if (isRefused)
    return bestOf(
      changesOf(open, used).flatMap((readings) => {
        const total = totals.under(readings);
        return typeof total === "number" ? [{ total, readings }] : [];
      }),
    );

  const found = changesOf(among(ofAll), used).map((common) => {
    const inUse = totals.cents(common);
    const all = { lowest: sumOf(inUse), highest: sumOf(inUse) };
    let [lowest, highest] = [common, common];
    for (const { readings, isAffected } of groups) {
      const own = (by: ByComponent<Cents>): Cents => sumOf(by, isAffected);
      const best = bestOf(
        changesOf(among(readings), used).map((changes) => ({
          total: own(totals.cents({ ...common, ...changes })),
          readings: changes,
        })),
      );
      all.lowest += best.lowest.total - own(inUse);
      all.highest += best.highest.total - own(inUse);
      lowest = { ...lowest, ...best.lowest.readings };
      highest = { ...highest, ...best.highest.readings };
    }
    return {
      lowest: { total: all.lowest, readings: lowest },
      highest: { total: all.highest, readings: highest },
    };
  });
  return {
    lowest: bestOf(
      inOrder(
        found.map((one) => one.lowest),
        open,
      ),
    ).lowest,
    highest: bestOf(
      inOrder(
        found.map((one) => one.highest),
        open,
      ),
    ).highest,
  };
}

/** The lowest and the highest of combinations in order; the first of those that are alike. */
function bestOf(combinations: readonly Combination[]): {
  readonly lowest: Combination;
  readonly highest: Combination;
} {
  const best = (isBetter: (a: Cents, b: Cents) => boolean): Combination =>
    combinations.reduce((a, b) => (isBetter(b.total, a.total) ? b : a));
  return { lowest: best((a, b) => a < b), highest: best((a, b) => a > b) };
}

/** Fewest changes first, then as `changesOf` has them: those of the first readings first. */
function inOrder(combinations: readonly Combination[], open: OpenReadings): Combination[] {
  const ids = open.map(([id]) => id);
  const size = ({ readings }: Combination): number => Object.keys(readings).length;
  const rank = ({ readings }: Combination): number =>
    Object.keys(readings).reduce((sum, id) => sum + 2 ** ids.indexOf(id), 0);
  return [...combinations].sort((a, b) => size(a) - size(b) || rank(a) - rank(b));
}

function sumOf(
  amounts: ByComponent<Cents>,
  isCounted: (component: string) => boolean = () => true,
): Cents {
  return Object.entries(amounts).reduce(
    (sum, [component, amount]) => (isCounted(component) ? sum + (amount as Cents) : sum),
    0,
  );
}

/** A reading already chosen in the document is not an open question. */
function isOpen(id: string, { year, schedule }: ComputeOptions): boolean {
  return (
    optionChosen(scheduleOf({ year, ...(schedule !== undefined && { schedule }) }), id) ===
    undefined
  );
}

/**
 * Every combination of readings that can change a total, as changes to the readings in use, fewest
 * changes first.
 */
function changesOf(
  open: readonly (readonly [string, ScheduleReading])[],
  used: Readings,
): Readings[] {
  let all: Readings[] = [{}];
  for (const [id, { default: byDefault, or }] of open) {
    const others = [byDefault, ...Object.keys(or)].filter(
      (option) =>
        option !== used[id] && (movesTotals(or[option]) || movesTotals(or[used[id] as string])),
    );
    all = [
      ...all,
      ...others.flatMap((option) => all.map((changes) => ({ ...changes, [id]: option }))),
    ];
  }
  return all.sort((a, b) => Object.keys(a).length - Object.keys(b).length);
}

/** A patch limited to payment dates leaves totals unchanged. */
function movesTotals(patch: SchedulePatch | undefined): boolean {
  return Object.keys(patch ?? {}).some(
    (path) => !path.endsWith(".paid") && !path.startsWith("payment."),
  );
}

/**
 * Totals of a batch under several readings. Rows are re-read only when the schedule reads facts
 * differently.
 */
class Totals {
  readonly #read = new Map<string, ReadBatch>();
  readonly #known = new Map<string, Priced>();

  constructor(
    readonly batch: Batch,
    readonly options: ComputeOptions,
  ) {}

  /** Total cents of all physicians, or the refusal of the first rejected row. */
  under(changes: Readings): Cents | Refusal {
    const priced = this.price(changes);
    return "refusal" in priced ? priced.refusal : sumOf(priced.cents);
  }

  /** Cents by component, under readings that do not refuse the list. */
  cents(changes: Readings): ByComponent<Cents> {
    const priced = this.price(changes);
    if ("refusal" in priced) throw new ForfaitError(priced.refusal);
    return priced.cents;
  }

  price(changes: Readings): Priced {
    const key = JSON.stringify(Object.entries(changes).sort());
    const known = this.#known.get(key) ?? this.#price(changes);
    this.#known.set(key, known);
    return known;
  }

  #price(changes: Readings): Priced {
    const { year, readings } = this.options;
    const schedule = scheduleOf({ ...this.options, readings: { ...readings, ...changes } });
    const compiled = compile(schedule);
    const pricer = new AccountPricer(compiled, year);
    const { required } = pricer;
    const { indicators = [], ...rows } = required.rows;
    const key = JSON.stringify([schedule.reads, required.previousYear, rows, [...indicators]]);
    const read = this.#read.get(key) ?? readBatch(required, this.batch);
    this.#read.set(key, read);
    if (read.rejected[0]) return { refusal: read.rejected[0].refusals[0] as Refusal };
    const sums = compiled.components.map(() => 0);
    for (const account of read.accounts) {
      const { totals } = pricer.price(account, read.listed).evaluation;
      for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as Cents) + (totals[i] as Cents);
    }
    return {
      cents: Object.fromEntries(compiled.components.map((id, i) => [id, sums[i] as Cents])),
    };
  }
}
