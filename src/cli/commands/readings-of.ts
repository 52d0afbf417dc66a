import type { Account } from "../../list/batch-reader.ts";
import { computeReadings, type ReadingPrices } from "../../statement/compute-readings.ts";
import type { ListOptions } from "../../statement/options.ts";
import type { Statement } from "../../statement/statement.ts";
import type { BatchFromFiles } from "../input/batch.ts";
import { onlyPhysician } from "../input/one-physician.ts";

/** What the open questions are worth for one physician of a batch. */
export function readingsOf(
  { physician: { id } }: Account,
  batch: BatchFromFiles,
  options: ListOptions,
): ReadingPrices {
  const isAlone = id === null || batch.accounts.length === 1;
  return computeReadings((isAlone ? batch : onlyPhysician(batch, id)).rows, options);
}

/** Prices that are not of the statement are no use: those of a practice that is paid once. */
export function fits(
  { total }: Statement,
  readings: ReadingPrices | undefined,
): readings is ReadingPrices {
  return readings?.total === total;
}
