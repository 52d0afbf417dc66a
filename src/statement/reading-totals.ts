import { ForfaitError, guard, type Refusal } from "../error.ts";
import type { ByComponent, Readings } from "../ids.ts";
import { readBatch, type Batch, type ReadBatch } from "../list/batch-reader.ts";
import type { Cents } from "../money/cents.ts";
import { compile } from "./compile.ts";
import { LIST_KEYS, listChoices, type ListOptions } from "./options.ts";
import { AccountPricer } from "./price-account.ts";
import type { Schedule } from "../schedule/language.ts";
import { toldDates, type ToldDates } from "../list/told-dates.ts";
import { scheduleOf } from "./schedule-of.ts";
import { unanswered } from "./unanswered.ts";

/** What all physicians of a list are paid by component, or why the list cannot be priced. */
export type ReadingTotals = { readonly cents: ByComponent<Cents> } | { readonly refusal: Refusal };

/**
 * Prices a list under several readings, each once. Rows are read again only when the schedule reads
 * facts differently.
 */
export class ReadingPricer {
  readonly #batch: Batch;
  readonly #options: ListOptions;
  readonly #inUse: Schedule;
  readonly #told: ToldDates;
  readonly #read = new Map<string, ReadBatch>();
  readonly #known = new Map<string, ReadingTotals>();

  constructor(batch: Batch, options: ListOptions) {
    this.#batch = batch;
    this.#options = options;
    this.#inUse = scheduleOf(options, LIST_KEYS);
    this.#told = guard("batch", () => toldDates(batch));
  }

  /** @param changes to the readings of the options */
  price(changes: Readings): ReadingTotals {
    const key = JSON.stringify(Object.entries(changes).sort());
    const known = this.#known.get(key) ?? this.#price(changes);
    this.#known.set(key, known);
    return known;
  }

  #price(changes: Readings): ReadingTotals {
    const { year, readings } = this.#options;
    const options = { ...this.#options, readings: { ...readings, ...changes } };
    const schedule = scheduleOf(options, LIST_KEYS);
    const unknown = unanswered(this.#inUse, schedule, year, this.#told);
    if (unknown) return { refusal: unknown };
    const compiled = compile(schedule);
    const pricer = new AccountPricer(compiled, year, listChoices(options));
    const { required } = pricer;
    const { indicators = [], ...rows } = required.rows;
    const key = JSON.stringify([schedule.reads, required.previousYear, rows, [...indicators]]);
    const read = this.#read.get(key) ?? readBatch(required, this.#batch);
    this.#read.set(key, read);
    if (read.rejected[0]) return { refusal: read.rejected[0].refusals[0] as Refusal };
    const sums = compiled.components.map(() => 0);
    try {
      for (const account of read.accounts) {
        const { totals } = pricer.price(account).evaluation;
        for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as Cents) + (totals[i] as Cents);
      }
    } catch (error) {
      if (error instanceof ForfaitError) return { refusal: error.refusal };
      throw error;
    }
    return {
      cents: Object.fromEntries(compiled.components.map((id, i) => [id, sums[i] as Cents])),
    };
  }
}

/** Sums components, or those that are counted. */
export function sumOf(
  cents: ByComponent<Cents>,
  isCounted: (component: string) => boolean = () => true,
): Cents {
  return Object.entries(cents).reduce(
    (sum, [component, amount]) => (isCounted(component) ? sum + (amount as Cents) : sum),
    0,
  );
}
