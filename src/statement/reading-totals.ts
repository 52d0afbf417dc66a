import { ForfaitError, guard, type Refusal } from "../error.ts";
import type { ByComponent, Readings } from "../ids.ts";
import type { ReadBatch } from "../list/batch-reader.ts";
import type { ListRequirements } from "../list/list-requirements.ts";
import { readBatch } from "../list/read-batch.ts";
import type { Batch } from "../list/batch.ts";
import type { Cents } from "../money/cents.ts";
import type { Schedule, ScheduleReading } from "../schedule/language.ts";
import { compile } from "./compile.ts";
import type { Compiled } from "./compiled.ts";
import { LIST_KEYS, listChoices, type ListOptions } from "./options.ts";
import { PaidBook, type PaidSums } from "./paid-sums.ts";
import { AccountPricer } from "./price-account.ts";
import { isOfList } from "./reading-scope.ts";
import { listRequirements } from "./requirements.ts";
import { toldDates, type ToldDates } from "../list/told-dates.ts";
import { scheduleOf } from "./schedule-of.ts";
import { unanswered } from "./unanswered.ts";

/** What all physicians of a list are paid by component, or why the list cannot be priced. */
export type ReadingTotals =
  (PaidSums & { readonly cents: ByComponent<Cents> }) | { readonly refusal: Refusal };

/** Prices a list, or a table of counts, under several readings. */
export interface PricesReadings {
  /** @param changes to the readings of the options */
  readonly price: (changes: Readings) => ReadingTotals;
}

/** A list as a schedule reads it; the same batch where it is read alike. */
export interface ListRead {
  readonly schedule: Schedule;
  readonly batch: ReadBatch;
}

/**
 * Prices a list under several readings, each once. Rows are read again only when the schedule reads
 * facts differently.
 */
export class ReadingPricer implements PricesReadings {
  readonly #batch: Batch;
  readonly #options: ListOptions;
  readonly #inUse: Schedule;
  readonly #told: ToldDates;
  readonly #lists = new Map<string, ReadBatch>();
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

  get year(): number {
    return this.#options.year;
  }

  /** @param changes to the readings of the options */
  read(changes: Readings): ListRead {
    const compiled = this.#compiledUnder(changes);
    return {
      schedule: compiled.schedule,
      batch: this.#readAs(listRequirements(compiled, this.year, listChoices(this.#options))),
    };
  }

  #scheduleUnder(changes: Readings): Schedule {
    const { readings } = this.#options;
    const options = { ...this.#options, readings: { ...readings, ...changes } };
    return scheduleOf(options, LIST_KEYS);
  }

  #readAs(required: ListRequirements): ReadBatch {
    const key = JSON.stringify(required, (_, value: unknown) =>
      value instanceof Set ? [...value] : value,
    );
    const read = this.#lists.get(key) ?? readBatch(required, this.#batch);
    this.#lists.set(key, read);
    return read;
  }

  /** Compiled once for all readings that change nothing of the amounts and of their conditions. */
  #compiledUnder(changes: Readings): Compiled {
    const schedule = this.#scheduleUnder(changes);
    const { readings = {} } = schedule;
    const ofAmounts = Object.entries(changes).filter(
      ([id]) => !isOfList(readings[id] as ScheduleReading),
    );
    return ofAmounts.length === Object.keys(changes).length
      ? compile(schedule)
      : { ...compile(this.#scheduleUnder(Object.fromEntries(ofAmounts))), schedule };
  }

  #price(changes: Readings): ReadingTotals {
    const unknown = unanswered(this.#inUse, this.#scheduleUnder(changes), this.year, this.#told);
    if (unknown) return { refusal: unknown };
    const compiled = this.#compiledUnder(changes);
    const pricer = new AccountPricer(compiled, this.year, listChoices(this.#options));
    const read = this.#readAs(pricer.required);
    if (read.rejected[0]) return { refusal: read.rejected[0].refusals[0] as Refusal };
    const sums = compiled.components.map(() => 0);
    const book = new PaidBook();
    try {
      for (const account of read.accounts) {
        const { evaluation, statement } = pricer.price(account);
        const { totals } = evaluation;
        for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as Cents) + (totals[i] as Cents);
        book.add(statement.instalments);
      }
    } catch (error) {
      if (error instanceof ForfaitError) return { refusal: error.refusal };
      throw error;
    }
    return {
      cents: Object.fromEntries(compiled.components.map((id, i) => [id, sums[i] as Cents])),
      paid: book.paid,
      parts: book.parts,
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
