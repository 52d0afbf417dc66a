import { ForfaitError, type Refusal, type LocalizedText } from "../error.ts";
import type { Readings } from "../ids.ts";
import { readBatch, type Batch, type ReadBatch } from "../list/batch-reader.ts";
import { euros, type Cents } from "../money/cents.ts";
import type { Euros, SchedulePatch, ScheduleReading } from "../schedule/language.ts";
import { optionChosen, readingsInUse } from "../schedule/readings.ts";
import { compile } from "./compile.ts";
import { totalOf } from "./evaluation.ts";
import type { ComputeOptions } from "./options.ts";
import { AccountPricer } from "./price-account.ts";
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

  const combinations = changesOf(open, used).flatMap((changes) => {
    const total = totals.under(changes);
    return typeof total === "number" ? [{ total, readings: changes }] : [];
  });
  const extreme = (isBetter: (a: Cents, b: Cents) => boolean): Extreme => {
    const best = combinations.reduce((a, b) => (isBetter(b.total, a.total) ? b : a));
    return { ...best, total: euros(best.total) };
  };
  return {
    schedule: schedule.id,
    year: options.year,
    total: euros(inUse),
    readings,
    lowest: extreme((a, b) => a < b),
    highest: extreme((a, b) => a > b),
  };
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

  constructor(
    readonly batch: Batch,
    readonly options: ComputeOptions,
  ) {}

  /** Total cents of all physicians, or the refusal of the first rejected row. */
  under(changes: Readings): Cents | Refusal {
    const { year, readings } = this.options;
    const schedule = scheduleOf({ ...this.options, readings: { ...readings, ...changes } });
    const compiled = compile(schedule);
    const pricer = new AccountPricer(compiled, year);
    const { required } = pricer;
    const { indicators = [], ...rows } = required.rows;
    const key = JSON.stringify([schedule.reads, required.previousYear, rows, [...indicators]]);
    const read = this.#read.get(key) ?? readBatch(required, this.batch);
    this.#read.set(key, read);
    if (read.rejected[0]) return read.rejected[0].refusals[0] as Refusal;
    return read.accounts.reduce(
      (sum, account) => sum + totalOf(pricer.price(account, read.listed).evaluation),
      0,
    );
  }
}
