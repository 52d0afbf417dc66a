import { ForfaitError, type LocalizedText, type Refusal } from "../error.ts";
import type { Readings } from "../ids.ts";
import type { Batch } from "../list/batch.ts";
import { euros, type Cents } from "../money/cents.ts";
import { asOf } from "../schedule/checked.ts";
import type { Euros, Schedule, ScheduleReading } from "../schedule/language.ts";
import { optionChosen, readingsInUse } from "../schedule/readings.ts";
import { withYears } from "../schedule/years.ts";
import { typeset } from "../typography.ts";
import { LIST_KEYS, type ComputeOptions, type ListOptions } from "./options.ts";
import { readingExtremes, type OpenReadings } from "./reading-extremes.ts";
import { movingReadings } from "./reading-idle.ts";
import { ReadingPricer, sumOf, type PricesReadings, type ReadingTotals } from "./reading-totals.ts";
import { documentOf, scheduleOf } from "./schedule-of.ts";

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
  /** What is paid when, all physicians together: every date of this option or of the one in use. */
  readonly instalments?: readonly PricedInstalment[];
  /** Why the list cannot be priced under this option. */
  readonly refusal?: Refusal;
}

export interface PricedInstalment {
  /** `YYYY-MM`, or `YYYY` if only the year is known. */
  readonly due: string;
  readonly amount: Euros;
  /** Difference in euros from the option in use. */
  readonly difference: Euros;
}

export interface Extreme {
  readonly total: Euros;
  /** Smallest set of readings to change to reach the total. */
  readonly readings: Readings;
}

/**
 * What each open question of the text is worth on a list: the total and each instalment under
 * every option, one question at a time, and the combinations of options that pay the least and the
 * most. What the list cannot answer says so in place of its price, and is in no combination.
 * @returns totals and differences in euros per year, all physicians together
 * @throws ForfaitError if a row is refused under the options given; under another option, the
 * refusal stands in place of its total; READINGS_TOO_MANY if the schedule leaves more open than can
 * be combined
 * @example
 * // What is it worth whether a patient not seen keeps the C2S supplement?
 * const patients = [{ age: 40, ald: false, c2s: true, seen: false }];
 * const { readings } = computeReadings({ patients }, { year: 2026 });
 * readings[0]?.options.map(({ id, difference }) => [id, difference])
 * //=> [["kept", "0.00"], ["lost", "-10.00"]]
 */
export function computeReadings(batch: Batch, options: ListOptions): ReadingPrices {
  const pricer = new ReadingPricer(batch, options);
  const schedule = scheduleOf(options, LIST_KEYS);
  return pricesOf(pricer, schedule, options, (open, used) => movingReadings(pricer, open, used));
}

/**
 * What each open question is worth, of a list or of a table of counts.
 * @param moving the questions that may change a total together with others
 */
export function pricesOf(
  pricer: PricesReadings,
  schedule: Schedule,
  options: ComputeOptions,
  moving: (open: OpenReadings, used: Readings) => OpenReadings,
): ReadingPrices {
  const priced = pricer.price({});
  if ("refusal" in priced) throw new ForfaitError(priced.refusal);
  const inUse = sumOf(priced.cents);

  const used = readingsInUse(schedule);
  const open = openReadings(schedule, options);
  const under = (id: string, option: string): ReadingTotals =>
    pricer.price(option === used[id] ? {} : { [id]: option });
  const words = (text: LocalizedText): LocalizedText =>
    typeset(withYears(schedule, text, options.year));
  const readings = open.map(([id, { fr, en, default: byDefault, or, answers }]): ReadingPrice => ({
    id,
    ...words({ fr, en }),
    options: [byDefault, ...Object.keys(or)].map((option): OptionPrice => {
      const totals = under(id, option);
      const one = {
        id: option,
        ...words(answers?.[option] ?? { fr: option, en: option }),
        inUse: option === used[id],
      };
      if ("refusal" in totals) return { ...one, refusal: totals.refusal };
      const total = sumOf(totals.cents);
      return {
        ...one,
        total: euros(total),
        difference: euros(total - inUse),
        instalments: instalmentsOf(totals.paid, priced.paid),
      };
    }),
  }));

  const isAnswered = (id: string, option: string): boolean => {
    const totals = under(id, option);
    return !("refusal" in totals) || totals.refusal.code !== "READING_UNANSWERED";
  };
  const answered = open.map(([id, reading]) => {
    const byOption = (option: string): boolean => isAnswered(id, option);
    return [id, among(reading, used[id] as string, byOption)] as const;
  });
  const { lowest, highest } = readingExtremes(pricer, schedule, moving(answered, used), used);
  return {
    schedule: schedule.id,
    year: options.year,
    total: euros(inUse),
    readings,
    lowest: { ...lowest, total: euros(lowest.total) },
    highest: { ...highest, total: euros(highest.total) },
  };
}

function instalmentsOf(
  paid: ReadonlyMap<string, Cents>,
  inUse: ReadonlyMap<string, Cents>,
): readonly PricedInstalment[] {
  return [...new Set([...inUse.keys(), ...paid.keys()])].sort().map((due) => {
    const amount = paid.get(due) ?? 0;
    return { due, amount: euros(amount), difference: euros(amount - (inUse.get(due) ?? 0)) };
  });
}

/** A reading without the options that the list does not answer. */
function among(
  reading: ScheduleReading,
  inUse: string,
  isAnswered: (option: string) => boolean,
): ScheduleReading {
  return {
    ...reading,
    default: isAnswered(reading.default) ? reading.default : inUse,
    or: Object.fromEntries(Object.entries(reading.or).filter(([option]) => isAnswered(option))),
  };
}

/**
 * The questions that a schedule leaves open: a reading already chosen in the document is not one.
 */
export function openReadings(schedule: Schedule, options: ComputeOptions): OpenReadings {
  const document = asOf(documentOf(options), options.year);
  return Object.entries(schedule.readings ?? {}).filter(
    ([id]) => optionChosen(document, id) === undefined,
  );
}
