import type { LocalizedText } from "../../error.ts";
import { freeze } from "../../freeze.ts";
import type { Euros, ScheduleSource } from "../../schedule/language.ts";
import document from "./published-means.json";

/** A mean that was published of an amount beside the forfait, and of whom. */
export interface PublishedMean {
  readonly name: string;
  /** The year that the amount is of. */
  readonly year: number;
  /** Euros a year. */
  readonly mean: Euros;
  /** Physicians whose mean it is: they differ from one mean to the next. */
  readonly of: LocalizedText;
  readonly source: ScheduleSource;
}

const sources = document.sources as Readonly<Record<string, ScheduleSource>>;

/**
 * Means that were published of what the old regime paid beside the forfait, for `added` of
 * `compareRegimes`. Their physicians differ, so they are not to be chained from year to year.
 * @param year the year that the amounts are of; absent, every year
 * @example
 * // What was a mean ROSP in 2024, and on whose word?
 * const [rosp] = publishedMeans(2024);
 * [rosp?.name, rosp?.mean, rosp?.source.status]
 * //=> ["ROSP", "5361", "secondary"]
 */
export function publishedMeans(year?: number): readonly PublishedMean[] {
  return freeze(
    document.means
      .filter((one) => year === undefined || one.year === year)
      .map((one) => ({ ...one, source: sources[one.source] as ScheduleSource })),
  );
}

/** What pays for the SAS in the new regime, where the old one counted points for it. */
export const SAS: {
  readonly amount: Euros;
  readonly countedBy: { readonly schedule: string; readonly path: string };
  readonly source: ScheduleSource;
} = freeze({
  ...document.sas,
  source: sources[document.sas.source] as ScheduleSource,
});
